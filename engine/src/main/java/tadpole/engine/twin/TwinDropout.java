package tadpole.engine.twin;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import tadpole.engine.formula.Digits;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Dropout;

/** y = x m and dx = dy m, where m is 0 with probability p, else 1 / (1 - p), drawn in row-major order; outside training m is 1. */
final class TwinDropout implements ExplainingLayer {

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
        if (mask(scope).at(sample, i) == 0) {
            return new Explained(Expr.product(symbol, Expr.symbol("m")), Expr.product(number, Expr.number(0)), "Dropped in this step: m = 0.");
        }
        return new Explained(Expr.product(symbol, Expr.symbol("m")),
                Expr.product(number, Expr.over(Expr.number(1), Expr.minus(Expr.number(1), Expr.number(p)))),
                "Kept in this step: m = 1/(1 - %s).".formatted(Digits.text(p, Digits.FLOAT)));
    }

    private DoubleTensor mask(Scope scope) {
        return scope.once("mask", () -> {
            DoubleTensor ones = DoubleTensor.zeros(scope.x().shape());
            Arrays.fill(ones.data(), 1);
            return masked(ones, scope.conditions());
        });
    }
}
