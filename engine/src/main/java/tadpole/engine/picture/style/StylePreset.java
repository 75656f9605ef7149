package tadpole.engine.picture.style;

import tadpole.engine.recipe.Settings;

/**
 * Constants that belong together.
 *
 * @param key   in files and on the command line: "gatys"
 * @param label in the window: "Gatys"
 * @param about one sentence: where it comes from, for which networks
 */
public record StylePreset(String key, String label, String about, Settings settings) {}
