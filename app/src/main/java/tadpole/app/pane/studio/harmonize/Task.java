package tadpole.app.pane.studio.harmonize;

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
        if (composition != other.composition) {
            return "The layers have";
        }
        if (features != other.features) {
            return "The feature network has";
        }
        return settings.equals(other.settings) ? "" : "The settings have";
    }
}
