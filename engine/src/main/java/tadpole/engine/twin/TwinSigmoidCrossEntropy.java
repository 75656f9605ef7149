package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.loss.SigmoidCrossEntropy;
import tadpole.engine.loss.Target;

/** loss = -1/N sum over n, k of t ln s(x) + (1 - t) ln(1 - s(x)); dx[n,k] = (s(x[n,k]) - t[n,k]) / N; 1 - s(x) = s(-x). */
final class TwinSigmoidCrossEntropy implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(SigmoidCrossEntropy.RECIPE, _ -> new TwinSigmoidCrossEntropy());

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                double t = Labels.oneHot(target, n, k, outputs.columns());
                sum -= t * logSigmoid(outputs.at(n, k)) + (1 - t) * logSigmoid(-outputs.at(n, k));
            }
        }
        return sum / outputs.rows();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                double t = Labels.oneHot(target, n, k, outputs.columns());
                dx.set(n, k, (Math.exp(logSigmoid(outputs.at(n, k))) - t) / outputs.rows());
            }
        }
        return dx;
    }

    /** ln(1 / (1 + exp(-x))), which does not overflow. */
    private static double logSigmoid(double x) {
        return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < scope.columns(); k++) {
            terms.add(share(scope.output(sample, k), scope.wanted(sample, k)));
        }
        return new Explained(new Expr.SumOver("k", share(Expr.symbol(scope.outputName(), "k"), Expr.symbol("y", "k"))), new Expr.Sum(terms),
                "The same as -y·ln σ(a) - (1 - y)·ln(1 - σ(a)), written so that it neither overflows nor loses digits.");
    }

    private static Expr share(Expr a, Expr y) {
        return Expr.sum(Expr.call(Function.MAX, Expr.number(0), a), new Expr.Negative(Expr.product(a, y)),
                Expr.call(Function.LN, Expr.sum(Expr.number(1), Expr.call(Function.EXP, new Expr.Negative(Expr.call(Function.ABS, a))))));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        return new Explained(scope.meanSymbol(Expr.minus(Expr.call(Function.SIGMOID, scope.outputSymbol(j)), scope.symbol("y", j))),
                scope.mean(Expr.minus(Expr.call(Function.SIGMOID, scope.output(sample, j)), scope.wanted(sample, j))), "σ(a) = 1/(1 + exp(-a))");
    }
}
