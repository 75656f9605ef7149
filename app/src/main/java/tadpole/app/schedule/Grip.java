package tadpole.app.schedule;

/** A place of the curve that one takes hold of. */
public enum Grip {
    START("Start"),
    PEAK("Peak"),
    END("End"),
    HIGH("Greatest momentum"),
    LOW("Least momentum");

    private final String label;

    Grip(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean isMomentum() {
        return this == HIGH || this == LOW;
    }

    /**
     * A grip where it is now.
     *
     * @param value    rate or momentum there
     * @param sideways whether it can be moved along the run as well
     */
    public record Handle(Grip grip, long step, double value, boolean sideways) {}
}
