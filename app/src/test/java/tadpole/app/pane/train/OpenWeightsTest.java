package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.Pump;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.training.Moment;
import tadpole.samples.SampleData;

class OpenWeightsTest {

    @TempDir
    private Path folder;

    private final Pump pump = new Pump();
    private final Device device = Device.plain();
    private final Messages messages = new Messages();
    private final Desk desk = new Desk(new Workspace(), new Jobs(pump), device, messages, new Theme(Theme.Kind.LIGHT), _ -> {});
    private final TrainPaneModel model = new TrainPaneModel(desk, new Examples(SampleData.experiments(), List.of()), Runnable::run);
    private final Lab lab = new Lab(model, desk, Runnable::run, Runnable::run);

    @BeforeEach
    void openTheData() {
        desk.workspace().datasetProperty().set(Optional.of(TinyData.open()));
        model.form().plan().field("batch").enter("20");
        model.form().plan().field("epochs").enter("3");
        model.form().network().field("hidden").enter("16");
        pump.until(() -> model.draft().fitProperty().get().parameters() == 64 * 16 + 16 + 16 * 10 + 10);
    }

    @AfterEach
    void endAll() {
        desk.jobs().stopAll();
        pump.until(() -> desk.jobs().running().isEmpty());
        device.close();
    }

    private Path saved() {
        model.startOrPause();
        Run first = lab.runProperty().get().orElseThrow();
        pump.until(() -> first.state() == WorkState.ENDED);
        pump.until(() -> model.trained().get());
        Path file = folder.resolve("own.safetensors");
        model.saveWeights(file);
        pump.until(() -> messages.lastProperty().get().text().equals("Saved own.safetensors."));
        return file;
    }

    @Test
    void aRunBeginsWithThemAndWaits() throws Exception {
        Path file = saved();
        Run first = lab.runProperty().get().orElseThrow();
        Network trained = first.result().orElseThrow().network();

        model.openWeights(file);
        pump.until(() -> lab.runProperty().get().filter(run -> run != first).isPresent());
        Run second = lab.runProperty().get().orElseThrow();
        pump.until(() -> messages.lastProperty().get().text().equals("4 of 4 tensors came from own.safetensors."));
        pump.until(() -> second.state() == WorkState.PAUSED);

        assertThat(second.nameProperty().get()).endsWith("weights of own.safetensors");
        assertThat(second.origin()).isEmpty();
        assertThat(second.standsAt()).isZero();
        second.resume();
        pump.until(() -> second.state() == WorkState.ENDED);
        assertThat(second.standsAt()).isEqualTo(30);
        Moment start = second.recording().at(0).orElseThrow();
        for (NamedTensor each : trained.state()) {
            assertThat(start.tensors().get(Moment.NETWORK + each.name()).data()).isEqualTo(each.tensor().data());
        }
    }

    @Test
    void whatFitsNowhereIsSaidAndNothingIsLost() throws Exception {
        Path file = saved();
        Run first = lab.runProperty().get().orElseThrow();
        model.openWeights(Files.write(folder.resolve("broken.pt"), new byte[] {1, 2, 3}));
        pump.until(() -> !messages.failures().isEmpty());

        assertThat(messages.failures().getFirst()).startsWith("broken.pt is no file of weights");
        assertThat(lab.runProperty().get()).contains(first);
        assertThat(Files.exists(file)).isTrue();
    }
}
