package tadpole.app.pane.finder;

import tadpole.engine.training.Experiment;

/**
 * An experiment to sweep.
 *
 * @param name what the legend calls it: "batch size 256"
 */
record Variant(String name, Experiment experiment) {}
