package tadpole.app.pane.train;

import tadpole.engine.training.TrainedNetwork;

/**
 * What every room looks at: one run at one moment.
 *
 * @param step    how many steps were made
 * @param epoch   with its fraction
 * @param live    whether it is where the run stands now, else a recorded moment
 * @param network a copy that nobody writes into, with the run's data
 */
public record Sight(Run run, long step, double epoch, boolean live, TrainedNetwork network) {}
