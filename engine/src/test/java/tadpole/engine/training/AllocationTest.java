package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/**
 * Buffers are used again: after the first steps, what a step allocates does not grow with the data. On the plain
 * kernels: the vector ones box their vectors until they are compiled, whenever that is.
 */
class AllocationTest {

    private static final int WARM_UP = 5;
    private static final int STEPS = 25;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Dataset data = TinyData.wide(1024, 64);

    @Test
    void aStepAllocatesLittleWhateverTheBatchSize() throws SettingException {
        long small = medianOfAStep(8);
        long large = medianOfAStep(512);

        // One batch of 512 rows alone holds 131072 bytes.
        assertThat(small).isLessThan(8000);
        assertThat(large).isLessThan(8000);
        assertThat(Math.abs(large - small)).isLessThan(4000);
    }

    private long medianOfAStep(int batch) throws SettingException {
        TinyExperiment experiment = new TinyExperiment().augment(Augmentations.ALL.get(4).standard())
                .layers(TinyExperiment.linear(100), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(10))
                .plan("batch", batch).plan("steps", STEPS).plan("epochs", STEPS);
        long[] allocated = new long[STEPS];
        AtomicInteger step = new AtomicInteger();
        try (Device device = Device.plain()) {
            new Trainer(experiment.build(), data, device, event -> {
                if (event instanceof TrainingEvent.Stepped) {
                    allocated[step.getAndIncrement()] = threads.getCurrentThreadAllocatedBytes();
                }
            }).run(JobControl.UNWATCHED);
        }
        long[] steps = new long[STEPS - WARM_UP];
        Arrays.setAll(steps, i -> allocated[WARM_UP + i] - allocated[WARM_UP + i - 1]);
        Arrays.sort(steps);
        return steps[steps.length / 2];
    }
}
