package tadpole.engine.layer;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Every output is a weighted sum of all inputs and a bias: y = x Wᵀ + b. Shapes: x [n,in], W [out,in], b [out]. */
public final class Linear implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("linear", "Linear",
            "Every output is a weighted sum of all inputs, plus a bias: y = x Wᵀ + b.",
            List.of(
                    new Setting.Whole("out", "Outputs", 10L, 1, 1_000_000, "", "How many units the layer has."),
                    new Setting.Switch("bias", "Bias", true, "Whether each unit adds a number of its own to its sum."),
                    Initialization.SETTING,
                    Initialization.DEVIATION),
            Linear::new);

    private final String name;
    private final int in;
    private final int out;
    private final Parameter weight;
    private final List<Parameter> bias;

    private Linear(String name, Settings settings, Shape input, Seed seed) {
        if (input.rank() != 1) {
            throw new ShapeException("takes a row of numbers, but is given " + input + ". Put a flatten layer before it.");
        }
        this.name = name;
        this.in = input.at(0);
        this.out = settings.whole("out");
        this.weight = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT, Shape.of(out, in));
        this.bias = settings.on("bias")
                ? List.of(Parameter.zeros(name + ".bias", Parameter.Role.BIAS, Shape.of(out)))
                : List.of();
        start(settings, seed);
    }

    private void start(Settings settings, Seed seed) {
        Initialization initialization = Initialization.of(settings.choice("init"));
        RandomGenerator random = seed.generator();
        initialization.fill(weight.value(), in, out, settings.decimal("deviation"), random);
        if (initialization == Initialization.UNIFORM_FAN_IN) {
            bias.forEach(each -> initialization.fill(each.value(), in, out, 0, random));
        }
    }

    @Override
    public List<Parameter> parameters() {
        return bias.isEmpty() ? List.of(weight) : List.of(weight, bias.getFirst());
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1 || input.at(0) != in) {
            throw new ShapeException(name + " takes " + in + " inputs, but is given " + input + ".");
        }
        return Shape.of(out);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        int n = x.shape().at(0);
        Tensor y = pass.output(Shape.of(n, out));
        Matrix inputs = Matrix.of(x.data(), n, in);
        Matrix outputs = Matrix.of(y.data(), n, out);
        pass.kernels().multiply(inputs, weights(weight.value()).transpose(), outputs);
        if (!bias.isEmpty()) {
            pass.kernels().addBias(outputs, bias.getFirst().value().data());
        }
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        int n = x.shape().at(0);
        Matrix outputGradient = Matrix.of(dy.data(), n, out);
        pass.kernels().addProduct(outputGradient.transpose(), Matrix.of(x.data(), n, in), weights(weight.gradient()));
        if (!bias.isEmpty()) {
            pass.kernels().addColumnSums(outputGradient, bias.getFirst().gradient().data());
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        pass.kernels().multiply(outputGradient, weights(weight.value()), Matrix.of(dx.data(), n, in));
        return dx;
    }

    private Matrix weights(Tensor tensor) {
        return Matrix.of(tensor.data(), out, in);
    }
}
