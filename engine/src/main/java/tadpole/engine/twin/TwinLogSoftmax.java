package tadpole.engine.twin;

import tadpole.engine.layer.LogSoftmax;

/** y[n,j] = x[n,j] - m - ln sum over k of exp(x[n,k] - m), m = max x[n]; dx[n,j] = dy[n,j] - exp(y[n,j]) sum over k of dy[n,k]. */
final class TwinLogSoftmax implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LogSoftmax.RECIPE, (_, _) -> new TwinLogSoftmax());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return logSoftmax(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor y = logSoftmax(x);
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += dy.at(n, k);
            }
            for (int j = 0; j < x.columns(); j++) {
                dx.set(n, j, dy.at(n, j) - Math.exp(y.at(n, j)) * sum);
            }
        }
        return Gradients.of(dx);
    }

    static DoubleTensor logSoftmax(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double max = TwinSoftmax.max(x, n);
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += Math.exp(x.at(n, k) - max);
            }
            for (int j = 0; j < x.columns(); j++) {
                y.set(n, j, x.at(n, j) - max - Math.log(sum));
            }
        }
        return y;
    }
}
