package tadpole.benchmarks.kernel;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import tadpole.engine.kernel.Kernels;
import tadpole.engine.tensor.Device;

/** Kernels on some threads, and numbers for them. */
@State(Scope.Benchmark)
public class Fixture {

    @Param("1")
    public int threads;

    private Device device;

    @Setup(Level.Trial)
    public void open() {
        device = Device.cpu(threads);
    }

    @TearDown(Level.Trial)
    public void close() {
        device.close();
    }

    Kernels kernels() {
        return device.kernels();
    }

    static float[] random(int count) {
        var random = new SplittableRandom(count);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(-1, 1);
        }
        return numbers;
    }
}
