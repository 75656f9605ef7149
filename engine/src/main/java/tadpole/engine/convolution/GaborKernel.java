package tadpole.engine.convolution;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/**
 * A wave under a bell: g = exp(-(x'² + γ² y'²) / (2 σ²)) cos(2π x' / λ + ψ) with x' = x cos θ + y sin θ, y' = -x sin θ + y cos θ and y
 * upward (Daugman, Journal of the Optical Society of America A 2, 1985, equation 1 and its real part).
 */
final class GaborKernel {

    static final Recipe<KernelMaker> RECIPE = new Recipe<>("gabor", "Gabor",
            "A wave under a bell answers to stripes of one width and direction: close to what cells of the eye's cortex do, and to what first layers learn.",
            List.of(
                    KernelGrids.height(7),
                    KernelGrids.width(7),
                    KernelGrids.angle(0, "Which way the wave runs, counterclockwise from the right; its stripes stand across. Default 0."),
                    new Setting.Decimal("wavelength", "Wavelength", 4.0, 1, 50, "pixels", "From one stripe to the next. Default 4."),
                    new Setting.Decimal("sigma", "Sigma", 2.0, 0.1, 20, "pixels", "How wide the bell is. Default 2."),
                    new Setting.Decimal("phase", "Phase", 0.0, -180, 180, "degrees", "0: bright in the middle, a stripe finder. 90: from bright to dark, an edge finder. Default 0."),
                    new Setting.Decimal("aspect", "Aspect", 0.5, 0.05, 5, "", "How round the bell is: below 1 it is longer along the stripes. Default 0.5.")),
            new NamedMaker(GaborKernel::make, settings -> "%s°, wavelength %s".formatted(
                    Words.rounded(settings.decimal("angle"), 4), Words.rounded(settings.decimal("wavelength"), 4))));

    private GaborKernel() {}

    private static Kernel make(Settings settings) {
        double cos = KernelGrids.cos(settings.decimal("angle"));
        double sin = KernelGrids.sin(settings.decimal("angle"));
        double wavelength = settings.decimal("wavelength");
        double sigma = settings.decimal("sigma");
        double phase = settings.decimal("phase");
        double aspect = settings.decimal("aspect");
        return KernelGrids.kernel(settings, KernelGrids.fill(settings, (x, y) -> {
            double along = x * cos + y * sin;
            double across = aspect * (y * cos - x * sin);
            return StrictMath.exp(-(along * along + across * across) / (2 * sigma * sigma)) * KernelGrids.cos(360 * along / wavelength + phase);
        }));
    }
}
