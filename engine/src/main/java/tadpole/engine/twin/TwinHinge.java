package tadpole.engine.twin;

import tadpole.engine.loss.Hinge;
import tadpole.engine.loss.Target;

/**
 * loss = 1/N sum over n and wrong classes j of max(0, h[n,j]) with h[n,j] = x[n,j] - x[n,label] + margin; where h[n,j] &gt; 0,
 * dx[n,j] += 1/N and dx[n,label] -= 1/N.
 */
final class TwinHinge implements TwinLoss {

    static final Twin.OfLoss TWIN = new Twin.OfLoss(Hinge.RECIPE, settings -> new TwinHinge(settings.decimal("margin")));

    private final double margin;

    private TwinHinge(double margin) {
        this.margin = margin;
    }

    @Override
    public double forward(DoubleTensor outputs, Target target) {
        double sum = 0;
        for (int n = 0; n < outputs.rows(); n++) {
            int label = Labels.of(target, n);
            for (int j = 0; j < outputs.columns(); j++) {
                sum += j == label ? 0 : Math.max(0, outputs.at(n, j) - outputs.at(n, label) + margin);
            }
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
            double right = outputs.at(n, Labels.of(target, n));
            for (int j = 0; j < outputs.columns(); j++) {
                pattern = Pattern.with(pattern, j != Labels.of(target, n) && outputs.at(n, j) - right + margin > 0 ? 1 : 2);
            }
        }
        return pattern;
    }

    @Override
    public DoubleTensor backward(DoubleTensor outputs, Target target) {
        DoubleTensor dx = DoubleTensor.zeros(outputs.shape());
        for (int n = 0; n < outputs.rows(); n++) {
            int label = Labels.of(target, n);
            for (int j = 0; j < outputs.columns(); j++) {
                if (j != label && outputs.at(n, j) - outputs.at(n, label) + margin > 0) {
                    dx.add(n, j, 1.0 / outputs.rows());
                    dx.add(n, label, -1.0 / outputs.rows());
                }
            }
        }
        return dx;
    }
}
