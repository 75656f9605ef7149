package tadpole.app.pane.playground.regression;

/**
 * A lesson of the menu.
 *
 * @param file    among the bundled experiments
 * @param teaches in one sentence
 */
enum RegressionLesson {
    DIVERGES("diverges", "polynomial-diverges.json", "From 1, x and x² as they are, the loss is so steep along x² that a rate of 0.01 throws it out."),
    MENDED("mended (0.03)", "polynomial-mended.json", "Standardized features make the bowl rounder: the same curve is learned, with the figures that the lesson prints."),
    PUBLISHED("published bug (0.02)", "polynomial-published-bug.json", "The lesson's code says 0.02 and does not give the figures printed beside it: run what you publish."),
    STALE("stale gradient", "polynomial-stale-gradient.json", "The bias gradient is never set to zero: it piles up, the bias overshoots, and the loss goes up and down."),
    RAW("raw two-layer ReLU", "raw-two-layer.json", "1000-100-10 learns 64 random samples by heart; only a log axis shows a fall over that many powers of ten.");

    private final String label;
    private final String file;
    private final String teaches;

    RegressionLesson(String label, String file, String teaches) {
        this.label = label;
        this.file = file;
        this.teaches = teaches;
    }

    String label() {
        return label;
    }

    String file() {
        return file;
    }

    String teaches() {
        return teaches;
    }
}
