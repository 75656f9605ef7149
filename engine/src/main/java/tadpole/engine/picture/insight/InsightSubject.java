package tadpole.engine.picture.insight;

import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.recipe.Settings;

/**
 * What is looked into: an object in its painting, the picture as it is now, the network whose eyes are used, the constants of the work.
 *
 * @param current  of the scene's size: the composite, or what a run made of it so far
 * @param first    what pass 1 ended with, of the scene's size: pass 2 takes from the painting what matches it. Empty before; what the current
 *                 picture matches then stands for it
 * @param settings of {@link tadpole.engine.picture.harmonize.HarmonizePlan#RECIPE}
 */
public record InsightSubject(Scene scene, Picture current, Optional<Picture> first, FeatureNetwork features, Settings settings) {

    public InsightSubject {
        if (current.height() != scene.height() || current.width() != scene.width() || current.channels() != 3) {
            throw new IllegalArgumentException("The current picture must be a color picture of the scene's %d×%d pixels, but is %d×%d with %d channels."
                    .formatted(scene.width(), scene.height(), current.width(), current.height(), current.channels()));
        }
        if (first.filter(each -> each.height() != scene.height() || each.width() != scene.width()).isPresent()) {
            throw new IllegalArgumentException("What pass 1 ended with must be of the scene's size.");
        }
    }

    /** What pass 2 matches with the painting, as far as it is known. */
    public Picture matched() {
        return first.orElse(current);
    }

    /** Whether all but the current picture is the same. */
    public boolean isSameBut(InsightSubject other) {
        return scene == other.scene && first.equals(other.first) && features == other.features && settings.equals(other.settings);
    }
}
