package tadpole.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TinyData;
import tadpole.engine.training.TinyExperiment;
import tadpole.engine.training.TrainedNetwork;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent;

class LastBatchTest {

    /** With a rate next to nothing the weights after a step are those before: the loss told of the step is that of its batch. */
    private static final double HARDLY = 1e-12;

    private final Dataset clouds = TinyData.clouds(25, 10, 3);

    @Test
    void findsTheBatchOfEveryStepAgain() throws SettingException {
        List<TrainingEvent.Stepped> steps = new ArrayList<>();
        Trainer trainer = new Trainer(TinyExperiment.of(3).rate(HARDLY).build(), clouds, Device.plain(), event -> {
            if (event instanceof TrainingEvent.Stepped stepped) {
                steps.add(stepped);
            }
        });
        trainer.run(JobControl.UNWATCHED);
        TrainedNetwork trained = TrainedNetwork.of(trainer.experiment(), clouds, trainer.setup().network());

        assertThat(steps).hasSize(6);
        for (TrainingEvent.Stepped step : steps) {
            LastBatch batch = LastBatch.of(trained, step.step(), 10, Device.plain());

            assertThat(batch.samples()).as("step %d", step.step()).isEqualTo(step.count());
            assertThat(batch.loss()).as("step %d", step.step()).isCloseTo(step.loss(), within(1e-6));
            assertThat(Pictured.gradients(batch.network(), "linear1").range().reach()).isPositive();
        }
    }

    @Test
    void beforeTheFirstStepItIsTheFirst() throws SettingException {
        Trainer trainer = new Trainer(TinyExperiment.of(3).build(), clouds, Device.plain(), _ -> {});
        TrainedNetwork trained = TrainedNetwork.of(trainer.experiment(), clouds, trainer.setup().network());

        assertThat(LastBatch.of(trained, 0, 10, Device.plain()).samples()).isEqualTo(10);
    }
}
