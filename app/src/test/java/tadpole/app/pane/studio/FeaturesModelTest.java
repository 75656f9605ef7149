package tadpole.app.pane.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.app.experiment.BundledFeatures;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.file.FileException;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.tensor.Device;

class FeaturesModelTest {

    @TempDir
    Path folder;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Messages messages = new Messages();
    private final ObjectProperty<Optional<FeatureNetwork>> inUse = new SimpleObjectProperty<>(Optional.empty());
    private Path weights;
    private FeaturesModel model;

    @BeforeEach
    void open() throws Exception {
        weights = Files.writeString(folder.resolve("vgg.pth"), "weights").toAbsolutePath();
        model = model();
    }

    private FeaturesModel model() {
        Desk desk = new Desk(new Workspace(), new Jobs(ui::add), Device.plain(), messages, new Theme(Theme.Kind.LIGHT), _ -> { });
        return new FeaturesModel(desk, inUse, choice -> {
            if (choice.file().filter(file -> !file.equals(weights)).isPresent()) {
                throw new FileException("other.pth is no file of weights.");
            }
            return BundledFeatures.open();
        }, new OpenedWeights(folder.resolve("settings").resolve("opened.txt")));
    }

    @Test
    void opensTheBundledOneAtTheStart() throws Exception {
        model.start();
        awaitEnd();

        assertThat(inUse.get().orElseThrow().name()).isEqualTo("Bundled network");
        assertThat(model.chosenProperty().get()).contains(FeatureChoice.BUNDLED);
        assertThat(model.aboutProperty().get()).contains("8 layers, relu1_1 to relu4_2").contains("0.58 million weights, 2.3 MB");
    }

    @Test
    void remembersWhatWasOpened() throws Exception {
        model.open(weights);
        awaitEnd();

        assertThat(model.choicesProperty()).containsExactly(FeatureChoice.BUNDLED, FeatureChoice.of(weights));
        model = model();
        model.choose(FeatureChoice.BUNDLED);
        awaitEnd();
        assertThat(model.choicesProperty()).containsExactly(FeatureChoice.BUNDLED, FeatureChoice.of(weights));
        Files.delete(weights);
        model.choose(FeatureChoice.BUNDLED);
        awaitEnd();
        assertThat(model.choicesProperty()).containsExactly(FeatureChoice.BUNDLED);
    }

    @Test
    void keepsTheNetworkInUseWhereAFileCannotBeRead() throws Exception {
        model.start();
        awaitEnd();
        Optional<FeatureNetwork> before = inUse.get();

        model.open(folder.resolve("other.pth"));
        awaitEnd();

        assertThat(inUse.get()).isSameAs(before);
        assertThat(model.chosenProperty().get()).contains(FeatureChoice.BUNDLED);
        assertThat(List.copyOf(messages.failures())).containsExactly("other.pth is no file of weights. Bundled network stays in use.");
    }

    private void awaitEnd() throws InterruptedException {
        while (model.stateProperty().get() == WorkState.RUNNING) {
            Runnable next = ui.poll(30, TimeUnit.SECONDS);
            assertThat(next).isNotNull();
            next.run();
        }
        for (Runnable next = ui.poll(); next != null; next = ui.poll()) {
            next.run();
        }
    }
}
