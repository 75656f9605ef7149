package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.recipe.Settings;

/**
 * What is to be harmonized, how, and with whose eyes.
 *
 * @param settings of {@link HarmonizePlan#RECIPE}
 */
public record HarmonizeOrder(Scene scene, Settings settings, FeatureNetwork features) {}
