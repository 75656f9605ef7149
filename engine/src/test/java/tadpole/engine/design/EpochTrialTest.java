package tadpole.engine.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;

class EpochTrialTest {

    private static Experiment experiment(Spec... layers) throws SettingException {
        return new TinyExperiment().layers(layers).plan("epochs", 3).plan("batch", 16).build();
    }

    private static JobOutcome<EpochEstimate> trial(Experiment experiment, long millis, JobControl control) throws SettingException {
        Dataset dataset = TinyData.clouds(200, 50, 10);
        try (Device device = Device.cpu(1)) {
            return new EpochTrial(experiment, dataset, device, millis).run(control);
        }
    }

    @Test
    void estimatesFromStepsThatItMade() throws SettingException {
        JobOutcome<EpochEstimate> outcome = trial(experiment(Specs.of("linear")), 400, JobControl.UNWATCHED);

        EpochEstimate estimate = ((JobOutcome.Finished<EpochEstimate>) outcome).result();
        assertThat(estimate.stepsMeasured()).isPositive();
        assertThat(estimate.least()).isPositive().isLessThanOrEqualTo(estimate.seconds());
        assertThat(estimate.seconds()).isLessThanOrEqualTo(estimate.most());
    }

    @Test
    void makesAStepHoweverShortItsTime() throws SettingException {
        assertThat(trial(experiment(Specs.of("linear")), 1, JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Finished.class);
    }

    @Test
    void saysWhatDoesNotFit() throws SettingException {
        JobOutcome<EpochEstimate> outcome = trial(experiment(Specs.of("conv2d")), 50, JobControl.UNWATCHED);

        assertThat(((JobOutcome.Failed<EpochEstimate>) outcome).message()).startsWith("Layer 1, conv2d1: takes pictures");
    }

    @Test
    void endsWhenItIsStoppedAtOnce() throws SettingException {
        JobControl stopped = new JobControl() {
            @Override
            public boolean proceed() {
                return false;
            }

            @Override
            public boolean isStopped() {
                return true;
            }

            @Override
            public void report(Progress progress) {}
        };

        assertThat(trial(experiment(Specs.of("linear")), 1_000_000, stopped)).isInstanceOf(JobOutcome.Failed.class);
    }

    @Test
    void saysHowFarOffItWas() {
        EpochEstimate estimate = new EpochEstimate(12.1, 11.64, 12.9, 40);

        assertThat(estimate.compared(13)).isEqualTo("estimated 12.1 s, took 13.0 s: 7 % off");
        assertThat(estimate.words()).isEqualTo("12.1 s, between 11.6 s and 12.9 s");
        assertThat(new EpochEstimate(4000, 125, 0.2, 1).words()).isEqualTo("1 h 6 min, between 2 min 5 s and 0.20 s");
    }
}
