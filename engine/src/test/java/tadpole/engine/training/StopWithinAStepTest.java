package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/** A step that is broken off in the midst of its kernels leaves the network as the step before did. */
class StopWithinAStepTest {

    private static final int WHOLE_STEPS = 3;

    private final Dataset data = TinyData.wide(64, 64);

    private static TinyExperiment experiment() throws SettingException {
        return new TinyExperiment()
                .layers(TinyExperiment.linear(20), BatchNorm2d.RECIPE.standard(), Relu.RECIPE.standard(), TinyExperiment.linear(10))
                .plan("batch", 16);
    }

    @Test
    void whereverItIsBrokenOffTheStateIsThatOfTheStepBefore() throws SettingException {
        try (Device device = Device.cpu(2)) {
            TrainingResult before = finished(new Trainer(experiment().plan("steps", WHOLE_STEPS).build(), data, device, _ -> {})
                    .run(JobControl.UNWATCHED));
            boolean brokenOff = true;
            for (int questions = 0; brokenOff; questions++) {
                StopsWithin control = new StopsWithin(questions);
                JobOutcome<TrainingResult> outcome = new Trainer(experiment().build(), data, device, control::hear).run(control);
                brokenOff = control.steps == WHOLE_STEPS;
                if (brokenOff) {
                    assertThat(outcome).isInstanceOf(JobOutcome.Stopped.class);
                    TrainingResult result = ((JobOutcome.Stopped<TrainingResult>) outcome).resultSoFar();
                    assertThat(result.steps()).isEqualTo(WHOLE_STEPS);
                    assertThat(numbers(result)).isEqualTo(numbers(before));
                } else {
                    assertThat(questions).as("places to break off").isGreaterThan(5);
                }
            }
        }
    }

    private static TrainingResult finished(JobOutcome<TrainingResult> outcome) {
        return ((JobOutcome.Finished<TrainingResult>) outcome).result();
    }

    private static List<List<Float>> numbers(TrainingResult result) {
        List<List<Float>> all = new ArrayList<>();
        result.network().state().forEach(each -> {
            List<Float> numbers = new ArrayList<>();
            for (float number : each.tensor().data()) {
                numbers.add(number);
            }
            all.add(numbers);
        });
        return all;
    }

    /** Says stop to so many questions after the last whole step. */
    private static final class StopsWithin implements JobControl {

        private final AtomicBoolean stopped = new AtomicBoolean();
        private int left;
        private int steps;

        private StopsWithin(int left) {
            this.left = left;
        }

        private void hear(TrainingEvent event) {
            if (event instanceof TrainingEvent.Stepped) {
                steps++;
            }
        }

        @Override
        public boolean proceed() {
            return !stopped.get();
        }

        @Override
        public synchronized boolean isStopped() {
            if (steps == WHOLE_STEPS && left-- <= 0) {
                stopped.set(true);
            }
            return stopped.get();
        }

        @Override
        public void report(Progress progress) {}
    }
}
