package tadpole.app.pane.train;

/** How many figures a row of some width has room for, and in which size: the epoch is never cut. */
enum FiguresRoom {
    ALL,
    WITHOUT_SPEED,
    SMALL,
    SMALL_WITHOUT_LOSS;

    private static final double FOR_ALL = 36;
    private static final double FOR_THREE = 28.2;
    private static final double FOR_THREE_SMALL = 20.5;

    /** @param width beside the epoch, in em of the window's type */
    static FiguresRoom of(double width) {
        if (width >= FOR_ALL) {
            return ALL;
        }
        if (width >= FOR_THREE) {
            return WITHOUT_SPEED;
        }
        return width >= FOR_THREE_SMALL ? SMALL : SMALL_WITHOUT_LOSS;
    }

    boolean hasSpeed() {
        return this == ALL;
    }

    boolean hasLoss() {
        return this != SMALL_WITHOUT_LOSS;
    }

    boolean isSmall() {
        return this == SMALL || this == SMALL_WITHOUT_LOSS;
    }
}
