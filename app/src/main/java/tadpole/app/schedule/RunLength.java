package tadpole.app.schedule;

import tadpole.engine.training.TrainingPlan;

/** How long a run is planned to be. */
public record RunLength(long steps, int stepsAnEpoch) {

    /** Before one knows the data. */
    private static final int SAMPLES = 1000;

    public RunLength {
        if (steps < 1 || stepsAnEpoch < 1) {
            throw new IllegalArgumentException("A run has 1 step at least, but is " + steps + " of " + stepsAnEpoch + " an epoch.");
        }
    }

    /** @param samples that are learned from */
    public static RunLength of(TrainingPlan plan, int samples) {
        int learned = Math.max(1, samples);
        return new RunLength(plan.plannedSteps(learned), plan.stepsAnEpoch(learned));
    }

    /** Of a plan without data yet. */
    public static RunLength of(TrainingPlan plan) {
        return of(plan, SAMPLES);
    }

    public double epochs() {
        return (double) steps / stepsAnEpoch;
    }
}
