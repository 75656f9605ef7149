package tadpole.engine.picture.pull;

/**
 * Which loss pulls at a picture, and where.
 *
 * @param layer of the feature network, "relu3_1", or {@link #PIXELS}
 */
public record PullName(Kind kind, String layer) {

    /** Where a loss looks at the pixels themselves. */
    public static final String PIXELS = "pixels";

    /** What a loss wants. */
    public enum Kind { STYLE, HISTOGRAM, CONTENT, SMOOTH, COLOR, RANGE }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + layer;
    }
}
