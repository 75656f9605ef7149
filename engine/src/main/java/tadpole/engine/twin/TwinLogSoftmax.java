package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.LogSoftmax;

/** y[n,j] = x[n,j] - m - ln sum over k of exp(x[n,k] - m), m = max x[n]; dx[n,j] = dy[n,j] - exp(y[n,j]) sum over k of dy[n,k]. */
final class TwinLogSoftmax implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LogSoftmax.RECIPE, (_, _) -> new TwinLogSoftmax());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return logSoftmax(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor y = logSoftmax(x);
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += dy.at(n, k);
            }
            for (int j = 0; j < x.columns(); j++) {
                dx.set(n, j, dy.at(n, j) - Math.exp(y.at(n, j)) * sum);
            }
        }
        return Gradients.of(dx);
    }

    static DoubleTensor logSoftmax(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double max = TwinSoftmax.max(x, n);
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += Math.exp(x.at(n, k) - max);
            }
            for (int j = 0; j < x.columns(); j++) {
                y.set(n, j, x.at(n, j) - max - Math.log(sum));
            }
        }
        return y;
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        int count = scope.x().columns();
        Expr greatest = scope.input(sample, Exponentials.greatest(count, k -> scope.x().at(sample, k)));
        Expr m = Expr.symbol("m");
        Expr all = new Expr.SumOver("k", Exponentials.exp(scope.inputSymbol("k"), m));
        return new Explained(Expr.minus(Expr.minus(scope.inputSymbol(i), m), Expr.call(Function.LN, all)),
                Expr.minus(Expr.minus(scope.input(sample, i), greatest),
                        Expr.call(Function.LN, Exponentials.sum(count, k -> scope.input(sample, k), greatest))),
                "m is the greatest that comes in: without it the exponentials of large numbers would overflow.");
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < scope.x().columns(); k++) {
            terms.add(scope.outputGradient(sample, k));
        }
        return new Explained(
                Expr.minus(scope.gradientSymbol(i), Expr.product(Expr.call(Function.EXP, scope.outputSymbol(i)),
                        new Expr.SumOver("k", scope.gradientSymbol("k")))),
                Expr.minus(scope.outputGradient(sample, i), Expr.product(Expr.call(Function.EXP, scope.output(sample, i)), new Expr.Sum(terms))));
    }
}
