package tadpole.app.chart;

import java.util.List;

/** What is measured of a run. */
public enum Metric {
    LOSS("Loss", "training, average of batches, β 0.98", true, false),
    HELD_OUT_LOSS("loss", "after each epoch", true, true),
    ACCURACY("Accuracy", "training, average of batches, β 0.98", false, false),
    HELD_OUT_ACCURACY("accuracy", "after each epoch", false, true);

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

    /** @param heldOut what the samples that are not learned from are called: "test" */
    public String label(String heldOut) {
        return isHeldOut() ? "%s%s %s".formatted(Character.toUpperCase(heldOut.charAt(0)), heldOut.substring(1), label) : label;
    }

    /** One word for what runs measure on after each epoch: "test" or "validation"; "held-out" where they differ. */
    public static String heldOut(List<RunCurves> runs) {
        List<String> words = runs.stream().map(each -> each.frame().heldOut()).filter(each -> !each.isEmpty()).distinct().toList();
        return words.isEmpty() ? "test" : words.size() == 1 ? words.getFirst() : "held-out";
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
