package tadpole.engine.language;

/** Something that is so, or that has a value, at every place of a text, and that a hidden unit may track. */
public interface TextProperty {

    /** For people, such as "inside quotes". */
    String title();

    /** For every piece, the value after it has been read. */
    float[] values(CharSequence text, java.util.List<Piece> pieces);
}
