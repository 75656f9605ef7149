package tadpole.app.image;

import java.util.function.Function;
import javafx.scene.paint.Color;
import tadpole.app.chart.Diverging;
import tadpole.app.chart.Viridis;

/** A toning in the colors of a theme: numbers to opaque 0xAARRGGBB. */
final class Shades {

    /** Even, so that zero of a signed scale has a step of its own; a multiple of 255, so that bytes stay what they are. */
    private static final int STEPS = 1020;
    private static final int OPAQUE = 0xFF000000;

    private final Toning toning;
    private final int[] colors = new int[STEPS + 1];
    private final int broken;
    private final float factor;

    Shades(Toning toning, Diverging signed, int broken) {
        this.toning = toning;
        this.broken = broken;
        this.factor = toning.high() > toning.low() ? STEPS / (toning.high() - toning.low()) : 0;
        for (int i = 0; i <= STEPS; i++) {
            int level = (255 * i + STEPS / 2) / STEPS;
            colors[i] = OPAQUE | switch (toning.kind()) {
                case SIGNED -> signed.at(2.0 * i / STEPS - 1);
                case MAGNITUDE -> Viridis.at((double) i / STEPS).getRGB();
                case GRAY, COLOR -> level << 16 | level << 8 | level;
            };
        }
    }

    static Shades of(Toning toning, Function<String, Color> tokens) {
        return new Shades(toning, new Diverging(rgb(tokens.apply("surface")), rgb(tokens.apply("training")), rgb(tokens.apply("validation"))),
                OPAQUE | rgb(tokens.apply("caution")));
    }

    /** 0xRRGGBB. */
    static int rgb(Color color) {
        return (int) Math.round(255 * color.getRed()) << 16 | (int) Math.round(255 * color.getGreen()) << 8 | (int) Math.round(255 * color.getBlue());
    }

    /** Of what is not a number. */
    int broken() {
        return broken;
    }

    Toning toning() {
        return toning;
    }

    boolean isColored() {
        return toning.kind() == Toning.Kind.COLOR;
    }

    int of(float value) {
        return Math.abs(value) <= Float.MAX_VALUE ? colors[step(value)] : broken;
    }

    int of(float red, float green, float blue) {
        boolean whole = Math.abs(red) <= Float.MAX_VALUE && Math.abs(green) <= Float.MAX_VALUE && Math.abs(blue) <= Float.MAX_VALUE;
        return whole ? OPAQUE | colors[step(red)] & 0xFF0000 | colors[step(green)] & 0xFF00 | colors[step(blue)] & 0xFF : broken;
    }

    private int step(float value) {
        if (factor == 0) {
            return Math.round(STEPS * toning.share(value));
        }
        float step = (value - toning.low()) * factor + 0.5f;
        return step <= 0 ? 0 : step >= STEPS ? STEPS : (int) step;
    }

    /** Between the one (0) and the other (1). */
    static int mix(int from, int to, double share) {
        return OPAQUE | mixed(from >> 16 & 255, to >> 16 & 255, share) << 16 | mixed(from >> 8 & 255, to >> 8 & 255, share) << 8
                | mixed(from & 255, to & 255, share);
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    /** Perceived brightness, 0..255, by the weights of ITU-R BT.601. */
    static double luma(int argb) {
        return 0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    }
}
