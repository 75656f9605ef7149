package tadpole.engine.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tadpole.engine.kernel.BorderPadding;
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.ConvolutionShape;
import tadpole.engine.kernel.Sides;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Slides kernels over a picture: y[o,i,j] = b[o] + sum over c, u, v of W[o,c,u,v] x[c, i s + u d - p, j s + v d - q], with
 * zeros, the mirrored picture, its edge or its other side around the picture. Shapes: x [n,in,height,width], W [out,in/groups,kernel,kernelWidth], b [out].
 */
public final class Conv2d implements Layer, FusesRelu {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("conv2d", "Convolution",
            "Slides small kernels over the picture; every output channel looks for one pattern everywhere.",
            withFrame(List.of(
                    new Setting.Whole("out", "Output channels", 16L, 1, 65_536, "", "How many kernels, so how many patterns."),
                    new Setting.Whole("kernel", "Kernel", 3L, 1, 1024, "pixels", "How high a kernel is, and how wide unless said. Default 3."),
                    new Setting.Whole("kernelWidth", "Kernel width", 0L, 0, 1024, "pixels", "How wide a kernel is; 0 means as wide as high."),
                    new Setting.Whole("stride", "Stride", 1L, 1, 1024, "pixels", "How far the kernel goes from place to place. Default 1.")),
                    List.of(
                    new Setting.Whole("dilation", "Dilation", 1L, 1, 1024, "pixels", "How far apart the kernel's own pixels are. Default 1."),
                    new Setting.Whole("groups", "Groups", 1L, 1, 65_536, "",
                            "In how many groups channels are split; each kernel sees one. It divides both numbers of channels."),
                    new Setting.Switch("bias", "Bias", true, "Whether each output channel adds a number of its own."),
                    Initialization.SETTING,
                    Initialization.DEVIATION,
                    Initialization.FAN,
                    Initialization.GAIN)),
            Conv2d::new);

    private static final float[] NO_BIAS = {};

    private final String name;
    private final int in;
    private final int out;
    private final int groups;
    private final Window window;
    private final Frame frame;
    private final Parameter weight;
    private final List<Parameter> bias;

    private record Prepared(ConvolutionShape shape, Parameter weight, long version) {}

    private static List<Setting> withFrame(List<Setting> before, List<Setting> after) {
        return Stream.of(before, Frame.SETTINGS, after).flatMap(List::stream).toList();
    }

