package tadpole.app.pane.playground.regression;

import java.util.Optional;
import tadpole.engine.inspect.Snapshot;

/**
 * One iteration as the lesson prints it.
 *
 * @param iteration from 0
 * @param loss      before the update; the sum over the samples where their gradients are summed
 * @param weights   after the update; of a large network its first ones
 * @param before    where training stood before it; empty where it is too large to keep for every iteration
 */
record Moment(int iteration, double loss, double[] weights, Optional<Snapshot> before) {}
