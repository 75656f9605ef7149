package tadpole.engine.twin;

import tadpole.engine.layer.Silu;

/** y = x s with s = 1 / (1 + exp(-x)); dx = dy (s + x s (1 - s)). */
final class TwinSilu implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Silu.RECIPE, (_, _) -> new TwinSilu());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, x.at(i) * sigmoid(x.at(i)));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            double s = sigmoid(x.at(i));
            dx.set(i, dy.at(i) * (s + x.at(i) * s * (1 - s)));
        }
        return Gradients.of(dx);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
