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

/**
 * Every output is a weighted sum of all inputs and a bias: y = x Wᵀ + b. Shapes: x [n,in] or [n,time,in],
 * W [out,in], b [out].
 */
public final class Linear implements Layer, FusesRelu {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("linear", "Linear",
            "Every output is a weighted sum of all inputs, plus a bias: y = x Wᵀ + b.",
            List.of(
                    new Setting.Whole("out", "Outputs", 10L, 1, 1_000_000, "", "How many units the layer has."),
                    new Setting.Switch("bias", "Bias", true, "Whether each unit adds a number of its own to its sum."),
                    Initialization.SETTING,
                    Initialization.DEVIATION,
                    Initialization.FAN,
                    Initialization.GAIN),
            Linear::new);

    private final String name;
    private final int in;
    private final int out;
    private final Parameter weight;
    private final List<Parameter> bias;

    private Linear(String name, Settings settings, Shape input, Seed seed) {
        requireRows(input);
        this.name = name;
        this.in = input.at(input.rank() - 1);
        this.out = settings.whole("out");
        this.weight = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT, Shape.of(out, in));
        this.bias = settings.on("bias")
                ? List.of(Parameter.zeros(name + ".bias", Parameter.Role.BIAS, Shape.of(out)))
                : List.of();
        start(settings, seed);
    }

    private static void requireRows(Shape input) {
        if (input.rank() != 1 && input.rank() != 2) {
            throw new ShapeException("takes a row of numbers, but is given " + input + ". Put a flatten layer before it.");
        }
    }

    private void start(Settings settings, Seed seed) {
        Initialization.Start start = Initialization.start(settings);
        Initialization.Fan fan = new Initialization.Fan(in, out, 1);
        RandomGenerator random = seed.generator();
        start.fillWeight(weight.value(), fan, random);
        bias.forEach(each -> start.fillBias(each.value(), fan, random));
    }

    @Override
    public List<Parameter> parameters() {
        return bias.isEmpty() ? List.of(weight) : List.of(weight, bias.getFirst());
    }

    @Override
    public Shape outputShape(Shape input) {
        requireRows(input);
        if (input.at(input.rank() - 1) != in) {
            throw new ShapeException(name + " takes " + in + " inputs, but is given " + input + ".");
        }
        return input.rank() == 1 ? Shape.of(out) : Shape.of(input.at(0), out);
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
        Tensor y = pass.output(outputShape(x.shape().perSample()).batchOf(x.shape().at(0)));
        Matrix inputs = rows(x, in);
        Matrix outputs = rows(y, out);
        Matrix w = weights(weight.value()).transpose();
        if (bias.isEmpty()) {
            pass.kernels().multiply(inputs, w, outputs);
            if (relu) {
                pass.kernels().relu(y.data(), y.data(), y.size());
            }
        } else if (relu) {
            pass.kernels().linearRelu(inputs, w, bias.getFirst().value().data(), outputs);
        } else {
            TokenProduct.linear(inputs, weight, bias.getFirst(), outputs, pass);
        }
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        Matrix outputGradient = rows(dy, out);
        if (pass.wantsParameterGradients()) {
            addParameterGradients(x, outputGradient, pass);
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        pass.kernels().multiply(outputGradient, weights(weight.value()), rows(dx, in));
        return dx;
    }

    private void addParameterGradients(Tensor x, Matrix outputGradient, Pass pass) {
        if (weight.beginsGradient()) {
            pass.kernels().multiply(outputGradient.transpose(), rows(x, in), weights(weight.gradient()));
        } else {
            pass.kernels().addProduct(outputGradient.transpose(), rows(x, in), weights(weight.gradient()));
        }
        bias.forEach(each -> pass.kernels().addColumnSums(outputGradient, each.gradient().data()));
    }

    private static Matrix rows(Tensor tensor, int columns) {
        return Matrix.of(tensor.data(), tensor.size() / columns, columns);
    }

    private Matrix weights(Tensor tensor) {
        return Matrix.of(tensor.data(), out, in);
    }
}
