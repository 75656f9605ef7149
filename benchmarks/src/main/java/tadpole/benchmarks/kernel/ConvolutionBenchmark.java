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
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.ConvolutionShape;
import tadpole.engine.kernel.Workspace;

/** Convolutions of 3x3, each way alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionBenchmark {

    /** batch x channels x height */
    @Param({"1x256x56", "64x16x32"})
    public String size;

    private Convolution convolution;
    private float[] x;
    private float[] y;
    private float[] weights;
    private float[] bias;
    private float[] prepared;
    private float[] preparedBackward;
    private final Workspace workspace = new Workspace();

    @Setup
    public void fill(Fixture fixture) {
        String[] sizes = size.split("x");
        int channels = Integer.parseInt(sizes[1]);
        int height = Integer.parseInt(sizes[2]);
        var shape = ConvolutionShape.of(Integer.parseInt(sizes[0]), channels, height, height, channels, 3, 1);
        convolution = fixture.kernels().convolution(shape);
        x = Fixture.random(shape.inputSize());
        y = Fixture.random(shape.outputSize());
        weights = Fixture.random(shape.weightSize());
        bias = Fixture.random(channels);
        prepared = new float[convolution.preparedSize()];
        preparedBackward = new float[convolution.preparedBackwardSize()];
        convolution.prepare(weights, prepared);
        convolution.prepareBackward(weights, preparedBackward);
    }

    @Benchmark
    public void prepare() {
        convolution.prepare(weights, prepared);
    }

    @Benchmark
    public void forward() {
        convolution.forward(x, prepared, bias, false, y, workspace);
    }

    @Benchmark
    public void inputGradient() {
        convolution.inputGradient(y, preparedBackward, x, workspace);
    }

    @Benchmark
    public void weightGradient() {
        convolution.addWeightGradient(x, y, weights, workspace);
    }
}
