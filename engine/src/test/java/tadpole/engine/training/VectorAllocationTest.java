package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.GlobalAvgPool2d;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Lstm;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.ResidualBlock;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Garbage of a step of training on the fast kernels, over all threads of the engine: it does not grow with the batch. Vectors
 * are objects until Java has compiled the kernels, so steps are made until that is done or patience ends.
 */
class VectorAllocationTest {

    private static final int STEPS = 10;
    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final int SMALL = 16;
    private static final int LARGE = 64;
    /** For the step's few objects: batches of the workers, tasks, views. */
    private static final long ENOUGH = 96 * 1024;
    /** Much less than one number more for each sample of the smallest of these networks. */
    private static final long SAME = 4 * 1024;
    /** Views and tasks of the two products that each image makes for itself; not more for larger ones. */
    private static final long BYTES_OF_A_STRIDED_IMAGE = 600;
    /** Measured, not explained: 20 to 660. */
    private static final long BYTES_OF_A_RESIDUAL_IMAGE = 1000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> networks() throws SettingException {
        Spec relu = Relu.RECIPE.standard();
        Spec last = linear(10);
        return Stream.of(
                Arguments.of("MLP", Shape.of(100), List.of(linear(50), relu, Dropout.RECIPE.standard(), last), 0),
                Arguments.of("CNN", Shape.of(1, 14, 14), List.of(convolution(8, 5, 1), relu, MaxPool2d.RECIPE.standard(),
                        convolution(16, 3, 1), relu, convolution(16, 3, 1), relu, Flatten.RECIPE.standard(), last), 0),
                Arguments.of("ResNet", Shape.of(3, 12, 12), List.of(convolution(16, 3, 1), block(16, 1), block(32, 1),
                        GlobalAvgPool2d.RECIPE.standard(), last), BYTES_OF_A_RESIDUAL_IMAGE),
                Arguments.of("LSTM", Shape.of(12, 20), List.of(Lstm.RECIPE.with(Map.of("hidden", 36, "output", "last")), last), 0),
                Arguments.of("strided", Shape.of(1, 14, 14), List.of(convolution(8, 3, 1), convolution(16, 3, 2), Flatten.RECIPE.standard(), last),
                        BYTES_OF_A_STRIDED_IMAGE));
    }

    private static Spec linear(int out) throws SettingException {
        return Linear.RECIPE.with(Map.of("out", out));
    }

    private static Spec convolution(int out, int kernel, int stride) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", out, "kernel", kernel, "padding", kernel / 2, "stride", stride));
    }

    private static Spec block(int out, int stride) throws SettingException {
        return ResidualBlock.RECIPE.with(Map.of("out", out, "stride", stride));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("networks")
    void aStepAllocatesTheSameWhateverTheBatchSize(String name, Shape sample, List<Spec> layers, long perImage)
            throws SettingException {
        assumeFalse(name.equals("LSTM"), "The compiler makes objects of vectors in the LSTM's cell in some runs: docs/performance.md.");
        long same = SAME + perImage * (LARGE - SMALL);
        try (Device device = Device.cpu(2)) {
            Training small = new Training(sample, layers, SMALL, device);
            Training large = new Training(sample, layers, LARGE, device);
            long end = System.nanoTime() + PATIENCE_NANOS;
            long least = Long.MAX_VALUE;
            long most = Long.MAX_VALUE;
            while (System.nanoTime() < end && (least > ENOUGH || most > least + same)) {
                least = Math.min(least, bytesOfAStep(small));
                most = Math.min(most, bytesOfAStep(large));
            }

            assertThat(least).isLessThan(ENOUGH);
            assertThat(most).isLessThan(least + same);
        }
    }

    private long bytesOfAStep(Training training) {
        Map<Long, Long> before = allocated();
        for (int step = 0; step < STEPS; step++) {
            training.step();
        }
        Map<Long, Long> after = allocated();
        return after.entrySet().stream().filter(each -> before.containsKey(each.getKey()))
                .mapToLong(each -> each.getValue() - before.get(each.getKey())).sum() / STEPS;
    }

    /** By this thread and the engine's, by their ids; those of an earlier device may still come to their end. */
    private Map<Long, Long> allocated() {
        Map<Long, Long> bytes = new HashMap<>();
        bytes.put(Thread.currentThread().threadId(), threads.getCurrentThreadAllocatedBytes());
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().startsWith("tadpole-kernel")) {
                long now = threads.getThreadAllocatedBytes(info.getThreadId());
                if (now >= 0) {
                    bytes.put(info.getThreadId(), now);
                }
            }
        }
        return bytes;
    }

    private static final class Training {

        private final Network network;
        private final Pass pass;
        private final Tensor x;
        private final Tensor dy;
        private final Device device;
        private final Optimizer optimizer = Sgd.RECIPE.maker().make(Sgd.RECIPE.standard().settings());

        private Training(Shape sample, List<Spec> layers, int batch, Device device) throws SettingException {
            this.device = device;
            network = Network.build(sample, layers, new Seed(1));
            pass = Pass.training(device);
            x = Tensor.zeros(sample.batchOf(batch));
            for (int i = 0; i < x.size(); i++) {
                x.data()[i] = i % 13 / 13f;
            }
            dy = Tensor.zeros(network.output().batchOf(batch));
            dy.fill(1e-4f);
        }

        private void step() {
            pass.begin(new Seed(1));
            network.forward(x, pass);
            network.clearGradients();
            network.backward(dy, pass);
            optimizer.step(Step.of(network.parameters(), 1e-3, device));
        }
    }
}
