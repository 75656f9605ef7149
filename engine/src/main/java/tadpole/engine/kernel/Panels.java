package tadpole.engine.kernel;

/** How the columns of a product are cut into panels of three, two and one vectors. */
record Panels(int columns) {
    private static final int L = Lanes.COUNT;
    /** Columns of a wide panel. */
    static final int WIDE = 3 * L;

    int count() {
        return wide() + switch (vectorsLeft()) {
            case 0 -> 0;
            case 1, 2 -> 1;
            default -> 2;
        };
    }

    /** Panels of three vectors; one less when a single vector would be left, as two panels of two are faster than three and one. */
    private int wide() {
        int vectors = Math.ceilDiv(columns, L);
        return vectors % 3 == 1 && vectors > 1 ? vectors / 3 - 1 : vectors / 3;
    }

    private int vectorsLeft() {
        return Math.ceilDiv(columns, L) - 3 * wide();
    }

    /** How many vectors wide a panel is. */
    int vectors(int panel) {
        return panel < wide() ? 3 : Math.min(2, vectorsLeft());
    }

    int firstColumn(int panel) {
        int wide = wide();
        return panel <= wide ? panel * WIDE : wide * WIDE + (panel - wide) * 2 * L;
    }

    /** How many columns a panel is for; in the last they may be fewer than its lanes. */
    int width(int panel) {
        return Math.min(columns - firstColumn(panel), vectors(panel) * L);
    }

    /** The panel that a column is in. */
    int panelOf(int column) {
        int wide = wide();
        return column < wide * WIDE ? column / WIDE : wide + (column - wide * WIDE) / (2 * L);
    }
}
