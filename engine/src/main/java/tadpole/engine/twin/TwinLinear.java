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
        for (int o = 0; o < out; o++) {
            unit(o, x.data(), w.data(), conditions, y.data());
        }
        return y.as(output.batchOf(batch.rows()));
    }

    /** A weight or bias moves only its own unit. */
    @Override
    public DoubleTensor forward(DoubleTensor batch, DoubleTensor before, Moved moved, Conditions conditions) {
        DoubleTensor y = before.copy();
        int o = moved.parameter() == 0 ? moved.index() / in : moved.index();
        unit(o, batch.data(), conditions.parameters().getFirst().data(), conditions, y.data());
        return y;
    }

    /** y[n,o] of every row n. */
    private void unit(int o, double[] x, double[] w, Conditions conditions, double[] y) {
        double own = bias ? conditions.parameters().get(1).at(o) : 0;
        for (int n = 0; n < x.length / in; n++) {
            double sum = 0;
            for (int i = 0; i < in; i++) {
                sum += x[n * in + i] * w[o * in + i];
            }
            y[n * out + o] = bias ? sum + own : sum;
        }
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
                double slope = dy.at(n, o);
                for (int i = 0; i < in; i++) {
                    dw.data()[o * in + i] += slope * x.data()[n * in + i];
                    dx.data()[n * in + i] += slope * w.data()[o * in + i];
                }
                db.data()[o] += slope;
            }
        }
        return new Gradients(dx.as(batch.shape()), bias ? List.of(dw, db) : List.of(dw));
    }

    /** Every time of a sample is a row of its own. */
    private static DoubleTensor rows(DoubleTensor batch, int columns) {
        return batch.as(Shape.of(batch.size() / columns, columns));
    }
}
