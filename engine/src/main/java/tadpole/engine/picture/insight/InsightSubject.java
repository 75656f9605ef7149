package tadpole.engine.picture.insight;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.recipe.Settings;

/**
 * What is looked into: an object in its painting, the picture as it is now, the network whose eyes are used, the constants of the work.
 *
 * @param current  of the scene's size: the composite, or what a run made of it so far
 * @param settings of {@link tadpole.engine.picture.harmonize.HarmonizePlan#RECIPE}
 */
public record InsightSubject(Scene scene, Picture current, FeatureNetwork features, Settings settings) {

    public InsightSubject {
        if (current.height() != scene.height() || current.width() != scene.width() || current.channels() != 3) {
            throw new IllegalArgumentException("The current picture must be a color picture of the scene's %d×%d pixels, but is %d×%d with %d channels."
                    .formatted(scene.width(), scene.height(), current.width(), current.height(), current.channels()));
        }
    }

    /** Whether all but the current picture is the same. */
    public boolean isSameBut(InsightSubject other) {
        return scene == other.scene && features == other.features && settings.equals(other.settings);
    }
}
