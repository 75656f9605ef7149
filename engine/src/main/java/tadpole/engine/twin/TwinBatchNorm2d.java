package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * xhat = (x - mean) / sqrt(variance + epsilon), y = w xhat + b by channel; in training mean and variance of the batch, N numbers a
 * channel, else the running ones. dw = sum of dy xhat, db = sum of dy; dx = w / sqrt(variance + epsilon) dy, in training with
 * dy - (db + xhat dw) / N in the place of dy.
 */
final class TwinBatchNorm2d implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(BatchNorm2d.RECIPE, TwinBatchNorm2d::new);

    private final int channels;
    private final int pixels;
    private final double epsilon;

    private record Spread(double[] mean, double[] variance) {}

    private TwinBatchNorm2d(Settings settings, Shape input) {
        this.channels = input.at(0);
        this.pixels = input.size() / channels;
        this.epsilon = (float) settings.decimal("epsilon");
    }

    private int channelOf(int i) {
        return i / pixels % channels;
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor normal = normalized(x, conditions);
        DoubleTensor y = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            y.set(i, conditions.parameters().get(0).at(channelOf(i)) * normal.at(i) + conditions.parameters().get(1).at(channelOf(i)));
        }
        return y;
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor dy, Conditions conditions) {
        DoubleTensor normal = normalized(x, conditions);
        double[] variance = spread(x, conditions).variance();
        DoubleTensor w = conditions.parameters().getFirst();
        DoubleTensor dw = DoubleTensor.zeros(w.shape());
        DoubleTensor db = DoubleTensor.zeros(w.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            dw.set(c, dw.at(c) + dy.at(i) * normal.at(i));
            db.set(c, db.at(c) + dy.at(i));
        }
        double count = (double) x.size() / channels;
        DoubleTensor dx = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            double through = conditions.training() ? (db.at(c) + normal.at(i) * dw.at(c)) / count : 0;
            dx.set(i, w.at(c) / Math.sqrt(variance[c] + epsilon) * (dy.at(i) - through));
        }
        return new Gradients(dx, List.of(dw, db));
    }

    private DoubleTensor normalized(DoubleTensor x, Conditions conditions) {
        Spread spread = spread(x, conditions);
        DoubleTensor normal = DoubleTensor.zeros(x.shape());
        for (int i = 0; i < x.size(); i++) {
            int c = channelOf(i);
            normal.set(i, (x.at(i) - spread.mean[c]) / Math.sqrt(spread.variance[c] + epsilon));
        }
        return normal;
    }

    private Spread spread(DoubleTensor x, Conditions conditions) {
        if (!conditions.training()) {
            return new Spread(conditions.buffers().get(0).data(), conditions.buffers().get(1).data());
        }
        double count = (double) x.size() / channels;
        double[] mean = new double[channels];
        double[] variance = new double[channels];
        for (int i = 0; i < x.size(); i++) {
            mean[channelOf(i)] += x.at(i) / count;
        }
        for (int i = 0; i < x.size(); i++) {
            variance[channelOf(i)] += Math.pow(x.at(i) - mean[channelOf(i)], 2) / count;
        }
        return new Spread(mean, variance);
    }
}
