package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Relu;
import tadpole.engine.optimizer.ConjugateGradient;
import tadpole.engine.optimizer.Lbfgs;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

/** A step that is broken off in the midst of its kernels leaves the network as the step before did. */
class StopWithinAStepTest {

    private static final int WHOLE_STEPS = 3;

    private final Dataset data = TinyData.wide(64, 64);

    /** One step after another, and those that ask their batch again. */
    static Stream<Spec> optimizers() throws SettingException {
        return Stream.of(Sgd.RECIPE.standard(), ConjugateGradient.RECIPE.with(Map.of("maxIter", 3)),
                Lbfgs.RECIPE.with(Map.of("maxIter", 3, "lineSearch", "strongWolfe")));
    }

    private static TinyExperiment experiment(Spec optimizer) {
        return new TinyExperiment()
                .optimizer(optimizer)
                .layers(TinyExperiment.linear(20), BatchNorm2d.RECIPE.standard(), Relu.RECIPE.standard(), TinyExperiment.linear(10))
                .plan("batch", 16);
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void whereverItIsBrokenOffTheStateIsThatOfTheStepBefore(Spec optimizer) throws SettingException {
        try (Device device = Device.cpu(2)) {
            TrainingResult before = finished(new Trainer(experiment(optimizer).plan("steps", WHOLE_STEPS).build(), data, device, _ -> {})
                    .run(JobControl.UNWATCHED));
            boolean brokenOff = true;
            for (int questions = 0; brokenOff; questions++) {
                StopsWithin control = new StopsWithin(questions);
                JobOutcome<TrainingResult> outcome = new Trainer(experiment(optimizer).build(), data, device, control::hear).run(control);
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
