package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.loss.ProbabilityCrossEntropy;
import tadpole.engine.loss.Target;

/**
 * loss = -1/N sum over n of ln max(p[n,label], clip); dp[n,label] = -1 / max(p[n,label], clip) / N, 0 elsewhere. Below
 * the clip that is the course's gradient on purpose, not the derivative, which would be 0 and teach nothing.
 */
final class TwinProbabilityCrossEntropy implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(ProbabilityCrossEntropy.RECIPE,
            settings -> new TwinProbabilityCrossEntropy(settings.decimal("clip")));

    private final double clip;

    private TwinProbabilityCrossEntropy(double clip) {
        this.clip = clip;
    }

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            sum += -Math.log(Math.max(outputs.at(n, Labels.of(target, n)), clip));
        }
        return sum / outputs.rows();
    }

    @Override
    public boolean hasKinks() {
        return true;
    }

    @Override
    public long pattern(DoubleTensor outputs, Target target) {
        long pattern = Pattern.start();
        for (int n = 0; n < outputs.rows(); n++) {
            pattern = Pattern.with(pattern, outputs.at(n, Labels.of(target, n)) > clip ? 1 : 2);
        }
        return pattern;
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dp = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            int label = Labels.of(target, n);
            dp.set(n, label, -1 / Math.max(outputs.at(n, label), clip) / outputs.rows());
        }
        return dp;
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        int label = scope.label(sample);
        return new Explained(new Expr.Negative(Expr.call(Function.LN, clipped(scope.symbol("p", label)))),
                new Expr.Negative(Expr.call(Function.LN, clipped(scope.output(sample, label)))));
    }

    private Expr clipped(Expr p) {
        return Expr.call(Function.MAX, p, Expr.number(clip));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        if (j != scope.label(sample)) {
            return new Explained(Expr.number(0), Expr.number(0), "Only the right class counts.");
        }
        return new Explained(new Expr.Negative(scope.meanSymbol(Expr.over(Expr.number(1), clipped(scope.symbol("p", j))))),
                new Expr.Negative(scope.mean(Expr.over(Expr.number(1), clipped(scope.output(sample, j))))));
    }
}
