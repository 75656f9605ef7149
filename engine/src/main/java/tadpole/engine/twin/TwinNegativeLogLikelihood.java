package tadpole.engine.twin;

import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.loss.NegativeLogLikelihood;
import tadpole.engine.loss.Target;

/** loss = -1/N sum over n of x[n,label]; dx[n,label] = -1/N, 0 elsewhere. */
final class TwinNegativeLogLikelihood implements ExplainingLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(NegativeLogLikelihood.RECIPE, _ -> new TwinNegativeLogLikelihood());

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            sum += -outputs.at(n, Labels.of(target, n));
        }
        return sum / outputs.rows();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            dx.set(n, Labels.of(target, n), -1.0 / outputs.rows());
        }
        return dx;
    }

    @Override
    public Explained sampleLoss(LossScope scope, int sample) {
        int label = scope.label(sample);
        return new Explained(new Expr.Negative(scope.outputSymbol(label)), new Expr.Negative(scope.output(sample, label)));
    }

    @Override
    public Explained outputGradient(LossScope scope, int sample, int j) {
        boolean right = j == scope.label(sample);
        return new Explained(scope.meanSymbol(new Expr.Negative(scope.symbol("y", j))), scope.mean(new Expr.Negative(Expr.number(right ? 1 : 0))),
                right ? "" : "Only the right class counts.");
    }
}
