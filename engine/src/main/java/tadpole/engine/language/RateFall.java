package tadpole.engine.language;

import tadpole.engine.recipe.Settings;

/** The learning rate of each epoch: as it is, falling from an epoch on, or falling where validation does not get better. */
final class RateFall {

    private final String when;
    private final double by;
    private final int from;
    private double rate;
    private int epoch;
    private double best = Double.POSITIVE_INFINITY;

    /** @param epochs that the model was trained before */
    RateFall(Settings plan, int epochs) {
        this.when = plan.choice("decay");
        this.by = plan.decimal("decayBy");
        this.from = plan.whole("decayFrom");
        this.rate = plan.decimal("rate");
        for (int entered = 0; entered <= epochs; entered++) {
            next();
        }
    }

    double rate() {
        return rate;
    }

    /** After an epoch; NaN where nothing was measured. */
    void judge(double validation) {
        if (when.equals("plateau") && validation >= best) {
            rate *= by;
        }
        best = Double.isNaN(validation) ? best : Math.min(best, validation);
        next();
    }

    /** Enters an epoch; they are counted from 1. */
    private void next() {
        epoch++;
        if (when.equals("afterEpoch") && epoch >= from) {
            rate *= by;
        }
    }
}