    private Conv2d(String name, Settings settings, Shape input, Seed seed) {
        Window.requirePicture(input);
        this.name = name;
        this.in = input.at(0);
        this.out = settings.whole("out");
        this.groups = settings.whole("groups");
        int height = settings.whole("kernel");
        int width = settings.whole("kernelWidth") == 0 ? height : settings.whole("kernelWidth");
        this.frame = Frame.of(settings, height, width);
        this.window = new Window("kernel", height, width, settings.whole("stride"), frame.sides(), settings.whole("dilation"));
        if (in % groups != 0 || out % groups != 0) {
            throw new ShapeException("%d groups must divide the channels, but %d come in and %d go out: %d mod %d = %d. Take %s.".formatted(
                    groups, in, out, in % groups != 0 ? in : out, groups, in % groups != 0 ? in % groups : out % groups, groupsThatFit()));
        }
        frame.require(input);
        window.over(input, out);
        this.weight = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT,
                Shape.of(out, in / groups, window.height(), window.width()));
        this.bias = settings.on("bias")
                ? List.of(Parameter.zeros(name + ".bias", Parameter.Role.BIAS, Shape.of(out)))
                : List.of();
        start(settings, seed);
    }

    /** "1, 2 or 4 groups": all that divide both numbers of channels. */
    private String groupsThatFit() {
        List<String> fit = IntStream.rangeClosed(1, Math.min(in, out)).filter(each -> in % each == 0 && out % each == 0)
                .mapToObj(Integer::toString).toList();
        int last = fit.size() - 1;
        return last == 0 ? "1 group" : "%s or %s groups".formatted(String.join(", ", fit.subList(0, last)), fit.get(last));
    }

    /** Fans as PyTorch counts them: the numbers that one output is a sum of, and the sums that one input is in at stride 1. */
    private void start(Settings settings, Seed seed) {
        Initialization.Start start = Initialization.start(settings);
        RandomGenerator random = seed.generator();
        int size = window.height() * window.width();
        Initialization.Fan fan = new Initialization.Fan((double) in / groups * size, (double) out * size, groups);
        start.fillWeight(weight.value(), fan, random);
        bias.forEach(each -> start.fillBias(each.value(), fan, random));
    }

    @Override
    public List<Parameter> parameters() {
        return bias.isEmpty() ? List.of(weight) : List.of(weight, bias.getFirst());
    }

    @Override
    public Shape outputShape(Shape input) {
        Window.requirePicture(input);
        if (input.at(0) != in) {
            throw new ShapeException("%s takes %d channels, but is given %s.".formatted(name, in, input));
        }
        frame.require(input);
        return window.over(input, out);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return forward(x, false, pass);
    }

    @Override
    public Tensor forwardRelu(Tensor x, Pass pass) {
        return forward(x, true, pass);
    }

    private Tensor forward(Tensor x, boolean relu, Pass pass) {
        Convolution kernel = kernel(x, pass);
        Tensor read = framed(x, pass);
        Tensor y = pass.output(Shape.of(x.shape().at(0), out, kernel.shape().outHeight(), kernel.shape().outWidth()));
        float[] shift = bias.isEmpty() ? NO_BIAS : bias.getFirst().value().data();
        kernel.forward(read.data(), weights(kernel, pass), shift, relu, y.data(), pass.workspace());
        pass.remember("x", x);
        pass.remember("read", read);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        Convolution kernel = kernel(x, pass);
        if (pass.wantsParameterGradients()) {
            kernel.addWeightGradient(pass.recall("read").data(), dy.data(), weight.gradient().data(), pass.workspace());
            bias.forEach(each -> kernel.addBiasGradient(dy.data(), each.gradient().data()));
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        Tensor dread = frame.isCopied() ? pass.shared("framed", framed(x)) : dx;
        kernel.inputGradient(dy.data(), weightsBackward(kernel, pass), dread.data(), pass.workspace());
        if (frame.isCopied()) {
            pass.kernels().padBackward(frame.over(x), dread.data(), dx.data());
        }
        return dx;
    }

    /** What the kernels slide over: the picture, or a copy with all that is around it. */
    private Tensor framed(Tensor x, Pass pass) {
        if (!frame.isCopied()) {
            return x;
        }
        Tensor padded = pass.wantsParameterGradients() ? pass.buffer("padded", framed(x)) : pass.shared("framed", framed(x));
        pass.kernels().pad(frame.over(x), x.data(), padded.data());
        return padded;
    }

    private Shape framed(Tensor x) {
        BorderPadding around = frame.over(x);
        return Shape.of(x.shape().at(0), in, around.paddedHeight(), around.paddedWidth());
    }

    private Convolution kernel(Tensor x, Pass pass) {
        Shape batch = x.shape();
        Sides copied = frame.isCopied() ? frame.sides() : Sides.of(0);
        int padding = frame.isCopied() ? 0 : frame.sides().top();
        ConvolutionShape shape = new ConvolutionShape(batch.at(0), in, batch.at(2) + copied.rows(), batch.at(3) + copied.columns(), out,
                window.height(), window.width(), window.stride(), padding, window.dilation(), groups);
        return pass.kept("kernel", shape, pass.kernels()::convolution);
    }

    private float[] weights(Convolution kernel, Pass pass) {
        float[] prepared = pass.buffer("weights", Shape.of(kernel.preparedSize())).data();
        ifChanged("weights", kernel, pass, () -> kernel.prepare(weight.value().data(), prepared));
        return prepared;
    }

    private float[] weightsBackward(Convolution kernel, Pass pass) {
        float[] prepared = pass.buffer("weights backward", Shape.of(kernel.preparedBackwardSize())).data();
        ifChanged("weights backward", kernel, pass, () -> kernel.prepareBackward(weight.value().data(), prepared));
        return prepared;
    }

    /** In training the weights are others at every step. */
    private void ifChanged(String what, Convolution kernel, Pass pass, Runnable prepare) {
        if (pass.isTraining()) {
            prepare.run();
            return;
        }
        pass.kept(what, new Prepared(kernel.shape(), weight, weight.version()), prepared -> {
            prepare.run();
            return prepared;
        });
    }
}
