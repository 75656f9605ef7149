package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Silu;

/** y = x s with s = 1 / (1 + exp(-x)); dx = dy (s + x s (1 - s)). */
final class TwinSilu implements ExplainingLayer {

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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(value(scope.inputSymbol(i)), value(scope.input(sample, i)), "σ(x) = 1/(1 + exp(-x))");
    }

    private static Expr value(Expr x) {
        return Expr.product(x, Expr.call(Function.SIGMOID, x));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(slope(scope.gradientSymbol(i), scope.inputSymbol(i)),
                slope(scope.outputGradient(sample, i), scope.input(sample, i)), "σ(x) = 1/(1 + exp(-x))");
    }

    private static Expr slope(Expr dy, Expr x) {
        Expr s = Expr.call(Function.SIGMOID, x);
        return Expr.product(dy, Expr.sum(s, Expr.product(x, s, Expr.minus(Expr.number(1), s))));
    }
}
