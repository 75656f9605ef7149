package tadpole.benchmarks.workload;

import java.util.Arrays;
import tadpole.engine.tensor.Shape;

/**
 * Made-up labeled samples in batches; a class has a pattern of its own under the noise, so that there is something to learn.
 *
 * @param sample  shape of one sample
 * @param batches how many there are
 * @param batch   samples in each
 */
record Samples(Shape sample, int classes, int batches, int batch) {

    /** Numbers of one batch, about as large as standardized pixels. */
    float[] inputs(int number) {
        float[] inputs = Numbers.random("inputs" + number, batch * sample.size(), 1);
        float[] patterns = Numbers.random("patterns", classes * sample.size(), 1);
        int[] labels = labels(number);
        for (int i = 0; i < inputs.length; i++) {
            int label = labels[i / sample.size()];
            inputs[i] += patterns[label * sample.size() + i % sample.size()];
        }
        return inputs;
    }

    int[] labels(int number) {
        return Numbers.labels("labels" + number, batch, classes);
    }

    long[] torchShape() {
        return Arrays.stream(sample.batchOf(batch).toArray()).asLongStream().toArray();
    }
}
