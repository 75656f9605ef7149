package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.loss.Target;

/** loss = 1/N sum over n, k of (x[n,k] - t[n,k])²; dx[n,k] = 2 (x[n,k] - t[n,k]) / N. */
final class TwinSumOfSquares implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(SumOfSquares.RECIPE, _ -> new TwinSumOfSquares());

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                sum += Math.pow(outputs.at(n, k) - Labels.oneHot(target, n, k, outputs.columns()), 2);
            }
        }
        return sum / outputs.rows();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                dx.set(n, k, 2 * (outputs.at(n, k) - Labels.oneHot(target, n, k, outputs.columns())) / outputs.rows());
            }
        }
        return dx;
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < scope.columns(); k++) {
            terms.add(Expr.power(Expr.minus(scope.output(sample, k), scope.wanted(sample, k)), Expr.number(2)));
        }
        return new Explained(new Expr.SumOver("k", Expr.power(Expr.minus(Expr.symbol(scope.outputName(), "k"), Expr.symbol("y", "k")), Expr.number(2))),
                new Expr.Sum(terms));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        return new Explained(scope.meanSymbol(Expr.product(Expr.number(2), Expr.minus(scope.outputSymbol(j), scope.symbol("y", j)))),
                scope.mean(Expr.product(Expr.number(2), Expr.minus(scope.output(sample, j), scope.wanted(sample, j)))));
    }
}
