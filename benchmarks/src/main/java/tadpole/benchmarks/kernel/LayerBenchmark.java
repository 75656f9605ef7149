package tadpole.benchmarks.kernel;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tadpole.engine.kernel.BatchNorm;
import tadpole.engine.kernel.ChannelShape;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.kernel.Pooling;
import tadpole.engine.kernel.PoolingShape;
import tadpole.engine.kernel.Recurrence;

/** What stands between the products: pooling, batch normalization, activations, softmax, an LSTM's way through time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class LayerBenchmark {

    private static final int BATCH = 64;
    private static final int CHANNELS = 16;
    private static final int SIDE = 32;
    private static final int HIDDEN = 256;

    private final float[] x = Fixture.random(BATCH * CHANNELS * SIDE * SIDE);
    private final float[] y = new float[x.length];
    private final float[] dy = Fixture.random(x.length);
    private final int[] largest = new int[x.length / 4];
    private final BatchNorm.Channels channels = new BatchNorm.Channels(
            new float[CHANNELS], new float[CHANNELS], Fixture.random(CHANNELS), Fixture.random(CHANNELS));
    private final float[] dgamma = new float[CHANNELS];
    private final float[] dbeta = new float[CHANNELS];
    private final Matrix rows = Matrix.of(Fixture.random(2048 * 80), 2048, 80);
    private final Matrix shares = Matrix.of(new float[2048 * 80], 2048, 80);
    private final Recurrence.Sequences sequences = new Recurrence.Sequences(16, 32, false);
    private final Recurrence.Inputs inputs = new Recurrence.Inputs(
            Matrix.of(Fixture.random(80 * 4 * HIDDEN), 80, 4 * HIDDEN), new Random(1).ints(16 * 32, 0, 80).toArray());
    private final Matrix weights = Matrix.of(Fixture.random(4 * HIDDEN * HIDDEN), 4 * HIDDEN, HIDDEN);
    private final float[] bias = Fixture.random(4 * HIDDEN);
    private final float[] states = new float[16 * 32 * HIDDEN];
    private Recurrence lstm;
    private Pooling pooling;
    private BatchNorm batchNorm;

    @Setup
    public void choose(Fixture fixture) {
        pooling = fixture.kernels().pooling(new PoolingShape(BATCH, CHANNELS, SIDE, SIDE, 2, 2, 0));
        batchNorm = fixture.kernels().batchNorm(new ChannelShape(BATCH, CHANNELS, SIDE * SIDE), 1e-5f);
        lstm = fixture.kernels().lstm(HIDDEN);
        pooling.max(x, y, largest);
        batchNorm.measure(x, channels);
        lstm.forward(sequences, inputs, new Recurrence.Weights(weights, bias, -1), states);
    }

    @Benchmark
    public void maxPool() {
        pooling.max(x, y, largest);
    }

    @Benchmark
    public void maxPoolBackward() {
        pooling.maxBackward(dy, largest, y);
    }

    @Benchmark
    public void batchNorm() {
        batchNorm.measure(x, channels);
        batchNorm.forward(x, channels, BatchNorm.After.NOTHING, y);
    }

    @Benchmark
    public void batchNormBackward() {
        batchNorm.backward(x, channels, dy, false, y, dgamma, dbeta);
    }

    @Benchmark
    public void relu(Fixture fixture) {
        fixture.kernels().relu(x, y, x.length);
    }

    @Benchmark
    public void tanh(Fixture fixture) {
        fixture.kernels().tanh(x, y, x.length);
    }

    @Benchmark
    public void softmax(Fixture fixture) {
        fixture.kernels().softmax(rows, shares);
    }

    @Benchmark
    public void lstm() {
        lstm.forward(sequences, inputs, new Recurrence.Weights(weights, bias, -1), states);
    }

    @Benchmark
    public void lstmBackward() {
        lstm.backward(weights, states);
    }
}
