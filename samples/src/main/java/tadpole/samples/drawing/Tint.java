package tadpole.samples.drawing;

/**
 * The light a whole picture was taken in: brightness, contrast, and warmth (red against blue). What is too bright does
 * not turn white at once, so that a white plane still stands out from a pale sky.
 */
public record Tint(double brightness, double contrast, double warmth) {

    public static Tint drawn(Dice dice) {
        return new Tint(dice.around(0.98, 0.08), dice.around(1, 0.1), dice.around(0, 0.05));
    }

    Color of(Color color) {
        return new Color(channel(color.red(), 1 + warmth), channel(color.green(), 1), channel(color.blue(), 1 - warmth));
    }

    private double channel(double value, double gain) {
        double lit = 0.45 + contrast * (value * brightness * gain - 0.45);
        double glare = lit - 0.8;
        return glare < 0 ? lit : 0.8 + glare / (1 + 2.2 * glare);
    }
}
