package tadpole.engine.twin;

import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.loss.Target;

/** loss = 1/N sum over n, k of (x[n,k] - t[n,k])²; dx[n,k] = 2 (x[n,k] - t[n,k]) / N. */
final class TwinSumOfSquares implements TwinLoss {

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
}
