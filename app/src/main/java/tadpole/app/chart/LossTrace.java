package tadpole.app.chart;

/** The losses of both sets over the steps of a run, thinned as it gets long. Belongs to the JavaFX thread. */
public final class LossTrace {

    private final double chance;
    private final String held;
    private final Thinned train = new Thinned(400);
    private final Thinned test = new Thinned(400);
    private boolean tested;
    private long last = -1;
    private double highest;

    /**
     * @param classes whose guess at random has the loss ln classes
     * @param held    what the other set is called: "test"
     */
    public LossTrace(int classes, String held) {
        this.chance = Math.log(classes);
        this.held = held;
    }

    /** What comes later than a newer step is passed over. @param testLoss NaN where there is no such set */
    public void add(long step, double trainLoss, double testLoss) {
        if (step <= last || !Double.isFinite(trainLoss)) {
            return;
        }
        last = step;
        train.add(step, trainLoss);
        highest = Math.max(highest, trainLoss);
        tested = Double.isFinite(testLoss);
        if (tested) {
            test.add(step, testLoss);
            highest = Math.max(highest, testLoss);
        }
    }

    public Drawing picture() {
        return new LossTracePicture(train.lasts(), tested ? test.lasts() : new Points(new double[0], new double[0]), highest, chance, held);
    }
}
