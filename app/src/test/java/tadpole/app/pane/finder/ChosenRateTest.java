package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

class ChosenRateTest {

    private final Desk desk = new Desk(
            new Workspace(), new Jobs(Runnable::run), Device.plain(), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final ChosenRate chosen = new ChosenRate(desk);

    @Test
    void hasTwoDigitsAndStaysWithinWhatAnOptimizerTakes() {
        chosen.choose(0.0812345);
        assertThat(chosen.rate()).contains(0.081);
        chosen.choose(1e9);
        assertThat(chosen.rate()).contains(1000.0);
        chosen.choose(0);
        assertThat(chosen.rate().orElseThrow()).isPositive();
    }

    @Test
    void isGivenToTrainOnlyWhenAskedTo() throws Exception {
        var experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        desk.workspace().experimentProperty().set(Optional.of(experiment));
        chosen.choose(0.0812345);
        assertThat(desk.workspace().experimentProperty().get()).contains(experiment);

        chosen.useInTrain();

        assertThat(desk.workspace().experimentProperty().get().orElseThrow().rate()).isEqualTo(0.081);
        assertThat(desk.messages().lastProperty().get().text()).isEqualTo("Train has learning rate 0.081 now.");
    }

    @Test
    void isNothingToTrainBeforeOneChose() {
        chosen.useInTrain();

        assertThat(desk.messages().lastProperty().get().text()).isEmpty();
    }
}
