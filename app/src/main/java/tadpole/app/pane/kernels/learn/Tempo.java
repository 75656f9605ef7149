package tadpole.app.pane.kernels.learn;

/** How many steps are made in a second, so that one can watch them. */
enum Tempo {
    SLOW("2 steps a second", 2),
    WATCH("12 steps a second", 12),
    FAST("60 steps a second", 60),
    FULL("As fast as it goes", Integer.MAX_VALUE);

    private final String label;
    private final int steps;

    Tempo(String label, int steps) {
        this.label = label;
        this.steps = steps;
    }

    String label() {
        return label;
    }

    /** Nanoseconds between two steps. */
    long apart() {
        return this == FULL ? 0 : 1_000_000_000L / steps;
    }
}
