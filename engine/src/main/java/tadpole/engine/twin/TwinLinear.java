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
    private final boolean bias;

    private TwinLinear(Settings settings, Shape input) {
        this.in = input.at(0);
        this.out = settings.whole("out");
        this.bias = settings.on("bias");
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
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
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
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
        return new Gradients(dx, bias ? List.of(dw, db) : List.of(dw));
    }
}
