package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.dataset.ChannelStatistics;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Divide;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;

/** A picture of a data set through random weights: its numbers, those of many other starts, and sums and means over batches. */
public final class SoftmaxStart {

    private static final int LARGEST_BATCH = 256;

    private final SoftmaxPicture plan;
    private final Dataset dataset;
    private final Split split;
    private final List<Preparation> steps;
    private final ChannelStatistics unit;
    private final RandomClassifier classifier;
    private final float[] raw;
    private final float[] input;
    private final SoftmaxNumbers numbers;

    /**
     * Measures the training set where the pixels are standardized: not on the JavaFX thread.
     *
     * @throws SettingException where there is no such picture
     */
    public SoftmaxStart(SoftmaxPicture plan, Dataset dataset) throws SettingException {
        this.plan = plan;
        this.dataset = dataset;
        this.split = plan.split(dataset);
        this.steps = RandomClassifier.steps(plan, dataset);
        this.unit = plan.pixels().equals("standardized")
                ? ChannelStatistics.of(dataset.train(), Preparations.make(List.of(Divide.RECIPE.standard()), dataset.train()))
                : new ChannelStatistics(new double[0], new double[0]);
        this.classifier = classifier(plan.seed());
        this.raw = RandomClassifier.prepared(split, plan.index(), List.of());
        this.input = RandomClassifier.prepared(split, plan.index(), steps);
        this.numbers = new SoftmaxNumbers(classifier.logits(input), split.label(plan.index()));
    }

    private RandomClassifier classifier(long seed) throws SettingException {
        return RandomClassifier.of(plan, Preparations.shape(steps, dataset.shape()), dataset.classes().size(), seed);
    }

    public SoftmaxPicture plan() {
        return plan;
    }

    public Dataset dataset() {
        return dataset;
    }

    public RandomClassifier classifier() {
        return classifier;
    }

    /** Logits, probabilities and loss of the picture. */
    public SoftmaxNumbers numbers() {
        return numbers;
    }

    public int label() {
        return numbers.right();
    }

    /** The most likely class. */
    public int answer() {
        return numbers.greatest();
    }

    /** How many pictures its part of the data set has. */
    public int size() {
        return split.size();
    }

    /** The part of the data set that the picture is of. */
    public Split split() {
        return split;
    }

    /** A pixel as the file has it. */
    public double raw(int i) {
        return raw[i];
    }

    /** What the classifier is given. */
    public double input(int i) {
        return input[i];
    }

    public int inputs() {
        return input.length;
    }

    /** Mean and deviation of the channel of an input, of pixels 0..1; empty where pixels are not standardized. */
    double[] standard(int i) {
        if (unit.mean().length == 0) {
            return new double[0];
        }
        int channel = i / (input.length / unit.mean().length);
        return new double[] {unit.mean()[channel], unit.deviation()[channel]};
    }

    /** The same picture from the plan's seed and those after it. */
    public StartCount count() throws SettingException {
        double[] losses = new double[plan.seeds()];
        int likely = 0;
        int sure = 0;
        int right = 0;
        for (int i = 0; i < losses.length; i++) {
            SoftmaxNumbers each = new SoftmaxNumbers(classifier((plan.seed() + i) & Long.MAX_VALUE).logits(input), label());
            losses[i] = each.nats();
            int answer = each.greatest();
            right += answer == label() ? 1 : 0;
            likely += answer != label() && each.probability(answer) > StartCount.LIKELY ? 1 : 0;
            sure += answer != label() && each.probability(answer) > StartCount.SURE ? 1 : 0;
        }
        Arrays.sort(losses);
        return new StartCount(losses, likely, sure, right);
    }

    /** Batches of 1, 2, 4 ... 256 training samples, or as many as there are; each is the beginning of the next. Drawn by the seed. */
    public List<BatchSum> batches() {
        int[] order = new int[dataset.train().size()];
        new Shuffled().fill(order, new Seed(plan.seed()).derive("batch sums"));
        double[] gradient = new double[classifier.classes() * (input.length + 1)];
        double loss = 0;
        List<BatchSum> sums = new ArrayList<>();
        int most = Math.min(LARGEST_BATCH, Integer.highestOneBit(order.length));
        for (int n = 1; n <= most; n++) {
            loss += add(order[n - 1], gradient);
            if (Integer.bitCount(n) == 1) {
                sums.add(new BatchSum(n, loss, length(gradient)));
            }
        }
        return sums;
    }

    /** Adds dL/dW = (p - y) xᵀ and dL/db = p - y of one sample, and gives its loss. */
    private double add(int index, double[] gradient) {
        float[] x = RandomClassifier.prepared(dataset.train(), index, steps);
        SoftmaxNumbers sample = new SoftmaxNumbers(classifier.logits(x), dataset.train().label(index));
        int row = x.length + 1;
        for (int o = 0; o < classifier.classes(); o++) {
            double slope = sample.logitGradient(o);
            for (int i = 0; i < x.length; i++) {
                gradient[o * row + i] += slope * x[i];
            }
            gradient[o * row + x.length] += slope;
        }
        return sample.nats();
    }

    private static double length(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }

    /** How many samples loops and vectors go through. */
    public int timedSamples() {
        return Math.min(plan.samples(), dataset.train().size());
    }

    /** The first training samples as one batch [n, inputs], prepared. */
    LoopsAndVectors.Work work() {
        int n = timedSamples();
        float[] x = new float[n * input.length];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(RandomClassifier.prepared(dataset.train(), i, steps), 0, x, i * input.length, input.length);
            labels[i] = dataset.train().label(i);
        }
        return new LoopsAndVectors.Work(n, input.length, classifier.classes(), x, labels, classifier.weights(), classifier.biases());
    }
}
