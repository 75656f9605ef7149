package tadpole.engine.twin;

import tadpole.engine.layer.Sigmoid;

/** y = 1 / (1 + exp(-x)); dx = dy y (1 - y). */
final class TwinSigmoid implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Sigmoid.RECIPE, (_, _) -> new TwinSigmoid());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, 1 / (1 + Math.exp(-x.at(i))));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            double y = 1 / (1 + Math.exp(-x.at(i)));
            dx.set(i, dy.at(i) * y * (1 - y));
        }
        return Gradients.of(dx);
    }
}
