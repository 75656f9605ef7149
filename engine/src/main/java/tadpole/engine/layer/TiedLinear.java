package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Scores every word by the row that an embedding has for it: y = x Wᵀ + b, W the embedding's own weights, to whose gradient
 * backward adds. Shapes: x [n,time,size], W [vocabulary,size], b [vocabulary], which starts at 0. Press and Wolf 2016; Inan et al. 2016.
 * Its {@link #parameters} are the bias alone: the weights are moved and saved with the embedding.
 */
final class TiedLinear implements Layer {

    private final String name;
    private final Parameter weight;
    private final Parameter bias;

    /** @param weight [vocabulary, size], of a layer before */
    TiedLinear(String name, Parameter weight) {
        this.name = name;
        this.weight = weight;
        this.bias = Parameter.zeros(name + ".bias", Parameter.Role.BIAS, Shape.of(vocabulary()));
    }

    private int vocabulary() {
        return weight.shape().at(0);
    }

    private int size() {
        return weight.shape().at(1);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(bias);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 2 || input.at(1) != size()) {
            throw new ShapeException("%s takes as many numbers at each time as a row of the embedding has, %d, but is given %s."
                    .formatted(name, size(), input));
        }
        return Shape.of(input.at(0), vocabulary());
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor y = pass.output(outputShape(x.shape().perSample()).batchOf(x.shape().at(0)));
        TokenProduct.linear(rows(x, size()), weight, bias, rows(y, vocabulary()), pass);
        pass.remember("x", x);
        return y;
    }

    @Override
    public Tensor backward(Tensor dy, Pass pass) {
        Tensor x = pass.recall("x");
        Matrix dscores = rows(dy, vocabulary());
        if (pass.wantsParameterGradients()) {
            if (weight.beginsGradient()) {
                pass.kernels().multiply(dscores.transpose(), rows(x, size()), matrix(weight.gradient()));
            } else {
                pass.kernels().addProduct(dscores.transpose(), rows(x, size()), matrix(weight.gradient()));
            }
            pass.kernels().addColumnSums(dscores, bias.gradient().data());
        }
        if (!pass.wantsInputGradient()) {
            return Tensor.NONE;
        }
        Tensor dx = pass.inputGradient(x.shape());
        pass.kernels().multiply(dscores, matrix(weight.value()), rows(dx, size()));
        return dx;
    }

    private static Matrix rows(Tensor tensor, int columns) {
        return Matrix.of(tensor.data(), tensor.size() / columns, columns);
    }

    private Matrix matrix(Tensor tensor) {
        return Matrix.of(tensor.data(), vocabulary(), size());
    }
}
