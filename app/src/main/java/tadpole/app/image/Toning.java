package tadpole.app.image;

/**
 * How values become colors.
 *
 * @param low  the value at the lower end of the scale
 * @param high the value at its upper end
 */
public record Toning(Kind kind, float low, float high) {

    public enum Kind {
        /** One channel from black to white. */
        GRAY,
        /** Three channels as red, green and blue. */
        COLOR,
        /** One channel on the theme's diverging map: "training" below zero, the surface at zero, "validation" above; low = -high. */
        SIGNED
    }

    public static Toning gray(float black, float white) {
        return new Toning(Kind.GRAY, black, white);
    }

    public static Toning color(float black, float white) {
        return new Toning(Kind.COLOR, black, white);
    }

    public static Toning signed(float most) {
        return new Toning(Kind.SIGNED, -most, most);
    }
}
