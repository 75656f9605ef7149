package tadpole.engine.insight;

/**
 * Where the weights of one layer, their gradients and the changes of one step lie.
 *
 * @param step    from 1
 * @param epoch   with its fraction, after the step
 * @param weights before the step
 */
public record LayerHistograms(long step, double epoch, String layer, Histogram weights, Histogram gradients, Histogram updates) {}
