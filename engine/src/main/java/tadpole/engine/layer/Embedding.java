package tadpole.engine.layer;

import java.util.Arrays;
import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Each word gets a row of numbers that training moves: y[n,t] = W[x[n,t]]; dW[x[n,t]] += dy[n,t]. Shapes: x [n,time],
 * W [vocabulary,size], y [n,time,size]. The start is normal with deviation 1, as PyTorch's; word numbers have no gradient, so dx = 0.
 */
public final class Embedding implements Layer {

    public static final Recipe<LayerMaker> RECIPE = new Recipe<>("embedding", "Embedding",
            "Gives each word of the vocabulary a row of numbers of its own, which training moves.",
            List.of(
                    TokenIds.setting(80, 1, "How many different words or characters there are."),
                    new Setting.Whole("size", "Size", 64L, 1, 100_000, "", "How many numbers stand for a word. Default 64.")),
            Embedding::new);

    private final TokenIds ids;
    private final int size;
    private final Parameter weight;

    private Embedding(String name, Settings settings, Shape input, Seed seed) {
        TokenIds.requireRow(input);
        this.ids = new TokenIds(name, settings.whole("vocabulary"));
        this.size = settings.whole("size");
        this.weight = Parameter.zeros(name + ".weight", Parameter.Role.WEIGHT, Shape.of(ids.vocabulary(), size));
        Initialization.fillNormal(weight.value(), 1, seed.generator());
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(weight);
    }

    @Override
    public Shape outputShape(Shape input) {
        TokenIds.requireRow(input);
        return Shape.of(input.at(0), size);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(Shape.of(x.shape().at(0), x.shape().at(1), size));
        pass.kernels().gatherRows(rows(weight.value(), ids.vocabulary()), ids.of(x, pass), rows(y, x.size()));
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        if (pass.wantsParameterGradients()) {
            pass.kernels().scatterRows(rows(dy, x.size()), ids.of(x, pass), rows(weight.gradient(), ids.vocabulary()));
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        Arrays.fill(dx.data(), 0, dx.size(), 0);
        return dx;
    }

    private Matrix rows(Tensor tensor, int count) {
        return Matrix.of(tensor.data(), count, size);
    }
}
