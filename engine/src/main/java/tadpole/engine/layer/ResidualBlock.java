package tadpole.engine.layer;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * y = max(0, body(x) + shortcut(x)). The body is two 3×3 convolutions, each with batch normalization, a ReLU between them; the
 * shortcut is x itself, or where the shape changes a 1×1 convolution with batch normalization (projection, option B), or every
 * stride-th pixel with channels of zeros beside it (option A, as in the paper's CIFAR networks). He et al. 2015, the basic block.
 */
public final class ResidualBlock implements Layer {

    private static final String ZEROS = "zeros";

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("residualBlock", "Residual block",
            "Two 3×3 convolutions with batch normalization whose result is added to what came in, so that deep networks learn.",
            List.of(
                    new Setting.Whole("out", "Output channels", 16L, 1, 65_536, "", "How many channels go out."),
                    new Setting.Whole("stride", "Stride", 1L, 1, 1024, "pixels", "2 halves the picture's height and width. Default 1."),
                    new Setting.Choice("shortcut", "Shortcut", "projection",
                            List.of(new Setting.Option("projection", "Projection (B)"), new Setting.Option(ZEROS, "Zero channels (A)")),
                            "How what came in is brought to the new shape: by a learned 1×1 convolution, or by leaving out pixels and"
                                    + " adding channels of zeros, with nothing to learn. Default projection."),
                    Initialization.SETTING,
                    Initialization.DEVIATION,
                    Initialization.FAN,
                    Initialization.GAIN),
            ResidualBlock::new);

    private final Network body;
    private final Layer shortcut;

    private ResidualBlock(String name, Settings settings, Shape input, Seed seed) {
        Window.requirePicture(input);
        this.body = network(name + ".body.", input, body(settings), seed.derive("body"));
        this.shortcut = addsZeros(settings, input)
                ? new ZeroShortcut(input, settings.whole("out"), settings.whole("stride"))
                : network(name + ".shortcut.", input, shortcut(settings, input), seed.derive("shortcut"));
    }

    private static Network network(String prefix, Shape input, List<Spec> layers, Seed seed) {
        try {
            return Network.build(prefix, input, layers, seed);
        } catch (SettingException misfit) {
            throw new ShapeException(misfit.getMessage());
        }
    }

    /** The layers of the body. */
    public static List<Spec> body(Settings settings) {
        return List.of(
                convolution(settings, 3, settings.whole("stride")),
                BatchNorm2d.RECIPE.standard(),
                Relu.RECIPE.standard(),
                convolution(settings, 3, 1),
                BatchNorm2d.RECIPE.standard());
    }

    /** The layers of the shortcut: none where x fits as it is, or where channels of zeros make it fit. */
    public static List<Spec> shortcut(Settings settings, Shape input) {
        if (fits(settings, input) || addsZeros(settings, input)) {
            return List.of();
        }
        return List.of(convolution(settings, 1, settings.whole("stride")), BatchNorm2d.RECIPE.standard());
    }

    /** Whether the shortcut leaves out pixels and adds channels of zeros. */
    public static boolean addsZeros(Settings settings, Shape input) {
        return settings.choice("shortcut").equals(ZEROS) && !fits(settings, input);
    }

    /** What it is made of, by its name: "body", and "shortcut" where that is a network. Each is given what the block is given. */
    public Map<String, Network> networks() {
        return shortcut instanceof Network beside ? Map.of("body", body, "shortcut", beside) : Map.of("body", body);
    }

    private static boolean fits(Settings settings, Shape input) {
        return settings.whole("stride") == 1 && settings.whole("out") == input.at(0);
    }

    private static Spec convolution(Settings settings, int kernel, int stride) {
        try {
            return Conv2d.RECIPE.with(Map.of("out", settings.whole("out"), "kernel", kernel, "stride", stride, "padding", kernel / 2,
                    "bias", false, "init", settings.choice("init"), "deviation", settings.decimal("deviation"), "fan", settings.choice("fan"),
                    "gain", settings.decimal("gain")));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A residual block's settings are within a convolution's.", impossible);
        }
    }

    @Override
    public int leastBatch() {
        return Math.max(body.leastBatch(), shortcut.leastBatch());
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(body.parameters().stream(), shortcut.parameters().stream()).toList();
    }

    @Override
    public List<NamedTensor> buffers() {
        return Stream.concat(body.buffers().stream(), shortcut.buffers().stream()).toList();
    }

    @Override
    public Shape outputShape(Shape input) {
        shortcut.outputShape(input);
        return body.outputShape(input);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor beside = shortcut.forward(x, pass.child("shortcut", pass.wantsInputGradient()));
        Tensor y = body.forwardSumRelu(x, beside, pass.child("body", pass.wantsInputGradient()));
        pass.remember("y", y);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor y = pass.recall("y");
        Tensor dsum = pass.buffer("sum gradient", y.shape());
        pass.kernels().reluBackward(y.data(), dy.data(), dsum.data(), y.size());
        Tensor dx = body.backward(dsum, pass.child("body", pass.wantsInputGradient()));
        Tensor beside = shortcut.backward(dsum, pass.child("shortcut", pass.wantsInputGradient()));
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        pass.kernels().axpy(1, beside.data(), dx.data(), dx.size());
        return dx;
    }
}
