package tadpole.engine.picture.style;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.recipe.Settings;

/**
 * Which picture is painted anew, in whose style, how, and with whose eyes.
 *
 * @param content  of three channels, or one that is then gray, 0..255
 * @param styles   at least one
 * @param settings of {@link StylePlan#RECIPE}
 */
public record StyleOrder(Picture content, List<StylePicture> styles, Settings settings, FeatureNetwork features) {

    public StyleOrder {
        styles = List.copyOf(styles);
        if (styles.isEmpty()) {
            throw new IllegalArgumentException("There is no style yet. Open at least one picture whose style is to be taken.");
        }
    }

    /** Shares of the styles; they add up to 1. */
    double[] shares() {
        double sum = styles.stream().mapToDouble(StylePicture::weight).sum();
        return styles.stream().mapToDouble(style -> style.weight() / sum).toArray();
    }
}
