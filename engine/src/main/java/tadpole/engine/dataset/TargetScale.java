package tadpole.engine.dataset;

import java.util.Optional;
import tadpole.engine.tensor.Shape;

/**
 * Mean and deviation (n - 1) of each number that is to come out, measured on training samples: (y - mean) / deviation is learned.
 *
 * @param mean      one a number
 * @param deviation one a number, 1 where all are equal
 */
public record TargetScale(double[] mean, double[] deviation) {

    /** @param train samples with numbers as targets */
    public static TargetScale of(Split train) {
        int outputs = train.target().orElseThrow().size();
        double[] mean = new double[outputs];
        double[] deviation = new double[outputs];
        float[] values = new float[outputs];
        for (int i = 0; i < train.size(); i++) {
            train.readTarget(i, values, 0);
            for (int j = 0; j < outputs; j++) {
                mean[j] += values[j] / (double) train.size();
            }
        }
        for (int i = 0; i < train.size(); i++) {
            train.readTarget(i, values, 0);
            for (int j = 0; j < outputs; j++) {
                deviation[j] += (values[j] - mean[j]) * (values[j] - mean[j]) / Math.max(1, train.size() - 1);
            }
        }
        for (int j = 0; j < outputs; j++) {
            deviation[j] = deviation[j] == 0 ? 1 : Math.sqrt(deviation[j]);
        }
        return new TargetScale(mean, deviation);
    }

    /** What a network's output means in the units of the data. */
    public double raw(int output, double standardized) {
        return standardized * deviation[output] + mean[output];
    }

    /** The same samples with standardized targets. */
    public Split standardize(Split split) {
        return new Standardized(split, this);
    }

    private record Standardized(Split whole, TargetScale scale) implements Split {

        @Override
        public int size() {
            return whole.size();
        }

        @Override
        public Shape shape() {
            return whole.shape();
        }

        @Override
        public int label(int index) {
            return whole.label(index);
        }

        @Override
        public void read(int index, float[] into, int offset) {
            whole.read(index, into, offset);
        }

        @Override
        public Optional<Shape> target() {
            return whole.target();
        }

        @Override
        public void readTarget(int index, float[] into, int offset) {
            whole.readTarget(index, into, offset);
            for (int j = 0; j < scale.mean.length; j++) {
                into[offset + j] = (float) ((into[offset + j] - scale.mean[j]) / scale.deviation[j]);
            }
        }
    }
}
