package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.layer.LayerNorm;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/**
 * xhat = (x - mean) / sqrt(variance + epsilon), y = w xhat + b, with mean and variance of each run of N numbers, N those of the last
 * dimensions. dw = sum of dy xhat, db = sum of dy over all runs; dx = (g - mean(g) - xhat mean(g xhat)) / sqrt(variance + epsilon)
 * with g = w dy.
 */
final class TwinLayerNorm implements TwinLayer {

    static final Twin.OfLayer TWIN = new Twin.OfLayer(LayerNorm.RECIPE, TwinLayerNorm::new);

    private final int size;
    private final double epsilon;
    private final boolean affine;

    private TwinLayerNorm(Settings settings, Shape input) {
        int dimensions = settings.whole("dimensions");
        int run = 1;
        for (int axis = dimensions == 0 ? 0 : input.rank() - dimensions; axis < input.rank(); axis++) {
            run *= input.at(axis);
        }
        this.size = run;
        this.epsilon = settings.decimal("epsilon");
        this.affine = settings.on("affine");
    }

    @Override
    public DoubleTensor forward(DoubleTensor x, Conditions conditions) {
        DoubleTensor runs = runs(x);
        DoubleTensor y = DoubleTensor.zeros(runs.shape());
        for (int n = 0; n < runs.rows(); n++) {
            double mean = mean(runs, n);
            double deviation = deviation(runs, n, mean);
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                y.set(n, i, affine ? conditions.parameters().get(0).at(i) * normal + conditions.parameters().get(1).at(i) : normal);
            }
        }
        return y.as(x.shape());
    }

    @Override
    public Gradients backward(DoubleTensor x, DoubleTensor gradient, Conditions conditions) {
        DoubleTensor runs = runs(x);
        DoubleTensor dy = runs(gradient);
        DoubleTensor dx = DoubleTensor.zeros(runs.shape());
        DoubleTensor dw = DoubleTensor.zeros(affine ? conditions.parameters().get(0).shape() : Shape.of(size));
        DoubleTensor db = DoubleTensor.zeros(dw.shape());
        for (int n = 0; n < runs.rows(); n++) {
            double mean = mean(runs, n);
            double deviation = deviation(runs, n, mean);
            double sum = 0;
            double product = 0;
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                double g = weight(i, conditions) * dy.at(n, i);
                sum += g / size;
                product += g * normal / size;
                dw.set(i, dw.at(i) + dy.at(n, i) * normal);
                db.set(i, db.at(i) + dy.at(n, i));
            }
            for (int i = 0; i < size; i++) {
                double normal = (runs.at(n, i) - mean) / deviation;
                dx.set(n, i, (weight(i, conditions) * dy.at(n, i) - sum - normal * product) / deviation);
            }
        }
        return new Gradients(dx.as(x.shape()), affine ? List.of(dw, db) : List.of());
    }

    private double weight(int i, Conditions conditions) {
        return affine ? conditions.parameters().getFirst().at(i) : 1;
    }

    private DoubleTensor runs(DoubleTensor x) {
        return x.as(Shape.of(x.size() / size, size));
    }

    private double mean(DoubleTensor runs, int n) {
        double mean = 0;
        for (int i = 0; i < size; i++) {
            mean += runs.at(n, i) / size;
        }
        return mean;
    }

    private double deviation(DoubleTensor runs, int n, double mean) {
        double variance = 0;
        for (int i = 0; i < size; i++) {
            variance += Math.pow(runs.at(n, i) - mean, 2) / size;
        }
        return Math.sqrt(variance + epsilon);
    }
}
