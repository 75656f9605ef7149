package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.BorderPadding;
import tadpole.engine.kernel.PaddingMode;
import tadpole.engine.kernel.Sides;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** What a convolution puts around its pictures. */
record Frame(PaddingMode mode, Sides sides) {

    static final List<Setting> SETTINGS = List.of(
            new Setting.Whole("padding", "Padding", 0L, 0, 1024, "pixels", "How many pixels are put around the picture. Default 0."),
            new Setting.Whole("paddingWidth", "Padding width", -1L, -1, 1024, "pixels",
                    "How many pixels are put at the left and at the right; -1 means as many as above and below."),
            new Setting.Switch("paddingSame", "Same size", false,
                    "Puts dilation · (kernel - 1) pixels around in all, the odd one below and at the right, whatever \"padding\" says: at stride 1 the picture keeps its size (PyTorch's padding=\"same\", there at stride 1 only)."),
            new Setting.Choice("paddingMode", "Padding with", "zeros",
                    List.of(new Setting.Option("zeros", "Zeros"), new Setting.Option("reflect", "Mirrored picture"),
                            new Setting.Option("replicate", "Edge repeated"), new Setting.Option("circular", "Other side")),
                    "What is put around the picture: zeros, the picture mirrored at its edge (reflect), its edge repeated (replicate), or its other side (circular). Default zeros."));

    static Frame of(Settings settings, int kernelHeight, int kernelWidth) {
        PaddingMode mode = switch (settings.choice("paddingMode")) {
            case "reflect" -> PaddingMode.REFLECT;
            case "replicate" -> PaddingMode.REPLICATE;
            case "circular" -> PaddingMode.CIRCULAR;
            case "zeros" -> PaddingMode.ZEROS;
            default -> throw new IllegalStateException("An unknown border: " + settings.choice("paddingMode"));
        };
        if (settings.on("paddingSame")) {
            int rows = settings.whole("dilation") * (kernelHeight - 1);
            int columns = settings.whole("dilation") * (kernelWidth - 1);
            return new Frame(mode, new Sides(rows / 2, rows - rows / 2, columns / 2, columns - columns / 2));
        }
        int rows = settings.whole("padding");
        int columns = settings.whole("paddingWidth");
        return new Frame(mode, Sides.of(rows, columns < 0 ? rows : columns));
    }

    /** Whether kernels slide over a copy of the picture in its frame: zeros, as many on all sides, they put around by themselves. */
    boolean isCopied() {
        return !sides.equals(Sides.of(0)) && (mode != PaddingMode.ZEROS || !sides.areEqual());
    }

    /** @throws ShapeException where a picture has too few pixels to mirror or to take from its other side */
    void require(Shape input) {
        require(input, "height", Math.max(sides.top(), sides.bottom()), input.at(1));
        require(input, "width", Math.max(sides.left(), sides.right()), input.at(2));
    }

    private void require(Shape input, String axis, int padding, int size) {
        int most = mode.most(size);
        if (padding <= most) {
            return;
        }
        boolean mirrors = mode == PaddingMode.REFLECT;
        throw new ShapeException("padding with %s must be %s its %s, but is %d for a %d×%d input: %d %s %d. Take %s.".formatted(
                mirrors ? "the mirrored picture" : "the picture's other side", mirrors ? "less than" : "at most",
                sides.areEqual() ? "height and width" : axis, padding, input.at(1), input.at(2), padding, mirrors ? "≥" : ">", size,
                remedy(input, most)));
    }

    private String remedy(Shape input, int most) {
        int all = sides.areEqual() ? mode.most(Math.min(input.at(1), input.at(2))) : most;
        return all == 0 ? "zeros" : "a padding of at most %d, or zeros".formatted(all);
    }

    BorderPadding over(Tensor x) {
        Shape batch = x.shape();
        return new BorderPadding(mode, batch.at(0) * batch.at(1), batch.at(2), batch.at(3), sides);
    }
}
