package tadpole.engine.twin;

import tadpole.engine.layer.Tanh;

/** y = tanh(x); dx = dy (1 - y²). */
final class TwinTanh implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Tanh.RECIPE, (_, _) -> new TwinTanh());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, Math.tanh(x.at(i)));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            double y = Math.tanh(x.at(i));
            dx.set(i, dy.at(i) * (1 - y * y));
        }
        return Gradients.of(dx);
    }
}
