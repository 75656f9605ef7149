package tadpole.engine.training;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Rows of numbers with a class each, made in an instant. */
public record TinyData(Shape shape, float[][] samples, int[] labels) implements Split {

    private static final int FEATURES = 6;

    /** Clouds of points, one around each class's own axis, far enough apart for a line. */
    public static Dataset clouds(int train, int test, int classes) {
        return dataset("clouds", FEATURES, train, test, classes, 2);
    }

    /** Clouds that lie in each other: first what holds for all of them is learned, then what holds for no other. */
    public static Dataset overlapping(int train, int test, int classes) {
        return dataset("overlapping", FEATURES, train, test, classes, 0.4);
    }

    /** Clouds of rows wide enough that the kernels split their work. */
    public static Dataset wide(int train, int features) {
        return dataset("wide", features, train, 50, 10, 2);
    }

    /** Row i holds nothing but the number i. */
    public static Dataset numbered(int train) {
        float[][] samples = new float[train][];
        for (int i = 0; i < train; i++) {
            samples[i] = new float[] {i};
        }
        int[] labels = IntStream.range(0, train).map(i -> i % 2).toArray();
        return new Dataset("numbered", "Numbered", List.of("even", "odd"), new TinyData(Shape.of(1), samples, labels),
                Optional.empty());
    }

    private static Dataset dataset(String key, int features, int train, int test, int classes, double distance) {
        List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
        return new Dataset(key, key, names, split(features, train, classes, distance, "train"),
                test == 0 ? Optional.empty() : Optional.of(split(features, test, classes, distance, "test")));
    }

    private static TinyData split(int features, int size, int classes, double distance, String purpose) {
        RandomGenerator random = new Seed(3).derive(purpose).generator();
        float[][] samples = new float[size][features];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            labels[i] = random.nextInt(classes);
            for (int j = 0; j < features; j++) {
                samples[i][j] = (float) (0.4 * random.nextGaussian() + (j % classes == labels[i] ? distance : 0));
            }
        }
        return new TinyData(Shape.of(features), samples, labels);
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index];
    }

    @Override
    public void read(int index, float[] into, int offset) {
        System.arraycopy(samples[index], 0, into, offset, samples[index].length);
    }
}
