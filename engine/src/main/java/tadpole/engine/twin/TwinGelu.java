package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Gelu;

/**
 * y = x P(x), dx = dy (P(x) + x p(x)): P(x) = (1 + erf(x / √2)) / 2 with its slope p(x) = exp(-x² / 2) / √(2π), or
 * P(x) = (1 + tanh(u)) / 2 with its slope p(x) = (1 - tanh²(u)) u' / 2, where u = √(2/π) (x + 0.044715 x³).
 */
final class TwinGelu implements ExplainingLayer {

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
        return byTanh ? (1 + Math.tanh(inner(x))) / 2 : (1 + Function.erf(x / Math.sqrt(2))) / 2;
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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(Expr.product(scope.inputSymbol(i), belowOf(scope.inputSymbol(i))),
                Expr.product(scope.input(sample, i), belowOf(scope.input(sample, i))));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(slope(scope.gradientSymbol(i), scope.inputSymbol(i)),
                slope(scope.outputGradient(sample, i), scope.input(sample, i)));
    }

    private Expr slope(Expr dy, Expr x) {
        return Expr.product(dy, Expr.sum(belowOf(x), Expr.product(x, densityOf(x))));
    }

    /** P(x). */
    private Expr belowOf(Expr x) {
        Expr bent = byTanh ? Expr.call(Function.TANH, innerOf(x))
                : Expr.call(Function.ERF, Expr.over(x, Expr.call(Function.SQRT, Expr.number(2))));
        return Expr.over(Expr.sum(Expr.number(1), bent), Expr.number(2));
    }

    /** p(x). */
    private Expr densityOf(Expr x) {
        Expr square = Expr.power(x, Expr.number(2));
        if (!byTanh) {
            return Expr.over(Expr.call(Function.EXP, new Expr.Negative(Expr.over(square, Expr.number(2)))), Expr.number(Math.sqrt(2 * Math.PI)));
        }
        Expr tanh = Expr.call(Function.TANH, innerOf(x));
        return Expr.over(Expr.product(Expr.minus(Expr.number(1), Expr.power(tanh, Expr.number(2))), Expr.number(Math.sqrt(2 / Math.PI)),
                Expr.sum(Expr.number(1), Expr.product(Expr.number(3 * 0.044715), square))), Expr.number(2));
    }

    private static Expr innerOf(Expr x) {
        return Expr.product(Expr.number(Math.sqrt(2 / Math.PI)),
                Expr.sum(x, Expr.product(Expr.number(0.044715), Expr.power(x, Expr.number(3)))));
    }
}
