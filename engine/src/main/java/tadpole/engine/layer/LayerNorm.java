package tadpole.engine.layer;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.RowNorm;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * y = w (x - mean) / sqrt(variance + epsilon) + b, mean and variance over the last dimensions of each sample, whatever else is in
 * the batch; w and b have the shape of those dimensions. Ba, Kiros and Hinton 2016, as PyTorch's.
 */
public final class LayerNorm implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("layerNorm", "Layer normalization",
            "Brings each sample by itself to mean 0 and deviation 1, then scales and shifts every number by what it learns.",
            List.of(
                    new Setting.Whole("dimensions", "Dimensions", 0L, 0, 8, "",
                            "Over how many of the last dimensions: 1 of time×features normalizes each time by itself. Default 0: all."),
                    new Setting.Decimal("epsilon", "Epsilon", 1e-5, 1e-12, 1.0, "",
                            "Added to the variance, so that nothing is divided by zero. Default 1e-5."),
                    new Setting.Switch("affine", "Scale and shift", true, "Whether it learns a factor and a shift for every number.")),
            LayerNorm::new);

    private final String name;
    private final Shape shape;
    private final float epsilon;
    private final List<Parameter> parameters;
    private final float[] weight;
    private final float[] bias;

    private LayerNorm(String name, Settings settings, Shape input, Seed seed) {
        this.name = name;
        this.shape = last(input, settings.whole("dimensions"));
        this.epsilon = (float) settings.decimal("epsilon");
        Parameter w = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT, shape);
        Parameter b = Parameter.zeros(name + ".bias", Parameter.Role.BIAS, shape);
        w.value().fill(1);
        this.parameters = settings.on("affine") ? List.of(w, b) : List.of();
        this.weight = w.value().data();
        this.bias = b.value().data();
    }

    private static Shape last(Shape input, int dimensions) {
        if (dimensions > input.rank()) {
            throw new ShapeException("normalizes over the last %d dimensions, but is given %s, which has %d.".formatted(
                    dimensions, input, input.rank()));
        }
        int count = dimensions == 0 ? input.rank() : dimensions;
        return Shape.of(Arrays.copyOfRange(input.toArray(), input.rank() - count, input.rank()));
    }

    @Override
    public List<Parameter> parameters() {
        return parameters;
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() < shape.rank() || !last(input, shape.rank()).equals(shape)) {
            throw new ShapeException("%s normalizes over %s, but is given %s.".formatted(name, shape, input));
        }
        return input;
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(x.shape());
        RowNorm kernel = pass.kernels().rowNorm(epsilon);
        kernel.measure(rows(x), measured(x, pass));
        kernel.forward(rows(x), measured(x, pass), weight, bias, rows(y));
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        RowNorm kernel = pass.kernels().rowNorm(epsilon);
        if (pass.wantsParameterGradients() && !parameters.isEmpty()) {
            Tensor products = pass.buffer("products", x.shape());
            kernel.products(rows(x), measured(x, pass), rows(dy), rows(products));
            pass.kernels().addColumnSums(rows(products), parameters.get(0).gradient().data());
            pass.kernels().addColumnSums(rows(dy), parameters.get(1).gradient().data());
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        kernel.inputGradient(rows(x), measured(x, pass), weight, rows(dy), rows(dx));
        return dx;
    }

    private RowNorm.Rows measured(Tensor x, Pass pass) {
        Shape each = Shape.of(x.size() / shape.size());
        return new RowNorm.Rows(pass.buffer("mean", each).data(), pass.buffer("scale", each).data());
    }

    private Matrix rows(Tensor tensor) {
        return Matrix.of(tensor.data(), tensor.size() / shape.size(), shape.size());
    }
}
