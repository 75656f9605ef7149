package tadpole.engine.picture.made;

/** A color of three numbers, 0 to 255, that is mixed while a pixel is painted. */
final class Tone {

    double red;
    double green;
    double blue;

    static Tone of(double red, double green, double blue) {
        return new Tone().set(red, green, blue);
    }

    Tone set(double newRed, double newGreen, double newBlue) {
        red = newRed;
        green = newGreen;
        blue = newBlue;
        return this;
    }

    Tone set(Tone other) {
        return set(other.red, other.green, other.blue);
    }

    /** Goes that share of the way to another color. */
    Tone toward(Tone other, double share) {
        red += share * (other.red - red);
        green += share * (other.green - green);
        blue += share * (other.blue - blue);
        return this;
    }

    /** Light that is added. */
    Tone add(Tone light, double share) {
        red += share * light.red;
        green += share * light.green;
        blue += share * light.blue;
        return this;
    }

    Tone times(double factor) {
        red *= factor;
        green *= factor;
        blue *= factor;
        return this;
    }
}
