package tadpole.app.pane.studio.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.pane.studio.StudioModel;
import tadpole.app.pane.studio.StudioPane;
import tadpole.app.pane.studio.TinyStudio;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Fonts;
import tadpole.app.shell.FrontPane;
import tadpole.app.shell.Messages;
import tadpole.app.shell.PaneEntry;
import tadpole.app.shell.Remembered;
import tadpole.app.shell.Theme;
import tadpole.app.shell.TypeSize;
import tadpole.app.shell.Window;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Compositor;
import tadpole.engine.picture.studio.StudioExample;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class HarmonizeRoomTest {

    private Stage stage;
    private Desk desk;
    private StudioModel studio;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("studio", "Studio", Material2OutlinedAL.BRUSH, PaneEntry.Group.MAKE, with -> {
            studio = new StudioModel(with);
            return StudioPane.of(studio, () -> new HarmonizeRoom(studio, new HarmonizeModel(studio, new ScriptedWork(40),
                    new Compositor(Device.plain())::scene, new Background("harmonize"), System::nanoTime)));
        });
        FrontPane front = new FrontPane(List.of(entry), "studio");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), new Messages(), new Theme(Theme.Kind.LIGHT), front);
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
    void runsStopsAndGoesOnToAFinishedPicture(FxRobot robot) throws Exception {
        picture("studio-empty");
        assertThat(robot.lookup("#harmonize-go").queryButton().isDisabled()).isTrue();
        StudioExample example = StudioExample.ALL.getFirst();
        Composition layers = example.make(desk.device());
        asyncFx(() -> {
            studio.nameProperty().set(example.name());
            studio.document().open(Optional.of(layers));
        }).get();
        assertThat(text(robot, "#harmonize-line")).startsWith("The feature network is not read yet");
        asyncFx(() -> studio.featuresProperty().set(Optional.of(TinyStudio.network(4)))).get();
        until(() -> !robot.lookup("#harmonize-go").queryButton().isDisabled());
        picture("studio-ready");

        for (int i = 1; i <= 4; i++) {
            robot.press(KeyCode.S).release(KeyCode.S);
            int iteration = i;
            until(() -> text(robot, "#harmonize-headline").equals("Pass 1 of 2 · iteration %d of 40".formatted(iteration)));
        }
        assertThat(text(robot, "#harmonize-go")).isEqualTo("Resume");
        robot.clickOn("#pull-style");
        robot.press(KeyCode.S).release(KeyCode.S);
        until(() -> text(robot, "#harmonize-headline").contains("iteration 5"));
        robot.press(KeyCode.S).release(KeyCode.S);
        until(() -> text(robot, "#harmonize-headline").contains("iteration 6"));
        assertThat(robot.lookup("#pull-style .pull-percent").queryLabeled().getText()).isEqualTo("muted");
        assertThat(robot.lookup("#pull-content .pull-percent").queryLabeled().getText()).isEqualTo("35 %");
        picture("studio-paused");
        robot.clickOn("#pull-style");

        robot.clickOn("#harmonize-stop");
        until(() -> text(robot, "#harmonize-headline").equals("Stopped at Pass 1, iteration 6 of 40"));
        assertThat(text(robot, "#harmonize-line")).isEqualTo("Resume goes on from there.");
        picture("studio-stopped");
        robot.clickOn("#harmonize-go");
        until(() -> text(robot, "#harmonize-headline").startsWith("Finished in 0:"));
        assertThat(text(robot, "#film-0")).isEqualTo("composite");
        assertThat(text(robot, "#harmonize-go")).isEqualTo("Harmonize");
        picture("studio-finished");
        robot.clickOn("#film-0");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("studio-finished-dark");
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
