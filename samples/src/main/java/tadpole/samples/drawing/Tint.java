package tadpole.samples.drawing;

/** The light a whole picture was taken in: brightness, contrast, and warmth (red against blue). */
public record Tint(double brightness, double contrast, double warmth) {

    public static Tint drawn(Dice dice) {
        return new Tint(dice.around(0.98, 0.09), dice.around(1, 0.12), dice.around(0, 0.05));
    }

    Color of(Color color) {
        return new Color(channel(color.red(), 1 + warmth), channel(color.green(), 1), channel(color.blue(), 1 - warmth));
    }

    private double channel(double value, double gain) {
        return 0.45 + contrast * (value * brightness * gain - 0.45);
    }
}
