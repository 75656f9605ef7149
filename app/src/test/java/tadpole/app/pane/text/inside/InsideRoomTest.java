package tadpole.app.pane.text.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.job.Jobs;
import tadpole.app.pane.text.Coloring;
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
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Level;
import tadpole.engine.language.Tokenizers;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class InsideRoomTest {

    private static final String TEXT = "The frog sat on a stone. \"Is it cold?\" asked the heron. \"Not very,\" said the frog, and jumped.\n".repeat(12);

    private Stage stage;
    private Desk desk;
    private TextModel text;
    private InsideModel model;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("text", "Text", Material2OutlinedMZ.TEXT_FIELDS, PaneEntry.Group.MAKE, with -> {
            text = new TextModel(with);
            model = new InsideModel(text, () -> 2000);
            return new InsideRoom(model);
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
    void findsUnitsColorsTheTextByOneAndOpensItsGatesDownToWeights(FxRobot robot) throws Exception {
        LanguageModel small = LanguageModel.make("Small LSTM", Tokenizers.count(Level.CHARACTER, TEXT, 1).vocabulary(), LanguagePlan.RECIPE.settings(Map.of("layers", 2L, "hidden", 16L)));
        asyncFx(() -> {
            text.modelProperty().set(Optional.of(small));
            model.show(TEXT);
        }).get();
        untilFx(() -> model.tracedProperty().get().isPresent());
        robot.clickOn("#text-inside-search");
        untilFx(() -> model.matchProperty().get().isPresent());
        assertThat(text.coloringProperty().get()).isEqualTo(Coloring.UNIT);
        assertThat(text.unitProperty().get()).isEqualTo(Optional.of(model.matchProperty().get().orElseThrow().unit()));
        robot.clickOn("#text-inside-row-where-a-word-begins");
        untilFx(() -> model.matchProperty().get().filter(each -> each.property().title().equals("where a word begins")).isPresent());
        picture("text-inside-unit");

        asyncFx(() -> model.tokenProperty().set(130)).get();
        untilFx(() -> robot.lookup("#text-inside-gates .mono").queryAllAs(Label.class).size() == 6);
        waitForFxEvents();
        assertThat(robot.lookup("#text-inside-gates .mono").queryAllAs(Label.class)).allSatisfy(each -> assertThat(each.getWidth()).isGreaterThanOrEqualTo(each.prefWidth(-1)));
        robot.clickOn("#text-inside-sheet").write("typed");
        assertThat(model.textProperty().get()).isEqualTo(TEXT);
        assertThat(text(robot, "#text-inside-amount")).isEqualTo("All 1 140 characters are read.");
        asyncFx(() -> model.tokenProperty().set(130)).get();
        robot.clickOn("#text-inside-gate-f");
        until(() -> robot.lookup("#xray-result").tryQuery().isPresent());
        assertThat(text(robot, "#xray-note")).contains("forget gate");
        picture("text-inside-gate");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("text-inside-gate-dark");
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
