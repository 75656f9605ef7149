package tadpole.engine.surface;

import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;

/** |x|; its slope at 0 is 0, as PyTorch's. */
record Kink() implements Curve.Shape {

    @Override
    public Curve.Here at(double x) {
        return new Curve.Here(Math.abs(x), Math.signum(x), 0);
    }

    @Override
    public Expr value(Expr x) {
        return Expr.call(Function.ABS, x);
    }

    @Override
    public Expr slope(Expr x) {
        return Expr.call(Function.SIGN, x);
    }
}
