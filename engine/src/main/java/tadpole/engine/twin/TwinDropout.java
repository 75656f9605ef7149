package tadpole.engine.twin;

import java.util.random.RandomGenerator;
import tadpole.engine.layer.Dropout;

/** y = x m and dx = dy m, where m is 0 with probability p, else 1 / (1 - p), drawn in row-major order; outside training m is 1. */
final class TwinDropout implements TwinLayer {

    static final Twin.OfLayer TWIN =
            new Twin.OfLayer(Dropout.RECIPE, (settings, _) -> new TwinDropout(settings.decimal("p")));

    private final double p;

    private TwinDropout(double p) {
        this.p = p;
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return masked(x, conditions);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        return Gradients.of(masked(dy, conditions));
    }

    private DoubleTensor masked(DoubleTensor x, Conditions conditions) {
        if (!conditions.training()) {
            return x.copy();
        }
        RandomGenerator random = conditions.seed().generator();
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            double m = random.nextDouble() < p ? 0 : 1 / (1 - p);
            y.set(i, x.at(i) * m);
        }
        return y;
    }
}
