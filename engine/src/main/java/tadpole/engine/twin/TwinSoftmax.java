package tadpole.engine.twin;

import tadpole.engine.layer.Softmax;

/** y[n,j] = exp(x[n,j] - m) / sum over k of exp(x[n,k] - m), m = max x[n]; dx[n,j] = y[n,j] (dy[n,j] - sum over k of dy[n,k] y[n,k]). */
final class TwinSoftmax implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Softmax.RECIPE, (_, _) -> new TwinSoftmax());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return softmax(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor y = softmax(x);
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double dot = 0;
            for (int k = 0; k < x.columns(); k++) {
                dot += dy.at(n, k) * y.at(n, k);
            }
            for (int j = 0; j < x.columns(); j++) {
                dx.set(n, j, y.at(n, j) * (dy.at(n, j) - dot));
            }
        }
        return Gradients.of(dx);
    }

    static DoubleTensor softmax(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double max = max(x, n);
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += Math.exp(x.at(n, k) - max);
            }
            for (int j = 0; j < x.columns(); j++) {
                y.set(n, j, Math.exp(x.at(n, j) - max) / sum);
            }
        }
        return y;
    }

    static double max(DoubleTensor x, int row) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < x.columns(); k++) {
            max = Math.max(max, x.at(row, k));
        }
        return max;
    }
}
