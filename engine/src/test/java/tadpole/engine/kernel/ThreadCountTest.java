package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadCountTest {
    @Test
    void everyKernelGivesTheSameBitsForAnyNumberOfThreads() {
        for (boolean vector : new boolean[] {false, true}) {
            List<float[]> expected = results(1, vector);
            for (int threads = 2; threads <= 4; threads++) {
                List<float[]> actual = results(threads, vector);

                for (int n = 0; n < expected.size(); n++) {
                    assertThat(actual.get(n)).as("result %d with %d threads", n, threads).isEqualTo(expected.get(n));
                }
            }
        }
    }

    private static List<float[]> results(int threads, boolean vector) {
        List<float[]> results = new ArrayList<>();
        try (Workers workers = new Workers(threads)) {
            Kernels kernels = vector ? Kernels.vector(workers) : Kernels.plain(workers);
            Samples samples = new Samples();
            Matrix a = samples.matrix(190, 401);
            Matrix b = samples.matrix(401, 211);
            Matrix c = samples.matrix(190, 211);
            float[] row = samples.floats(211);
            kernels.multiply(a, b, c);
            results.add(c.data().clone());
            kernels.addProduct(a, b, c);
            results.add(c.data().clone());
            kernels.linearRelu(a, b, row, c);
            results.add(c.data().clone());
            kernels.multiply(b.transpose(), a.transpose(), Matrix.of(c.data(), 211, 190));
            results.add(c.data().clone());
            Matrix large = samples.matrix(130, 300);
            kernels.multiply(samples.matrix(130, 900), samples.matrix(900, 300), large);
            results.add(large.data().clone());
            Matrix tall = samples.matrix(5000, 211);
            kernels.addBias(tall, row);
            kernels.addColumnSums(tall, row);
            results.add(row.clone());
            Matrix y = samples.matrix(5000, 211);
            Matrix dx = samples.matrix(5000, 211);
            kernels.softmax(tall, y);
            kernels.softmaxBackward(y, tall, dx);
            results.add(dx.data().clone());
            kernels.logSoftmax(tall, y);
            kernels.logSoftmaxBackward(y, tall, dx);
            results.add(dx.data().clone());
            int n = tall.data().length;
            kernels.sigmoid(tall.data(), y.data(), n);
            kernels.sigmoidBackward(y.data(), tall.data(), dx.data(), n);
            results.add(dx.data().clone());
            kernels.tanh(tall.data(), y.data(), n);
            kernels.tanhBackward(y.data(), tall.data(), dx.data(), n);
            results.add(dx.data().clone());
            kernels.relu(tall.data(), y.data(), n);
            kernels.reluBackward(y.data(), dx.data(), dx.data(), n);
            kernels.axpy(0.1f, y.data(), dx.data(), n);
            kernels.scale(0.7f, dx.data(), n);
            results.add(dx.data().clone());
            Updates updates = kernels.updates();
            updates.adam(new Updates.Adam(0.1, 0.98, 0.9, 0.999, 0.02, 3, 1e-3, 1e-4),
                    new Updates.Weights(y.data(), tall.data(), n), dx.data(), new float[n]);
            results.add(y.data().clone());
            results.add(new float[] {(float) updates.dot(y.data(), tall.data(), n), (float) updates.sumOfAbsolutes(y.data(), n)});
            kernels.silu(tall.data(), y.data(), n);
            results.add(y.data().clone());
            kernels.siluBackward(tall.data(), y.data(), dx.data(), n);
            results.add(dx.data().clone());
            kernels.gelu(tall.data(), y.data(), n);
            kernels.geluBackward(tall.data(), y.data(), dx.data(), n);
            results.add(dx.data().clone());
            int[] words = new int[5000];
            Arrays.setAll(words, i -> i * i % 30);
            kernels.gatherRows(tall, words, y);
            kernels.scatterRows(y, words, dx);
            results.add(dx.data().clone());
            kernels.rowMeans(tall, y.data());
            kernels.rowMeansBackward(y.data(), dx);
            results.add(dx.data().clone());
            kernels.dropoutMask(5, 0.3, y.data(), n);
            kernels.scale(tall.data(), y.data(), dx.data(), n);
            results.add(dx.data().clone());
            Pooling pooling = kernels.pooling(new PoolingShape(30, 30, 24, 24, 3, 2, 1));
            int[] largest = new int[30 * 30 * 12 * 12];
            pooling.max(tall.data(), y.data(), largest);
            pooling.maxBackward(y.data(), largest, dx.data());
            results.add(dx.data().clone());
            pooling.average(tall.data(), y.data());
            pooling.averageBackward(y.data(), dx.data());
            results.add(dx.data().clone());
        }
        return results;
    }
}
