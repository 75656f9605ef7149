package tadpole.benchmarks.kernel;

import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tadpole.engine.kernel.Pooling;
import tadpole.engine.kernel.PoolingShape;

/** Pooling of a batch of 64 with 16 channels, each way alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PoolingBenchmark {

    /** height, window, stride, padding */
    @Param({"32 2 2 0", "32 3 2 1", "32 3 1 1", "8 4 4 0"})
    public String size;

    private Pooling pooling;
    private float[] x;
    private float[] y;
    private int[] largest;

    @Setup
    public void choose(Fixture fixture) {
        int[] sizes = Stream.of(size.split(" ")).mapToInt(Integer::parseInt).toArray();
        var shape = new PoolingShape(64, 16, sizes[0], sizes[0], sizes[1], sizes[2], sizes[3]);
        pooling = fixture.kernels().pooling(shape);
        x = Fixture.random(shape.inputSize());
        y = Fixture.random(shape.outputSize());
        largest = new int[shape.outputSize()];
        pooling.max(x, y, largest);
    }

    @Benchmark
    public void max() {
        pooling.max(x, y, largest);
    }

    @Benchmark
    public void maxBackward() {
        pooling.maxBackward(y, largest, x);
    }

    @Benchmark
    public void average() {
        pooling.average(x, y);
    }

    @Benchmark
    public void averageBackward() {
        pooling.averageBackward(y, x);
    }
}
