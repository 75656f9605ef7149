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
import tadpole.engine.kernel.Convolution;
import tadpole.engine.kernel.ConvolutionShape;
import tadpole.engine.kernel.Workspace;

/** Convolutions, each way alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ConvolutionBenchmark {

    /** batch x channels in x channels out x height, kernel, stride; padded by half the kernel unless "valid" */
    @Param({"1x256x256x56 3 1", "64x16x16x32 3 1", "64x8x16x12 5 1 valid", "64x32x64x16 3 2", "64x64x128x16 1 1"})
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
        String[] parts = size.split(" ");
        int[] sizes = Stream.of(parts[0].split("x")).mapToInt(Integer::parseInt).toArray();
        int kernel = Integer.parseInt(parts[1]);
        int stride = Integer.parseInt(parts[2]);
        int padding = size.endsWith("valid") ? 0 : kernel / 2;
        var shape = new ConvolutionShape(sizes[0], sizes[1], sizes[3], sizes[3], sizes[2], kernel, kernel, stride, padding, 1, 1);
        convolution = fixture.kernels().convolution(shape);
        x = Fixture.random(shape.inputSize());
        y = Fixture.random(shape.outputSize());
        weights = Fixture.random(shape.weightSize());
        bias = Fixture.random(shape.outChannels());
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
