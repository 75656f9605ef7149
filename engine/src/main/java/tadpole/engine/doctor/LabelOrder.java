package tadpole.engine.doctor;

import tadpole.engine.tensor.Seed;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;

/**
 * How the labels follow each other in the order in which the first epoch takes the samples.
 *
 * @param same     share of the samples that have the label of the one before
 * @param expected that share in a shuffled order
 * @param inBatch  how many labels a batch holds, on the average
 */
record LabelOrder(double same, double expected, double inBatch) {

    static final LabelOrder UNKNOWN = new LabelOrder(0, 1, 0);

    static LabelOrder of(Experiment experiment, Setup setup) {
        int size = setup.train().size();
        if (setup.classes() < 2 || size < 2) {
            return UNKNOWN;
        }
        int[] order = new int[size];
        setup.sampler().fill(order, new Seed(experiment.seed()).derive("order").derive(0));
        int[] counts = new int[setup.classes()];
        long same = 0;
        for (int i = 0; i < size; i++) {
            counts[setup.train().label(order[i])]++;
            same += i > 0 && setup.train().label(order[i]) == setup.train().label(order[i - 1]) ? 1 : 0;
        }
        double expected = 0;
        for (int count : counts) {
            expected += (double) count / size * count / size;
        }
        return new LabelOrder((double) same / (size - 1), expected, inBatch(order, setup, experiment.training().batch()));
    }

    private static double inBatch(int[] order, Setup setup, int batch) {
        long sum = 0;
        int batches = 0;
        for (int from = 0; from < order.length; from += batch) {
            boolean[] seen = new boolean[setup.classes()];
            for (int i = from; i < Math.min(order.length, from + batch); i++) {
                int label = setup.train().label(order[i]);
                sum += seen[label] ? 0 : 1;
                seen[label] = true;
            }
            batches++;
        }
        return (double) sum / batches;
    }

    boolean isSorted() {
        return same > expected + 0.5 * (1 - expected);
    }
}
