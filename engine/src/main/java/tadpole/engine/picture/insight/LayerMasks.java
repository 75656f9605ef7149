package tadpole.engine.picture.insight;

import java.util.List;
import tadpole.engine.picture.mask.Mask;

/** The masks on their way through the network: the pixels' own first. */
public record LayerMasks(InsightQuestion question, List<Row> rows) implements Insight {

    /** What the first row is called. */
    public static final String PIXELS = "pixels";

    /** @param layer its name, or {@link #PIXELS} @param tight where the object is @param loose where pixels may change */
    public record Row(String layer, Mask tight, Mask loose) {}

    public LayerMasks {
        rows = List.copyOf(rows);
    }
}
