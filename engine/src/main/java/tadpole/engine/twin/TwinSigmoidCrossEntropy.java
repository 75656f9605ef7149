package tadpole.engine.twin;

import tadpole.engine.loss.SigmoidCrossEntropy;
import tadpole.engine.loss.Target;

/** loss = -1/N sum over n, k of t ln s(x) + (1 - t) ln(1 - s(x)); dx[n,k] = (s(x[n,k]) - t[n,k]) / N; 1 - s(x) = s(-x). */
final class TwinSigmoidCrossEntropy implements TwinLoss {

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
}
