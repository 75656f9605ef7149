package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Tanh;

/** y = tanh(x); dx = dy (1 - y²). */
final class TwinTanh implements ExplainingLayer {

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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(Expr.call(Function.TANH, scope.inputSymbol(i)), Expr.call(Function.TANH, scope.input(sample, i)));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(slope(scope.gradientSymbol(i), scope.outputSymbol(i)),
                slope(scope.outputGradient(sample, i), scope.output(sample, i)));
    }

    private static Expr slope(Expr dy, Expr y) {
        return Expr.product(dy, Expr.minus(Expr.number(1), Expr.power(y, Expr.number(2))));
    }
}
