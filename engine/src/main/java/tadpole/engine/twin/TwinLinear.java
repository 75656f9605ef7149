package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.Linear;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * y[n,o] = sum over i of x[n,i] W[o,i], plus b[o]; dW[o,i] = sum over n of dy[n,o] x[n,i]; db[o] = sum over n of dy[n,o];
 * dx[n,i] = sum over o of dy[n,o] W[o,i].
 */
final class TwinLinear implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Linear.RECIPE, TwinLinear::new);

    private final int in;
    private final int out;
    private final Shape output;
    private final boolean bias;

    private TwinLinear(Settings settings, Shape input) {
        this.in = input.at(input.rank() - 1);
        this.output = input.rank() == 1 ? Shape.of(settings.whole("out")) : Shape.of(input.at(0), settings.whole("out"));
        this.out = settings.whole("out");
        this.bias = settings.on("bias");
    }

    @Override
    public DoubleTensor forward(DoubleTensor batch, Conditions conditions) {
        DoubleTensor x = rows(batch, in);
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor y = DoubleTensor.zeros(Shape.of(x.rows(), out));
        for (int n = 0; n < x.rows(); n++) {
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    y.add(n, o, x.at(n, i) * w.at(o, i));
                }
                if (bias) {
                    y.add(n, o, conditions.parameters().get(1).at(o));
                }
            }
        }
        return y.as(output.batchOf(batch.rows()));
    }

    @Override
    public Gradients backward(DoubleTensor batch, DoubleTensor gradient, Conditions conditions) {
        DoubleTensor x = rows(batch, in);
        DoubleTensor dy = rows(gradient, out);
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor dw = DoubleTensor.zeros(w.shape());
        DoubleTensor db = DoubleTensor.zeros(Shape.of(out));
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            for (int o = 0; o < out; o++) {
                for (int i = 0; i < in; i++) {
                    dw.add(o, i, dy.at(n, o) * x.at(n, i));
                    dx.add(n, i, dy.at(n, o) * w.at(o, i));
                }
                db.set(o, db.at(o) + dy.at(n, o));
            }
        }
        return new Gradients(dx.as(batch.shape()), bias ? List.of(dw, db) : List.of(dw));
    }

    /** Every time of a sample is a row of its own. */
    private static DoubleTensor rows(DoubleTensor batch, int columns) {
        return batch.as(Shape.of(batch.size() / columns, columns));
    }
}
