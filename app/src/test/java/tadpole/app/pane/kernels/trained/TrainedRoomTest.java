package tadpole.app.pane.kernels.trained;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Room;
import tadpole.app.shell.Rooms;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.convolution.ConvolutionPlan;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.TrainedNetwork;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class TrainedRoomTest {

    @TempDir
    private Path home;

    private final Messages messages = new Messages();
    private Stage stage;
    private Desk desk;
    private KernelsModel kernels;
    private TrainedModel model;
    private Rooms rooms;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("kernels", "Kernels", Material2OutlinedAL.GRID_ON, PaneEntry.Group.UNDERSTAND, with -> {
            kernels = new KernelsModel(with, new Background("kernels-test"));
            model = new TrainedModel(kernels, List.of(SampleData.data()));
            Bench bench = new Bench(kernels, new VBox(), id -> rooms.open(id));
            rooms = Rooms.onStage(new Label(), List.of(
                    new Room("window", "Sliding window", "", () -> new BannerAlone(model, () -> rooms.open("trained"))),
                    new Room("trained", "Trained filters", "", () -> new TrainedRoom(bench, model, SampleData.weights()))));
            return rooms;
        });
        FrontPane front = new FrontPane(List.of(entry), "kernels");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void takesAFilterPutsItBackAndSeesTheAccuracyChange(FxRobot robot) throws Exception {
        robot.clickOn("#room-trained");
        picture("trained-empty");
        robot.clickOn("#trained-open-bundled");
        until(() -> model.lookProperty().get().isPresent());
        picture("trained-open");

        robot.clickOn("#trained-filter-1").clickOn("#trained-take");
        until(() -> kernels.convolvedProperty().get().filter(now -> now.picture().channels() == 3).isPresent());
        assertThat(rooms.frontProperty().get().id()).isEqualTo("window");
        assertThat(text(robot, "#taken-words")).isEqualTo("Filter 2 of conv2d1");
        assertThat(robot.lookup("#taken-put-back").query().isDisabled()).isTrue();
        asyncFx(() -> kernels.change(plan -> plan.withKernel(0, 0, plan.filters().getFirst().kernels().getFirst().with(2, 2, 2)))).get();
        assertThat(text(robot, "#taken-words")).isEqualTo("Filter 2 of conv2d1, edited");
        picture("trained-banner");
        robot.clickOn("#taken-put-back");
        until(() -> model.version().orElseThrow().comparison().isPresent());
        int right = independently(kernels.planProperty().get());
        assertThat(model.version().orElseThrow().comparison().orElseThrow().after().evaluation().correct()).isEqualTo(right).isNotEqualTo(984);
        assertThat(text(robot, "#taken-line")).startsWith("98.4 % → " + Words.percent(right / 1000.0) + " right on 1\u00A0000 test images");
        robot.clickOn("#taken-see");
        assertThat(text(robot, "#trained-accuracy")).isEqualTo("98.4 % → " + Words.percent(right / 1000.0));
        picture("trained-put-back");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("trained-put-back-dark");
        asyncFx(() -> desk.theme().show(Theme.Kind.LIGHT)).get();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> model.version().orElseThrow().exchanges().isEmpty());

        asyncFx(() -> {
            model.switchEachOff();
            model.trials().pauseOrResume();
        }).get();
        until(() -> text(robot, "#trained-take").equals("Go on"));
        picture("trained-paused");
        robot.type(KeyCode.ESCAPE);
        until(() -> !model.trials().stateProperty().get().isGoingOn());
        assertThat(model.version().orElseThrow().exchanges()).isEmpty();
        robot.clickOn("#trained-each-off");
        until(() -> model.trials().rankingProperty().get().filter(ranking -> ranking.without().size() == 8).isPresent());
        picture("trained-ranking");
        robot.clickOn("#trained-off");
        until(() -> model.version().orElseThrow().isOff("conv2d1", 1));
        robot.clickOn("#trained-layer-1");
        until(() -> model.lookProperty().get().orElseThrow().seen().channels() == 8);
        picture("trained-deep");

        Files.writeString(home.resolve("torn.safetensors"), "{}");
        asyncFx(() -> assertThat(rooms.open(List.of(home.resolve("torn.safetensors")))).isTrue()).get();
        until(() -> !messages.failures().isEmpty());
        picture("trained-refused");
        asyncFx(() -> rooms.open(List.of(SampleData.weights().resolve("digits-cnn.safetensors")))).get();
        until(() -> model.version().orElseThrow().network().title().equals("digits-cnn"));
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("trained-digits-dark");
        asyncFx(() -> {
            stage.setWidth(1024);
            stage.setHeight(700);
        }).get();
        picture("trained-small");
    }

    private static int independently(ConvolutionPlan plan) throws Exception {
        WeightsFile weights = WeightsFile.read(SampleData.weights().resolve("pond-cnn.safetensors"));
        Dataset dataset = DataFolder.find("tadpole-pond", List.of(SampleData.data())).read(JobControl.UNWATCHED);
        Network network = weights.network(dataset);
        TrainedNetwork trained = TrainedNetwork.of(weights.experiment(), dataset, network);
        for (int c = 0; c < 3; c++) {
            System.arraycopy(plan.filters().getFirst().kernels().get(c).values(), 0, network.parameters().getFirst().value().data(), 75 + c * 25, 25);
        }
        try (Device plain = Device.plain()) {
            return new Evaluator(trained.samples(), trained.setup().preparations(), trained.setup().loss(), plain)
                    .evaluate(network, JobControl.UNWATCHED).orElseThrow().correct();
        }
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
