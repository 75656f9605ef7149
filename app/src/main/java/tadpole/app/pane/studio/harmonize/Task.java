package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.recipe.Settings;

/**
 * What one run works on, fixed when it starts.
 *
 * @param name of the studio, as the window says it
 */
record Task(String name, Composition composition, Settings settings, FeatureNetwork features) {

    /** Whether a stopped run of this one can go on as the other. */
    boolean goesOnAs(Task other) {
        return differsIn(other).isEmpty();
    }

    /** What is different, as the subject of a sentence; empty where nothing is. */
    String differsIn(Task other) {
        if (!sameLayers(other.composition)) {
            return "The layers have";
        }
        if (features != other.features) {
            return "The feature network has";
        }
        return settings.equals(other.settings) ? "" : "The settings have";
    }

    /** Undo gives back equal layers, not the same ones; pictures stay the very same. */
    boolean sameLayers(Composition now) {
        return composition == now || composition.painting() == now.painting() && same(composition.object(), now.object())
                && composition.placement().equals(now.placement()) && composition.mask().equals(now.mask()) && composition.loose().equals(now.loose());
    }

    private static boolean same(Optional<Picture> one, Optional<Picture> other) {
        return one.isPresent() == other.isPresent() && (one.isEmpty() || one.get() == other.get());
    }
}
