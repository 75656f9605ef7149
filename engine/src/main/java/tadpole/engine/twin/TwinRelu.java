package tadpole.engine.twin;

import tadpole.engine.layer.Relu;

/** y = max(0, x); dx = dy where x > 0, else 0. */
final class TwinRelu implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Relu.RECIPE, (_, _) -> new TwinRelu());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, Math.max(0, x.at(i)));
        }
        return y;
    }

    @Override
    public boolean hasKinks() {
        return true;
    }

    @Override
    public long pattern(DoubleTensor x, Conditions conditions) {
        return Pattern.positive(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            dx.set(i, x.at(i) > 0 ? dy.at(i) : 0);
        }
        return Gradients.of(dx);
    }
}
