package tadpole.samples.drawing;

/** Red, green and blue, each 0 to 1 (values outside are cut off when a picture is finished). */
public record Color(double red, double green, double blue) {

    /** From 0xRRGGBB. */
    public static Color of(int hex) {
        return new Color((hex >> 16 & 255) / 255.0, (hex >> 8 & 255) / 255.0, (hex & 255) / 255.0);
    }

    public Color times(double factor) {
        return new Color(red * factor, green * factor, blue * factor);
    }

    public Color toward(Color other, double part) {
        return new Color(red + part * (other.red - red), green + part * (other.green - green),
                blue + part * (other.blue - blue));
    }

    /** A neighbor of this color: lighter or darker, and a little off in each channel. */
    public Color varied(Dice dice, double amount) {
        double light = 1 + dice.around(0, amount);
        return new Color(red * light + dice.around(0, amount / 3), green * light + dice.around(0, amount / 3),
                blue * light + dice.around(0, amount / 3));
    }
}
