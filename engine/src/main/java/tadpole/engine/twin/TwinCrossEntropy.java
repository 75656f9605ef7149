package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Target;

/** loss = -1/N sum over n of ln softmax(x[n])[label]; dx[n,j] = (softmax(x[n])[j] - [j = label]) / N. */
final class TwinCrossEntropy implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(CrossEntropy.RECIPE, _ -> new TwinCrossEntropy());

    /** A float this near to 1 has few digits left between itself and 1. */
    private static final double NEAR_ONE = 0.9;
    /** Below it a float holds fewer digits, and soon none. */
    private static final double NEAR_ZERO = 1e-30;

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        DoubleTensor logProbabilities = TwinLogSoftmax.logSoftmax(outputs);
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            sum += -logProbabilities.at(n, Labels.of(target, n));
        }
        return sum / outputs.rows();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor probabilities = TwinSoftmax.softmax(outputs);
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            for (int j = 0; j < outputs.columns(); j++) {
                double oneHot = j == Labels.of(target, n) ? 1 : 0;
                dx.set(n, j, (probabilities.at(n, j) - oneHot) / outputs.rows());
            }
        }
        return dx;
    }

    @Override
    public boolean hasSoftmax() {
        return true;
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        int label = scope.label(sample);
        double p = scope.probability(sample, label).value();
        if (p < NEAR_ZERO) {
            return ofOutputs(scope, sample, label);
        }
        if (p <= NEAR_ONE) {
            return new Explained(new Expr.Negative(Expr.call(Function.LN, scope.symbol("p", label))),
                    new Expr.Negative(Expr.call(Function.LN, scope.probability(sample, label))));
        }
        List<Expr> others = new ArrayList<>();
        for (int k = 0; k < scope.columns(); k++) {
            others.add(Expr.call(Function.EXP, Expr.minus(scope.output(sample, k), scope.output(sample, label))));
        }
        return new Explained(
                Expr.call(Function.LN, new Expr.SumOver("k", Expr.call(Function.EXP, Expr.minus(Expr.symbol(scope.outputName(), "k"), scope.outputSymbol(label))))),
                Expr.call(Function.LN, new Expr.Sum(others)),
                "This is -ln p, written with the outputs: p is so near to 1 that its logarithm would lose digits.");
    }

    /** -ln p where p is too small to be written: its output is subtracted from the logarithm of the sum of all exponentials. */
    private static Explained ofOutputs(LossScope scope, int sample, int label) {
        int greatest = Exponentials.greatest(scope.columns(), k -> scope.output(sample, k).value());
        Expr m = Expr.symbol("m");
        return new Explained(
                Expr.sum(m, new Expr.Negative(scope.outputSymbol(label)),
                        Expr.call(Function.LN, new Expr.SumOver("k", Exponentials.exp(Expr.symbol(scope.outputName(), "k"), m)))),
                Expr.sum(scope.output(sample, greatest), new Expr.Negative(scope.output(sample, label)),
                        Expr.call(Function.LN, Exponentials.sum(scope.columns(), k -> scope.output(sample, k), scope.output(sample, greatest)))),
                "This is -ln p, written with the outputs, m the greatest of them: p is too small for a float.");
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        return new Explained(scope.meanSymbol(Expr.minus(scope.symbol("p", j), scope.symbol("y", j))),
                scope.mean(Expr.minus(scope.probability(sample, j), Expr.number(j == scope.label(sample) ? 1 : 0))));
    }
}
