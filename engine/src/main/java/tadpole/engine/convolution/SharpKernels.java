package tadpole.engine.convolution;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/** Kernels that add to a picture what sets a pixel apart from its neighbors; their sum is 1. */
final class SharpKernels {

    private static final Setting.Decimal AMOUNT = new Setting.Decimal("amount", "Amount", 1.0, 0, 20, "",
            "How much of the difference from the neighbors is added. 0 changes nothing. Default 1.");

    /** Identity - amount · 4-neighbor Laplacian. */
    static final Recipe<KernelMaker> SHARPEN = new Recipe<>("sharpen", "Sharpen",
            "The pixel, plus how far it differs from its four neighbors: edges get steeper, and so does noise.",
            List.of(AMOUNT),
            new NamedMaker(settings -> sharpen((float) settings.decimal("amount")), SharpKernels::amount, SharpKernels::readAmount));

    /** (1 + amount) · identity - amount · Gaussian. */
    static final Recipe<KernelMaker> UNSHARP = new Recipe<>("unsharpMask", "Unsharp mask",
            "The picture, plus its difference from a blurred copy: the photographer's way to sharpen, with sigma saying how coarse the details are.",
            List.of(KernelGrids.height(5), KernelGrids.width(5), BlurKernels.sigma(), AMOUNT),
            new NamedMaker(SharpKernels::unsharp,
                    settings -> "σ %s, amount %s".formatted(Words.rounded(settings.decimal("sigma"), 4), Words.rounded(settings.decimal("amount"), 4))));

    private SharpKernels() {}

    private static Kernel sharpen(float a) {
        return KernelGrids.ring(1 + 4 * a, 0, 0, -a, 0, -a, 0, -a, 0, -a);
    }

    private static String amount(Settings settings) {
        return settings.decimal("amount") == AMOUNT.standard() ? "" : "amount " + Words.rounded(settings.decimal("amount"), 4);
    }

    private static Map<String, Object> readAmount(Kernel kernel) {
        double amount = kernel.height() == 3 && kernel.width() == 3 ? Double.parseDouble(Float.toString(-kernel.at(0, 1))) : 0;
        return amount > 0 && amount <= AMOUNT.most() ? Map.of("amount", amount) : Map.of();
    }

    private static Kernel unsharp(Settings settings) throws SettingException {
        int height = settings.whole(KernelGrids.HEIGHT);
        int width = settings.whole(KernelGrids.WIDTH);
        if (height % 2 == 0 || width % 2 == 0) {
            throw new SettingException("An unsharp mask needs a pixel in its middle, so odd sides, but it is %d×%d. Take 1, 3, 5, 7 or 9."
                    .formatted(height, width));
        }
        double amount = settings.decimal("amount");
        double[] values = BlurKernels.gaussian(settings);
        for (int i = 0; i < values.length; i++) {
            values[i] = (i == values.length / 2 ? 1 + amount : 0) - amount * values[i];
        }
        return KernelGrids.kernel(settings, values);
    }
}
