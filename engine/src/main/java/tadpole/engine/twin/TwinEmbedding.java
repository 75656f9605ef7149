package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.Embedding;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** y[n,t,j] = W[x[n,t],j]; dW[x[n,t],j] += dy[n,t,j]; dx = 0: between two words there is nothing. */
final class TwinEmbedding implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Embedding.RECIPE, TwinEmbedding::new);

    private final Shape output;

    private TwinEmbedding(Settings settings, Shape input) {
        this.output = Shape.of(input.at(0), settings.whole("size"));
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.size(), output.at(1)));
        for (int place = 0; place < x.size(); place++) {
            for (int j = 0; j < y.columns(); j++) {
                y.set(place, j, w.at((int) Math.rint(x.at(place)), j));
            }
        }
        return y.as(output.batchOf(x.rows()));
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dw = DoubleTensor.zeros(conditions.parameters().getFirst().shape());
        for (int place = 0; place < x.size(); place++) {
            for (int j = 0; j < dw.columns(); j++) {
                dw.add((int) Math.rint(x.at(place)), j, dy.at(place * dw.columns() + j));
            }
        }
        return new Gradients(DoubleTensor.zeros(x.shape()), List.of(dw));
    }
}
