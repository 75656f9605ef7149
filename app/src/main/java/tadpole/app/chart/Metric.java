package tadpole.app.chart;

/** What is measured of a run. */
public enum Metric {
    LOSS("Loss", "training, average of batches, β 0.98", true, false),
    HELD_OUT_LOSS("Held-out loss", "after each epoch", true, true),
    ACCURACY("Accuracy", "training, average of batches, β 0.98", false, false),
    HELD_OUT_ACCURACY("Held-out accuracy", "after each epoch", false, true);

    private final String label;
    private final String about;
    private final boolean loss;
    private final boolean heldOut;

    Metric(String label, String about, boolean loss, boolean heldOut) {
        this.label = label;
        this.about = about;
        this.loss = loss;
        this.heldOut = heldOut;
    }

    public String label() {
        return label;
    }

    /** How its points come about. */
    public String about() {
        return about;
    }

    /** Whether it is a loss; else an accuracy between 0 and 1. */
    public boolean isLoss() {
        return loss;
    }

    /** Whether it is measured after each epoch on samples that are not learned from; else at every step. */
    public boolean isHeldOut() {
        return heldOut;
    }
}
