package tadpole.app.pane.gradients.softmax;

/** What stands on the stage, one at a time: each large enough to be read from the last row. */
enum Section {
    LOGITS("Logits", "Scores become probabilities and a loss; three ways of log-softmax.",
            "Move a slider: softmax turns scores into probabilities that sum to 1. Only differences count: add 5 to all logits and nothing moves. "
                    + "Click a class to make it the right one; the loss is -ln p of it."),
    JACOBIAN("Jacobian", "How every probability moves with every logit.",
            "Row i, column j: how p of class i moves when logit j rises. One class gains what the others lose, so every row sums to 0. "
                    + "Backward needs the product with a gradient, never the matrix."),
    BATCHES("Sum or mean", "The loss and its gradient over batches of 1 to 256, summed and averaged.",
            "The same network on 1, 2, 4 ... 256 samples. A sum grows with the batch, and with it every step; a mean does not. "
                    + "So a learning rate found at one batch size serves at another."),
    LOOPS("Loops or vectors", "The same loss and gradient by loops and by the engine's kernels, with their times.",
            "Both ways compute the loss and the gradient of a linear classifier. First they are compared number by number, then timed in turns; "
                    + "what counts is the median of the rounds."),
    PICTURE("Picture", "A picture through random weights: sure of itself before it learned anything.",
            "W and b are drawn, nothing is learned. A logit is a sum of thousands of random products: with a deviation of 0.1 logits differ by 10 and more, "
                    + "and softmax takes that for certainty. Try 0.001: the loss comes to ln 10.");

    private final String label;
    private final String about;
    private final String teaching;

    Section(String label, String about, String teaching) {
        this.label = label;
        this.about = about;
        this.teaching = teaching;
    }

    String label() {
        return label;
    }

    String about() {
        return about;
    }

    /** A few sentences for the drawer. */
    String teaching() {
        return teaching;
    }
}
