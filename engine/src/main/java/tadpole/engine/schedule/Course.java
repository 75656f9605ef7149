package tadpole.engine.schedule;

import java.util.OptionalDouble;

/**
 * Where a run is when a schedule is asked.
 *
 * @param rate         the learning rate of the experiment, or the one a person set meanwhile
 * @param momentum     the optimizer's own; empty where it has none
 * @param step         the step about to be made, from 0; past the last one where batches became smaller meanwhile
 * @param steps        all steps of the run as planned, at least 1
 * @param stepsAnEpoch as planned, at least 1
 */
public record Course(double rate, OptionalDouble momentum, long step, long steps, int stepsAnEpoch) {

    /** Epochs so far, with their fraction. */
    public double epochs() {
        return (double) step / stepsAnEpoch;
    }

    /** How many steps so many epochs are, to the nearest. */
    long steps(double epochs) {
        return Math.round(epochs * stepsAnEpoch);
    }

    /** The rate moves so, the momentum stays as it is. */
    Move move(double newRate) {
        return new Move(newRate, OptionalDouble.empty());
    }

    /** The course of what begins after so many steps. */
    Course after(long begun) {
        return new Course(rate, momentum, step - begun, Math.max(1, steps - begun), stepsAnEpoch);
    }
}
