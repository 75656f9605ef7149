package tadpole.benchmarks.kernel;

import java.util.SplittableRandom;
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

/** Words that are looked up, and their gradients that are added up, for 2048 places. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class EmbeddingBenchmark {

    private static final int PLACES = 2048;

    /** vocabulary x size */
    @Param({"80x64", "80x1024", "10000x256"})
    public String size;

    private Matrix table;
    private Matrix y;
    private int[] words;

    @Setup
    public void fill() {
        String[] sizes = size.split("x");
        int vocabulary = Integer.parseInt(sizes[0]);
        int columns = Integer.parseInt(sizes[1]);
        table = Matrix.of(Fixture.random(vocabulary * columns), vocabulary, columns);
        y = Matrix.of(Fixture.random(PLACES * columns), PLACES, columns);
        words = new SplittableRandom(1).ints(PLACES, 0, vocabulary).toArray();
    }

    @Benchmark
    public void gather(Fixture fixture) {
        fixture.kernels().gatherRows(table, words, y);
    }

    @Benchmark
    public void scatter(Fixture fixture) {
        fixture.kernels().scatterRows(y, words, table);
    }
}
