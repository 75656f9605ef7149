package tadpole.engine.convolution;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;

/** The kernel that changes nothing, and one of chance. */
final class SimpleKernels {

    /** 1 in the middle (of an even size: above and left of it, where "same" padding puts the output). */
    static final Recipe<KernelMaker> IDENTITY = new Recipe<>("identity", "Identity",
            "A single 1 in the middle: every pixel stays what it is. Move the 1 and the picture moves.",
            List.of(KernelGrids.height(3), KernelGrids.width(3)),
            settings -> identity(settings.whole(KernelGrids.HEIGHT), settings.whole(KernelGrids.WIDTH)));

    static final Recipe<KernelMaker> RANDOM = new Recipe<>("random", "Random",
            "Normally distributed numbers: what a layer has before it learned anything, and already it finds edges.",
            List.of(
                    KernelGrids.height(3),
                    KernelGrids.width(3),
                    new Setting.Decimal("deviation", "Deviation", 1.0, 1e-3, 100, "", "How far the numbers spread around 0. Default 1."),
                    new Setting.Whole("seed", "Seed", 1L, 0, 999_999, "", "Another seed, another kernel; the same seed, the same kernel. Default 1.")),
            new NamedMaker(SimpleKernels::random, settings -> "seed " + settings.whole("seed")));

    private SimpleKernels() {}

    static Kernel identity(int height, int width) {
        return Kernel.zeros(height, width).with((height - 1) / 2, (width - 1) / 2, 1);
    }

    private static Kernel random(Settings settings) {
        RandomGenerator random = new Seed(settings.whole("seed")).derive("kernel").generator();
        double deviation = settings.decimal("deviation");
        return KernelGrids.kernel(settings, KernelGrids.fill(settings, (_, _) -> deviation * random.nextGaussian()));
    }
}
