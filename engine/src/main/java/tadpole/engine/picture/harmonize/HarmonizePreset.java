package tadpole.engine.picture.harmonize;

import tadpole.engine.recipe.Settings;

/**
 * Constants that belong together.
 *
 * @param key   in files: "authors"
 * @param label in the window: "The authors' program"
 * @param about one sentence: where it comes from, for which networks
 */
public record HarmonizePreset(String key, String label, String about, Settings settings) {}
