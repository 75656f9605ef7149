package tadpole.engine.twin;

import tadpole.engine.layer.Gelu;

/**
 * y = x P(x), dx = dy (P(x) + x p(x)): P(x) = (1 + erf(x / √2)) / 2 with its slope p(x) = exp(-x² / 2) / √(2π), or
 * P(x) = (1 + tanh(u)) / 2 with its slope p(x) = (1 - tanh²(u)) u' / 2, where u = √(2/π) (x + 0.044715 x³).
 */
final class TwinGelu implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Gelu.RECIPE, (settings, _) -> new TwinGelu(settings.choice("approximate").equals("tanh")));

    private final boolean byTanh;

    private TwinGelu(boolean byTanh) {
        this.byTanh = byTanh;
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, x.at(i) * below(x.at(i)));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            dx.set(i, dy.at(i) * (below(x.at(i)) + x.at(i) * density(x.at(i))));
        }
        return Gradients.of(dx);
    }

    private double below(double x) {
        return byTanh ? (1 + Math.tanh(inner(x))) / 2 : (1 + erf(x / Math.sqrt(2))) / 2;
    }

    private double density(double x) {
        if (!byTanh) {
            return Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        double tanh = Math.tanh(inner(x));
        return (1 - tanh * tanh) * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x) / 2;
    }

    private static double inner(double x) {
        return Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
    }

    /** 2 / √π exp(-z²) sum of 2ⁿ z²ⁿ⁺¹ / (1·3·5·…·(2n+1)): all terms of one sign, so nothing is lost. */
    static double erf(double z) {
        if (Math.abs(z) > 6) {
            return Math.signum(z);
        }
        double term = z;
        double sum = z;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    }
}
