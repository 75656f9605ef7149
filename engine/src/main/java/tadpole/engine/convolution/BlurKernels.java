package tadpole.engine.convolution;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/** Kernels that take means of neighbors; their sum is 1. */
final class BlurKernels {

    static final Recipe<KernelMaker> BOX = new Recipe<>("boxBlur", "Box blur",
            "The mean of all pixels under the kernel: every neighbor counts the same, so sharp corners leave square traces.",
            List.of(KernelGrids.height(3), KernelGrids.width(3)),
            settings -> KernelGrids.kernel(settings, KernelGrids.toSumOne(KernelGrids.fill(settings, (_, _) -> 1))));

    /** exp(-(x² + y²) / (2 σ²)) at the pixels' middles, divided by the sum. */
    static final Recipe<KernelMaker> GAUSSIAN = new Recipe<>("gaussianBlur", "Gaussian",
            "A mean in which near neighbors count more: exp(-(x² + y²) / 2σ²), divided by the sum. It is separable and has no corners.",
            List.of(KernelGrids.height(3), KernelGrids.width(3), sigma()),
            new NamedMaker(settings -> KernelGrids.kernel(settings, gaussian(settings)),
                    settings -> "σ " + Words.rounded(settings.decimal("sigma"), 4), BlurKernels::readSigma));

    /**
     * A line through the middle, each pixel weighted with 1 - its distance from the line where that is above 0, divided by the sum.
     * Rows and columns without weight are left out: at 0 degrees it is one row.
     */
    static final Recipe<KernelMaker> MOTION = new Recipe<>("motionBlur", "Motion blur",
            "The mean along a line: what a picture shows when the camera moved while it was taken.",
            List.of(
                    new Setting.Decimal("length", "Length", 5.0, 1, Kernel.MOST, "pixels", "How far the camera moved. Default 5."),
                    KernelGrids.angle(0, "Which way it moved, counterclockwise from the right. Default 0.")),
            new NamedMaker(BlurKernels::motion, settings -> "%s pixels at %s°".formatted(
                    Words.rounded(settings.decimal("length"), 4), Words.rounded(settings.decimal("angle"), 4))));

    /** Below it a weight is a trace of rounding. */
    private static final double SMALL = 1e-9;

    private BlurKernels() {}

    static Setting.Decimal sigma() {
        return new Setting.Decimal("sigma", "Sigma", 1.0, 0.1, 20, "pixels",
                "How wide the bell is: two thirds of the weight lie within one sigma along each axis. A kernel of 6σ + 1 pixels holds nearly all of it. Default 1.");
    }

    static double[] gaussian(Settings settings) {
        double sigma = settings.decimal("sigma");
        return KernelGrids.toSumOne(KernelGrids.fill(settings, (x, y) -> StrictMath.exp(-(x * x + y * y) / (2 * sigma * sigma))));
    }

    /** From two neighbors at the middle of the longer side: their ratio is exp(1 / (2 σ²)) where it is odd, exp(1 / σ²) where it is even. */
    private static Map<String, Object> readSigma(Kernel kernel) {
        boolean wide = kernel.width() >= kernel.height();
        int size = wide ? kernel.width() : kernel.height();
        int across = ((wide ? kernel.height() : kernel.width()) - 1) / 2;
        int along = (size - 1) / 2;
        if (size < 3) {
            return Map.of();
        }
        float middle = wide ? kernel.at(across, along) : kernel.at(along, across);
        float beside = wide ? kernel.at(across, along - 1) : kernel.at(along - 1, across);
        double fall = StrictMath.log((double) middle / beside);
        double sigma = Math.rint(Math.sqrt((size % 2 == 1 ? 0.5 : 1) / fall) * 1000) / 1000;
        return middle > beside && beside > 0 && sigma >= 0.1 && sigma <= 20 ? Map.of("sigma", sigma) : Map.of();
    }

    private static Kernel motion(Settings settings) {
        double half = (settings.decimal("length") - 1) / 2;
        double cos = KernelGrids.cos(settings.decimal("angle"));
        double sin = KernelGrids.sin(settings.decimal("angle"));
        int reachX = reach(half * Math.abs(cos));
        int reachY = reach(half * Math.abs(sin));
        int width = 2 * reachX + 1;
        double[] weights = new double[width * (2 * reachY + 1)];
        for (int i = 0; i < weights.length; i++) {
            double x = i % width - reachX;
            double y = reachY - i / width;
            double along = Math.clamp(x * cos + y * sin, -half, half);
            double weight = 1 - Math.hypot(x - along * cos, y - along * sin);
            weights[i] = weight > SMALL ? weight : 0;
        }
        return trimmed(KernelGrids.kernel(2 * reachY + 1, width, KernelGrids.toSumOne(weights)));
    }

    /** The farthest pixel that is less than 1 from the line's end. */
    private static int reach(double end) {
        return (int) Math.ceil(end + 1 - SMALL) - 1;
    }

    /** Without empty rows and columns at its edges, which come in pairs. */
    private static Kernel trimmed(Kernel kernel) {
        Kernel now = kernel;
        while (now.height() > 1 && sum(now, true) == 0) {
            now = now.resized(now.height() - 2, now.width());
        }
        while (now.width() > 1 && sum(now, false) == 0) {
            now = now.resized(now.height(), now.width() - 2);
        }
        return now;
    }

    /** Of the first row, or the first column. */
    private static double sum(Kernel kernel, boolean row) {
        double sum = 0;
        for (int i = 0; i < (row ? kernel.width() : kernel.height()); i++) {
            sum += row ? kernel.at(0, i) : kernel.at(i, 0);
        }
        return sum;
    }
}
