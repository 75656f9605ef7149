package tadpole.engine.twin;

import java.util.random.RandomGenerator;
import tadpole.engine.formula.Digits;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.LockedDropout;

/**
 * y = x m and dx = dy m, where m is 0 with probability p, else 1 / (1 - p), drawn for sequence after sequence, feature after feature and
 * the same at all times; outside training m is 1.
 */
final class TwinLockedDropout implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LockedDropout.RECIPE, (settings, _) -> new TwinLockedDropout(settings.decimal("p")));

    private final double p;

    private TwinLockedDropout(double p) {
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
        double[] mask = mask(x, conditions);
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, x.at(i) * mask[place(x, i)]);
        }
        return y;
    }

    /** Which number of the mask a number of the batch is multiplied by. */
    private static int place(DoubleTensor x, int i) {
        int features = x.shape().at(2);
        return i / x.columns() * features + i % features;
    }

    private double[] mask(DoubleTensor x, Conditions conditions) {
        RandomGenerator random = conditions.seed().generator();
        double[] mask = new double[x.rows() * x.shape().at(2)];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = !conditions.training() ? 1 : random.nextDouble() < p ? 0 : 1 / (1 - p);
        }
        return mask;
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return masked(scope, sample, i, scope.inputSymbol(i), scope.input(sample, i));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return masked(scope, sample, i, scope.gradientSymbol(i), scope.outputGradient(sample, i));
    }

    private Explained masked(Scope scope, int sample, int i, Expr symbol, Expr number) {
        if (!scope.conditions().training()) {
            return new Explained(symbol, number, "Outside of training nothing is dropped.");
        }
        double[] mask = scope.once("mask", () -> mask(scope.x(), scope.conditions()));
        if (mask[place(scope.x(), sample * scope.x().columns() + i)] == 0) {
            return new Explained(Expr.product(symbol, Expr.symbol("m")), Expr.product(number, Expr.number(0)),
                    "Dropped in this step at all times: m = 0.");
        }
        return new Explained(Expr.product(symbol, Expr.symbol("m")),
                Expr.product(number, Expr.over(Expr.number(1), Expr.minus(Expr.number(1), Expr.number(p)))),
                "Kept in this step at all times: m = 1/(1 - %s).".formatted(Digits.text(p, Digits.FLOAT)));
    }
}
