package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.RateProof;
import tadpole.samples.SampleData;

class ProofsTest {

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, new Messages(), new Theme(Theme.Kind.LIGHT), _ -> {});
    private final Proofs proofs = new Proofs(desk);
    private Experiment experiment;
    private Dataset dataset;

    @BeforeEach
    void read() throws Exception {
        experiment = ExperimentFile.read(SampleData.experiments().resolve("digits-784-100-10.json"));
        dataset = new DataFolder(SampleData.data()).datasets().stream().filter(each -> each.key().equals(experiment.data().set()))
                .findFirst().orElseThrow().read(JobControl.UNWATCHED);
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private void awaitThree() {
        pump.until(() -> !proofs.goingProperty().get());
        assertThat(proofs.proofsProperty().get()).hasSize(Proofs.COUNT);
    }

    @Test
    void tryATenthTheRateAndTenTimesIt() {
        proofs.prove(experiment, dataset, 0.04);
        assertThat(proofs.goingProperty().get()).isTrue();
        awaitThree();

        assertThat(proofs.proofsProperty().get().get(1).rate()).isEqualTo(0.04);
        assertThat(proofs.provenProperty().get()).contains(0.04);
    }

    @Test
    void areNotMadeTwice() {
        proofs.prove(experiment, dataset, 0.04);
        awaitThree();
        List<RateProof> made = proofs.proofsProperty().get();

        proofs.prove(experiment, dataset, 0.04);

        assertThat(proofs.goingProperty().get()).isFalse();
        assertThat(proofs.proofsProperty().get()).isSameAs(made);
    }

    @Test
    void ofANewRateEndThoseOfAnEarlierOne() {
        proofs.prove(experiment, dataset, 0.04);
        pump.until(() -> !proofs.proofsProperty().get().isEmpty());

        proofs.prove(experiment, dataset, 0.2);
        awaitThree();

        assertThat(proofs.proofsProperty().get().get(1).rate()).isEqualTo(0.2);
        pump.until(() -> desk.jobs().running().isEmpty());
        assertThat(proofs.provenProperty().get()).isEqualTo(Optional.of(0.2));
    }

    @Test
    void canBeStopped() {
        proofs.prove(experiment, dataset, 0.04);
        pump.until(() -> !proofs.proofsProperty().get().isEmpty());
        proofs.stop();
        pump.until(() -> !proofs.goingProperty().get());

        assertThat(desk.jobs().running()).isEmpty();
    }
}
