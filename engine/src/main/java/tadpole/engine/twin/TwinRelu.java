package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.formula.Relation;
import tadpole.engine.layer.Relu;

/** y = max(0, x); dx = dy where x > 0, else 0. */
final class TwinRelu implements ExplainingLayer {

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

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return new Explained(Expr.call(Function.MAX, Expr.number(0), scope.inputSymbol(i)),
                Expr.call(Function.MAX, Expr.number(0), scope.input(sample, i)));
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        return new Explained(
                Expr.product(scope.gradientSymbol(i), new Expr.Holds(scope.inputSymbol(i), Relation.GREATER, Expr.number(0))),
                Expr.product(scope.outputGradient(sample, i), new Expr.Holds(scope.input(sample, i), Relation.GREATER, Expr.number(0))));
    }
}
