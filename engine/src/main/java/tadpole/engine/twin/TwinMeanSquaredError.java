package tadpole.engine.twin;

import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.Target;

/** loss = 1/(N K) sum over n, k of (x[n,k] - t[n,k])²; dx[n,k] = 2 (x[n,k] - t[n,k]) / (N K). */
final class TwinMeanSquaredError implements TwinLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(MeanSquaredError.RECIPE, _ -> new TwinMeanSquaredError());

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                sum += Math.pow(outputs.at(n, k) - wanted(target, n, k, outputs.columns()), 2);
            }
        }
        return sum / outputs.size();
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            for (int k = 0; k < outputs.columns(); k++) {
                dx.set(n, k, 2 * (outputs.at(n, k) - wanted(target, n, k, outputs.columns())) / outputs.size());
            }
        }
        return dx;
    }

    /** The target itself; of a class its one-hot row, or its number where there is one output. */
    private static double wanted(Target target, int n, int k, int columns) {
        return switch (target) {
            case Target.Values values -> values.values().data()[n * columns + k];
            case Target.Classes classes when columns == 1 -> classes.labels()[n];
            case Target.Classes classes -> k == classes.labels()[n] ? 1 : 0;
        };
    }
}
