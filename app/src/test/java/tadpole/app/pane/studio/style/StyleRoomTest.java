package tadpole.app.pane.studio.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import tadpole.app.job.WorkState;
import tadpole.app.pane.studio.StudioModel;
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
import tadpole.engine.picture.style.StylePlan;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class StyleRoomTest {

    private Stage stage;
    private Desk desk;
    private StudioModel studio;
    private StyleModel model;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("studio", "Studio", Material2OutlinedAL.BRUSH, PaneEntry.Group.MAKE, with -> {
            Background background = new Background("style-test");
            studio = new StudioModel(with, background);
            StyleRoom room = new StyleRoom(new StyleModel(studio, background), new StyleExamples(with, background));
            model = room.model();
            return room;
        });
        FrontPane front = new FrontPane(List.of(entry), "studio");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(2), new Messages(), new Theme(Theme.Kind.DARK), front);
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
    void paintsPausesStopsAndResumes(FxRobot robot) throws Exception {
        until(() -> model.contentProperty().get().isPresent() && !model.styles().isEmpty());
        assertThat(robot.lookup("#style-go").query().isDisabled()).isTrue();
        picture("studio-style-empty");

        asyncFx(() -> {
            studio.featuresProperty().set(Optional.of(StyleBench.features()));
            Map<String, Object> given = new HashMap<>(model.form().settings().asMap());
            given.putAll(Map.of("size", 160L, "levels", 2L, "iterations", 400L, "iterationsThen", 5L));
            model.form().show(StylePlan.RECIPE.settings(given));
            return true;
        }).get();
        assertThat(robot.lookup("#style-remove-0").tryQuery()).isPresent();
        until(() -> text(robot, "#style-line").startsWith("About "));
        picture("studio-style-ready");

        robot.clickOn("#style-go");
        until(() -> model.resultProperty().get().isPresent() && model.placeProperty().get().isPresent());
        robot.clickOn("#style-go");
        until(() -> model.stateProperty().get() == WorkState.PAUSED);
        assertThat(text(robot, "#style-headline")).startsWith("Iteration ").contains(" of 405 · 80 × ");
        picture("studio-style-paused");
        robot.clickOn("#style-go");
        robot.clickOn("#style-stop");
        until(() -> text(robot, "#style-go").equals("Resume") && text(robot, "#style-headline").equals("Stopped"));
        robot.clickOn("#style-go");
        until(() -> text(robot, "#style-headline").equals("Finished"));
        picture("studio-style-finished");

        asyncFx(() -> {
            model.add(StyleBench.picture("Squares", 64, 96, 9));
            desk.theme().show(Theme.Kind.LIGHT);
        }).get();
        robot.clickOn("#style-more");
        picture("studio-style-two-styles-light");
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
