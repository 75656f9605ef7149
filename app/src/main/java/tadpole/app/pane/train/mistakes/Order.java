package tadpole.app.pane.train.mistakes;

/** In which order the wall shows images, or which of them. */
enum Order {
    CELL("This cell", "the surest answer first", "The images of the cell chosen in the matrix, the surest answer first."),
    HARDEST("Hardest", "highest loss first", "All images, the highest loss first."),
    SURE_AND_WRONG("Sure, wrong", "surest wrong answer first", "Wrong answers, the surest first."),
    UNSURE_AND_RIGHT("Unsure, right", "least sure first", "Right answers, the least sure first."),
    CHANGED("Changed most", "answer changed most often first", "Asks every recorded moment: images whose answer changed most often come first.");

    private final String label;
    private final String first;
    private final String tip;

    Order(String label, String first, String tip) {
        this.label = label;
        this.first = first;
        this.tip = tip;
    }

    String label() {
        return label;
    }

    /** What stands first, in muted words. */
    String first() {
        return first;
    }

    String tip() {
        return tip;
    }
}
