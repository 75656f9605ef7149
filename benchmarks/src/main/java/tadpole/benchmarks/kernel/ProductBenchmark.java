package tadpole.benchmarks.kernel;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import tadpole.engine.kernel.Matrix;

/** Products in all four transpositions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProductBenchmark {

    /** rows x depth x columns */
    @Param({"512x512x512", "64x784x100"})
    public String size;

    private Matrix a;
    private Matrix b;
    private Matrix turnedA;
    private Matrix turnedB;
    private Matrix c;

    @Setup
    public void fill() {
        String[] sizes = size.split("x");
        int rows = Integer.parseInt(sizes[0]);
        int depth = Integer.parseInt(sizes[1]);
        int columns = Integer.parseInt(sizes[2]);
        float[] left = Fixture.random(rows * depth);
        float[] right = Fixture.random(depth * columns);
        a = Matrix.of(left, rows, depth);
        turnedA = Matrix.of(left, depth, rows).transpose();
        b = Matrix.of(right, depth, columns);
        turnedB = Matrix.of(right, columns, depth).transpose();
        c = Matrix.of(new float[rows * columns], rows, columns);
    }

    @Benchmark
    public void plain(Fixture fixture) {
        fixture.kernels().multiply(a, b, c);
    }

    @Benchmark
    public void leftTurned(Fixture fixture) {
        fixture.kernels().multiply(turnedA, b, c);
    }

    @Benchmark
    public void rightTurned(Fixture fixture) {
        fixture.kernels().multiply(a, turnedB, c);
    }

    @Benchmark
    public void bothTurned(Fixture fixture) {
        fixture.kernels().multiply(turnedA, turnedB, c);
    }
}
