package tadpole.engine.twin;

import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Target;

/** loss = -1/N sum over n of ln softmax(x[n])[label]; dx[n,j] = (softmax(x[n])[j] - [j = label]) / N. */
final class TwinCrossEntropy implements TwinLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(CrossEntropy.RECIPE, _ -> new TwinCrossEntropy());

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
}
