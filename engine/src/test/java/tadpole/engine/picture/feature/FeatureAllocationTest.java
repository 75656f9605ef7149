package tadpole.engine.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Garbage of an iteration over all threads of the engine: it does not grow with the picture. Vectors are objects until Java has compiled the kernels. */
class FeatureAllocationTest {

    private static final long PATIENCE_NANOS = 40_000_000_000L;
    private static final int SMALL = 48;
    private static final int LARGE = 96;
    /** For an iteration's few objects: batches of the workers, tasks, views. */
    private static final long ENOUGH = 128 * 1024;
    /** Less than one number for each pixel more. */
    private static final long SAME = 24 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @EnumSource(Padding.class)
    void anIterationAllocatesTheSameWhateverTheSize(Padding padding) {
        FeatureNetwork features = SmallFeatures.vgg(padding, padding == Padding.ZEROS ? Pooling.MAX : Pooling.AVERAGE, new int[] {16, 16}, new int[] {32}, new int[] {32});
        try (Device device = Device.cpu(2)) {
            Runnable small = iteration(features, SMALL, device);
            Runnable large = iteration(features, LARGE, device);
            long end = System.nanoTime() + PATIENCE_NANOS;
            long least = Long.MAX_VALUE;
            long most = Long.MAX_VALUE;
            while (System.nanoTime() < end && (least > ENOUGH || most > least + SAME)) {
                least = Math.min(least, bytes(small));
                most = Math.min(most, bytes(large));
            }

            assertThat(least).isLessThan(ENOUGH);
            assertThat(most).isLessThan(least + SAME);
        }
    }

    private static Runnable iteration(FeatureNetwork features, int size, Device device) {
        FeatureRun run = new FeatureRun(features, List.of("relu1_1", "relu2_1", "relu3_1"), device);
        Tensor pixels = SmallFeatures.picture(size, size, "pixels");
        Map<String, Tensor> gradients = new HashMap<>();
        run.forward(pixels).forEach((layer, map) -> gradients.put(layer, map.copy()));
        return () -> {
            run.forward(pixels);
            run.backward(gradients);
        };
    }

    private long bytes(Runnable iteration) {
        Map<Long, Long> before = allocated();
        iteration.run();
        Map<Long, Long> after = allocated();
        return after.entrySet().stream().filter(each -> before.containsKey(each.getKey())).mapToLong(each -> each.getValue() - before.get(each.getKey())).sum();
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
}
