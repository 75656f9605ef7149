package tadpole.engine.convolution;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** What several presets share: their size, and kernels given by a formula. */
final class KernelGrids {

    static final String HEIGHT = "height";
    static final String WIDTH = "width";

    /** Around the middle of a 3×3 kernel, clockwise from the top left. */
    private static final int[] RING = {0, 1, 2, 5, 8, 7, 6, 3};
    private static final int MIDDLE = 4;

    private KernelGrids() {}

    static Setting.Whole height(long standard) {
        return new Setting.Whole(HEIGHT, "Height", standard, 1, Kernel.MOST, "pixels", "How many rows the kernel has. Default " + standard + ".");
    }

    static Setting.Whole width(long standard) {
        return new Setting.Whole(WIDTH, "Width", standard, 1, Kernel.MOST, "pixels", "How many columns the kernel has. Default " + standard + ".");
    }

    static Setting.Decimal angle(double standard, String help) {
        return new Setting.Decimal("angle", "Angle", standard, -180, 180, "degrees", help);
    }

    /** Values at (x, y) around the middle, y upward, in pixels; the middle of an even size lies between two pixels. */
    static double[] fill(Settings settings, DoubleBinaryOperator value) {
        int height = settings.whole(HEIGHT);
        int width = settings.whole(WIDTH);
        return IntStream.range(0, height * width)
                .mapToDouble(i -> value.applyAsDouble(i % width - (width - 1) / 2.0, (height - 1) / 2.0 - i / width)).toArray();
    }

    static Kernel kernel(Settings settings, double[] values) {
        return kernel(settings.whole(HEIGHT), settings.whole(WIDTH), values);
    }

    /** The numbers rounded to float. */
    static Kernel kernel(int height, int width, double[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) values[i];
        }
        return Kernel.of(height, width, rounded);
    }

    /** The same divided by their sum. */
    static double[] toSumOne(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double[] shares = new double[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = values[i] / sum;
        }
        return shares;
    }

    /**
     * 3×3 from its middle and the eight around it.
     *
     * @param ring  clockwise from the top left
     * @param turns how many places the ring is turned clockwise: two are a quarter turn
     */
    static Kernel ring(float middle, int turns, float... ring) {
        float[] values = new float[RING.length + 1];
        values[MIDDLE] = middle;
        for (int i = 0; i < RING.length; i++) {
            values[RING[(i + turns) % RING.length]] = ring[i];
        }
        return Kernel.of(3, 3, values);
    }

    /** Cosine of degrees, exact at quarter turns. */
    static double cos(double degrees) {
        return snapped(StrictMath.cos(Math.toRadians(degrees)));
    }

    /** Sine of degrees, exact at quarter turns. */
    static double sin(double degrees) {
        return snapped(StrictMath.sin(Math.toRadians(degrees)));
    }

    private static double snapped(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-15 ? Math.rint(value) : value;
    }
}
