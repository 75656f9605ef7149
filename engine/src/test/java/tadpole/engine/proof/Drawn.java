package tadpole.engine.proof;

import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Tensors of random numbers, the same for the same seed and purpose. */
public final class Drawn {

    private static final Seed SEED = new Seed(20_26);

    private Drawn() {}

    /** Normal numbers that keep 0.01 away from 0, so that no finite difference steps over a kink there. */
    public static Tensor normal(Shape shape, String purpose) {
        RandomGenerator random = SEED.derive(purpose).generator();
        return fill(shape, () -> {
            double drawn = random.nextGaussian();
            return drawn + Math.copySign(0.01, drawn);
        });
    }

    /** Numbers between two bounds. */
    public static Tensor uniform(Shape shape, double least, double most, String purpose) {
        RandomGenerator random = SEED.derive(purpose).generator();
        return fill(shape, () -> random.nextDouble(least, most));
    }

    /** Whole numbers from 0 to vocabulary - 1. */
    public static Tensor words(Shape shape, int vocabulary, String purpose) {
        RandomGenerator random = SEED.derive(purpose).generator();
        return fill(shape, () -> random.nextInt(vocabulary));
    }

    /** One class a row. */
    public static int[] labels(int n, int classes, String purpose) {
        return SEED.derive(purpose).generator().ints(n, 0, classes).toArray();
    }

    private static Tensor fill(Shape shape, DoubleSupplier next) {
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) next.getAsDouble();
        }
        return tensor;
    }
}
