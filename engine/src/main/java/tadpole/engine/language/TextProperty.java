package tadpole.engine.language;

import java.util.List;

/** Something that is so, or has a value, at every place of a text, and that a hidden unit may track. */
public interface TextProperty {

    /** For people, such as "inside quotes". */
    String title();

    /**
     * The value at every piece, as it is after that piece was read.
     *
     * @param pieces tokens of the text, in order
     */
    float[] values(CharSequence text, List<Piece> pieces);
}
