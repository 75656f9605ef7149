package tadpole.engine.training;

/**
 * One rate tried on one batch.
 *
 * @param step     counted from 1
 * @param loss     of the batch, before the update with this rate
 * @param smoothed exponential average of the losses so far, freed from its start at 0
 */
public record SweepStep(int step, double rate, double loss, double smoothed) {}
