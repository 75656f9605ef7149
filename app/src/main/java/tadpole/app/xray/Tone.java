package tadpole.app.xray;

import java.util.Arrays;
import javafx.scene.paint.Color;
import tadpole.app.chart.Diverging;
import tadpole.app.chart.Viridis;

/**
 * How numbers become colors.
 *
 * @param least the number at the map's lower end
 * @param most  and at the upper
 */
public record Tone(Kind kind, double least, double most) {

    public enum Kind {
        /** Negative, nothing at zero, positive. */
        SIGNED,
        /** From dark to light, viridis. */
        MAGNITUDE,
        /** From black to white, as pictures are. */
        GRAY
    }

    /** Symmetric about zero, as far as the largest of the numbers. */
    public static Tone signed(double... values) {
        double most = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
        return new Tone(Kind.SIGNED, -most, most);
    }

    /** From zero to the largest of the numbers. */
    public static Tone magnitude(double... values) {
        return new Tone(Kind.MAGNITUDE, 0, Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0));
    }

    public static Tone gray(double least, double most) {
        return new Tone(Kind.GRAY, least, most);
    }

    /** Signed where one of the numbers is negative, else their magnitude. */
    public static Tone fitting(double... values) {
        return Arrays.stream(values).anyMatch(value -> value < 0) ? signed(values) : magnitude(values);
    }

    /** 0 at the lower end, 1 at the upper; in the middle where all numbers are the same. */
    double share(double value) {
        return most > least ? Math.clamp((value - least) / (most - least), 0, 1) : kind == Kind.SIGNED ? 0.5 : 0;
    }

    Color color(double value, Ink ink) {
        if (!Double.isFinite(value)) {
            return ink.broken();
        }
        double share = share(value);
        return switch (kind) {
            case SIGNED -> {
                int color = new Diverging(rgb(ink.zero()), rgb(ink.negative()), rgb(ink.positive())).at(2 * share - 1);
                yield Color.rgb(color >> 16, color >> 8 & 255, color & 255);
            }
            case MAGNITUDE -> {
                java.awt.Color color = Viridis.at(share);
                yield Color.rgb(color.getRed(), color.getGreen(), color.getBlue());
            }
            case GRAY -> Color.gray(share);
        };
    }

    private static int rgb(Color color) {
        return (int) Math.round(255 * color.getRed()) << 16 | (int) Math.round(255 * color.getGreen()) << 8 | (int) Math.round(255 * color.getBlue());
    }
}
