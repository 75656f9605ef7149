package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.layer.Softmax;

/** y[n,j] = exp(x[n,j] - m) / sum over k of exp(x[n,k] - m), m = max x[n]; dx[n,j] = y[n,j] (dy[n,j] - sum over k of dy[n,k] y[n,k]). */
final class TwinSoftmax implements ExplainingLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(Softmax.RECIPE, (_, _) -> new TwinSoftmax());

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        return softmax(x);
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor y = softmax(x);
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double dot = 0;
            for (int k = 0; k < x.columns(); k++) {
                dot += dy.at(n, k) * y.at(n, k);
            }
            for (int j = 0; j < x.columns(); j++) {
                dx.set(n, j, y.at(n, j) * (dy.at(n, j) - dot));
            }
        }
        return Gradients.of(dx);
    }

    static DoubleTensor softmax(DoubleTensor x) {
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int n = 0; n < x.rows(); n++) {
            double max = max(x, n);
            double sum = 0;
            for (int k = 0; k < x.columns(); k++) {
                sum += Math.exp(x.at(n, k) - max);
            }
            for (int j = 0; j < x.columns(); j++) {
                y.set(n, j, Math.exp(x.at(n, j) - max) / sum);
            }
        }
        return y;
    }

    static double max(DoubleTensor x, int row) {
        double max = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < x.columns(); k++) {
            max = Math.max(max, x.at(row, k));
        }
        return max;
    }

    @Override
    public Explained output(Scope scope, int sample, int i) {
        return Exponentials.share(scope.x().columns(), i, k -> scope.x().at(sample, k), k -> scope.input(sample, k), scope::inputSymbol,
                scope.names().input());
    }

    @Override
    public Explained inputGradient(Scope scope, int sample, int i) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < scope.x().columns(); k++) {
            terms.add(Expr.product(scope.outputGradient(sample, k), scope.output(sample, k)));
        }
        Expr all = new Expr.SumOver("k", Expr.product(scope.gradientSymbol("k"), Expr.symbol(scope.names().output(), "k")));
        return new Explained(Expr.product(scope.outputSymbol(i), Expr.minus(scope.gradientSymbol(i), all)),
                Expr.product(scope.output(sample, i), Expr.minus(scope.outputGradient(sample, i), new Expr.Sum(terms))));
    }
}
