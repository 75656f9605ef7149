package tadpole.app.pane.text.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
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
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class LearnRoomTest {

    private Stage stage;
    private Desk desk;
    private TextModel text;
    private LearnModel model;
    private boolean wrote;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("text", "Text", Material2OutlinedMZ.TEXT_FIELDS, PaneEntry.Group.MAKE, with -> {
            text = new TextModel(with);
            model = new LearnModel(text, new SmallTexts(), Learners.of(with.device()), new Background("text-learn"), System::nanoTime);
            return new LearnRoom(model, () -> wrote = true);
        });
        FrontPane front = new FrontPane(List.of(entry), "text");
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
    void learnsFromTheBundledTextWhileOneWatchesAndGivesTheNetworkAway(FxRobot robot) throws Exception {
        untilFx(() -> model.canStart());
        Settings plan = small();
        asyncFx(() -> model.form().show(plan)).get();
        until(() -> text(robot, "#text-learn-line").contains("about"));
        assertThat(text(robot, "#text-learn-facts")).startsWith("UTF-8").contains("characters");
        picture("text-learn-before");

        robot.clickOn("#text-learn-go");
        untilFx(() -> model.curves().samples().size() >= 2);
        untilFx(() -> !model.curves().ends().isEmpty());
        picture("text-learn-running");
        robot.clickOn("#text-learn-unit-perplexity");
        picture("text-learn-perplexity");
        robot.clickOn("#text-learn-go");
        untilFx(() -> model.stateProperty().get() == WorkState.PAUSED);
        robot.clickOn("#text-learn-write");
        untilFx(() -> wrote && text.modelProperty().get().isPresent());
        assertThat(text.models()).extracting(each -> each.title()).containsExactly("Small text, GRU 1 × 24");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        untilFx(() -> model.stateProperty().get() == WorkState.ENDED);
        until(() -> text(robot, "#text-learn-line").startsWith("Validation "));
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("text-learn-ended-dark");
    }

    private static Settings small() throws Exception {
        return LanguagePlan.RECIPE.settings(Map.of("cell", "gru", "layers", 1L, "hidden", 24L, "batch", 8L, "sequence", 16L, "epochs", 400L, "sampleEvery", 20L, "sampleLength", 120L,
                "validation", 0.2));
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
