package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class WarmupTest {

    private static final long AS_LONG_AS_IT_LIKES = 3_600_000;

    private final Dataset data = TinyData.wide(64, 64);

    private static TinyExperiment experiment() throws SettingException {
        return new TinyExperiment()
                .layers(TinyExperiment.linear(20), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), TinyExperiment.linear(10))
                .plan("batch", 13).plan("epochs", 40);
    }

    private List<TrainingEvent> events(Device device) throws SettingException {
        List<TrainingEvent> events = new ArrayList<>();
        new Trainer(experiment().build(), data, device, event -> {
            if (event instanceof TrainingEvent.Stepped) {
                events.add(event);
            }
        }).run(JobControl.UNWATCHED);
        return events;
    }

    @Test
    void aRunBesideItGivesTheSameBits() throws SettingException {
        try (Device device = Device.cpu(2)) {
            List<TrainingEvent> alone = events(device);

            Switch control = new Switch();
            CompletableFuture<JobOutcome<Long>> warming = CompletableFuture.supplyAsync(() -> warmup(device, AS_LONG_AS_IT_LIKES).run(control));
            control.awaitSteps();
            List<TrainingEvent> beside = events(device);
            control.stopped.set(true);
            warming.join();
            List<TrainingEvent> after = events(device);

            assertThat(beside).isEqualTo(alone);
            assertThat(after).isEqualTo(alone);
        }
    }

    @Test
    void aStopEndsItAndItTellsSo() throws SettingException {
        try (Device device = Device.cpu(2)) {
            Switch control = new Switch();
            CompletableFuture<JobOutcome<Long>> warming = CompletableFuture.supplyAsync(() -> warmup(device, AS_LONG_AS_IT_LIKES).run(control));
            control.awaitSteps();
            control.stopped.set(true);

            assertThat(warming.join()).isInstanceOf(JobOutcome.Stopped.class);
        }
    }

    @Test
    void warmsUpForSomeImagesOfEachClass() throws SettingException {
        Experiment few = experiment().perClass(2).plan("batch", 1).build();
        try (Device device = Device.cpu(1)) {
            assertThat(new Warmup(few, data, device, AS_LONG_AS_IT_LIKES).run(JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Finished.class);
        }
    }

    @Test
    void stoppedBeforeItBeganItMakesNoStep() {
        Switch control = new Switch();
        control.stopped.set(true);
        try (Device device = Device.cpu(1)) {
            assertThat(warmup(device, AS_LONG_AS_IT_LIKES).run(control)).isEqualTo(new JobOutcome.Stopped<>(0L));
        }
    }

    @Test
    void itEndsWhenItsTimeIsUpAndBySteadySpeed() {
        try (Device device = Device.cpu(1)) {
            assertThat(warmup(device, 1).run(JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Finished.class);
            assertThat(warmup(device, AS_LONG_AS_IT_LIKES).run(JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Finished.class);
        }
    }

    @Test
    void whatCannotBeTrainedFails() throws SettingException {
        Experiment misfit = experiment().layers(Relu.RECIPE.standard()).build();
        try (Device device = Device.cpu(1)) {
            assertThat(new Warmup(misfit, data, device, 100).run(JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Failed.class);
        }
    }

    @Test
    void theTinyNetworksOfTheKernelsTrain() {
        try (Device device = Device.cpu(2)) {
            assertThat(new KernelWarmup(device).run(JobControl.UNWATCHED)).isInstanceOfSatisfying(JobOutcome.Finished.class,
                    finished -> assertThat((Long) finished.result()).isGreaterThan(10));
        }
    }

    private Warmup warmup(Device device, long mostMillis) {
        try {
            return new Warmup(experiment().build(), data, device, mostMillis);
        } catch (SettingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Switch implements JobControl {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private final CountDownLatch asked = new CountDownLatch(100);

        private void awaitSteps() {
            try {
                asked.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public boolean proceed() {
            return !isStopped();
        }

        @Override
        public boolean isStopped() {
            asked.countDown();
            return stopped.get();
        }

        @Override
        public void report(Progress progress) {}
    }
}
