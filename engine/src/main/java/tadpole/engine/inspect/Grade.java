package tadpole.engine.inspect;

/** How a relative error is judged (CS231n, "gradient checks"). */
public enum Grade {
    RIGHT("right", 1e-7),
    FINE("fine", 1e-4),
    /** Fine with kinks nearby, else suspect. */
    SUSPECT("suspect", 1e-2),
    WRONG("wrong", Double.POSITIVE_INFINITY),
    /** Far off because a kink lies between the two places. */
    KINK("crossed a kink", Double.NaN),
    /** Far off, but no further than rounding of the loss explains. */
    ROUNDING("within rounding", Double.NaN),
    UNCHECKED("not checked", Double.NaN);

    private final String label;
    private final double most;

    Grade(String label, double most) {
        this.label = label;
        this.most = most;
    }

    public String label() {
        return label;
    }

    /** The largest error that is judged so; NaN where it is not the error that counts. */
    public double most() {
        return most;
    }

    static Grade of(double error) {
        return error <= RIGHT.most ? RIGHT : error <= FINE.most ? FINE : error <= SUSPECT.most ? SUSPECT : WRONG;
    }
}
