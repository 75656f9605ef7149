package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Sigmoid;

/** y = 1 / (1 + exp(-x)); dx = dy y (1 - y). */
final class TwinSigmoid implements ExplainingLayer {

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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(Expr.call(Function.SIGMOID, scope.inputSymbol(i)), Expr.call(Function.SIGMOID, scope.input(sample, i)),
                "σ(x) = 1/(1 + exp(-x))");
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(slope(scope.gradientSymbol(i), scope.outputSymbol(i)),
                slope(scope.outputGradient(sample, i), scope.output(sample, i)));
    }

    private static Expr slope(Expr dy, Expr y) {
        return Expr.product(dy, y, Expr.minus(Expr.number(1), y));
    }
}
