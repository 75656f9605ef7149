package tadpole.app.pane.text.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;
import static tadpole.app.Await.untilFx;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.control.ToggleButton;
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
import tadpole.app.pane.text.Coloring;
import tadpole.app.pane.text.TextModel;
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
import tadpole.engine.language.LanguageModel;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class WriteRoomTest {

    private Stage stage;
    private Desk desk;
    private TextModel shared;
    private WriteModel model;
    private WriteRoom room;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("text", "Text", Material2OutlinedAL.FORMAT_SIZE, PaneEntry.Group.MAKE, with -> {
            shared = new TextModel(with);
            Background background = new Background("text-test");
            model = new WriteModel(shared, background);
            room = new WriteRoom(model, new WriteFiles(shared, background), new Background("text-charts"));
            return new Rooms(List.of(new Room("write", "Write", "The network writes.", () -> room)));
        });
        FrontPane front = new FrontPane(List.of(entry), "text");
        desk = new Desk(new Workspace(), Jobs.ofTheWindow(), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), front);
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
    void writesColorsPointsAndTakesWhatIsUnlikely(FxRobot robot) throws Exception {
        picture("text-write-empty");
        use(TextBench.words());
        fx(() -> model.paper().show("The old heron stood on the bridge. The miller went down to the"));
        until(() -> text(robot, "#strip-title").equals("Next word after “went down to the”"));
        untilFx(() -> model.reading().settled().isPresent());
        picture("text-write-read");

        robot.clickOn("#write-go");
        untilFx(() -> model.stateProperty().get() == WorkState.ENDED && model.reading().settled().isPresent());
        assertThat(model.paceProperty().get()).matches("Wrote .* words( · .* characters/s)?");
        assertThat(shared.readProperty().get()).isPresent();
        picture("text-write-written");

        robot.clickOn("#cache-on");
        untilFx(() -> model.reading().settled().isPresent() && model.read().count() > 400 && !Double.isNaN(model.read().cached(50)));
        until(() -> !text(robot, "#perplexity-cache").equals("–"));
        int near = model.read().count() - 20;
        robot.moveTo(point(near));
        untilFx(() -> model.placeProperty().get() == near && model.reading().expectedProperty().get().filter(each -> each.place() == near).isPresent());
        assertThat(model.reading().expectedProperty().get().get().next().pointed()).isNotEmpty();
        picture("text-write-pointed");

        robot.clickOn("#color-share");
        assertThat(shared.coloringProperty().get()).isEqualTo(Coloring.SHARE);
        robot.clickOn("#color-unit");
        untilFx(() -> !Double.isNaN(model.read().unit(10)));
        picture("text-write-unit");

        int place = model.read().count() - 30;
        robot.clickOn(point(place));
        untilFx(() -> model.reading().expectedProperty().get().filter(each -> each.place() == place).isPresent());
        int taken = model.reading().expectedProperty().get().get().next().likeliest().get(3).id();
        String before = model.paper().text();
        robot.clickOn("#strip-3");
        untilFx(() -> model.reading().settled().isPresent() && model.read().count() == place + 1);
        assertThat(model.read().piece(place).id()).isEqualTo(taken);
        robot.clickOn("#text");
        fx(() -> model.paper().undo());
        assertThat(model.paper().text()).isEqualTo(before);
    }

    @Test
    void temperatureActsWhileItWrites(FxRobot robot) throws Exception {
        use(TextBench.characters());
        fx(() -> {
            model.paper().show("The ");
            model.length().field("length").take(0L);
        });
        untilFx(() -> model.reading().settled().isPresent());
        robot.clickOn("#write-go");
        untilFx(() -> model.paper().text().length() > 300);
        fx(() -> model.sampling().field("temperature").take(0.1));
        untilFx(() -> surprise() < 1);
        fx(() -> model.sampling().field("temperature").take(10.0));
        untilFx(() -> surprise() > 3);
        robot.clickOn("#write-go");
        untilFx(() -> model.stateProperty().get() == WorkState.PAUSED);
        picture("text-write-paused");
        robot.clickOn("#write-stop");
        untilFx(() -> model.reading().settled().isPresent());
        fx(() -> desk.theme().show(Theme.Kind.DARK));
        robot.clickOn("#luck-go");
        until(() -> text(robot, "#luck-0-4").length() > 20);
        picture("text-write-dark");
    }

    @Test
    void anEarlierStageOfTheTrainingWrites(FxRobot robot) throws Exception {
        until(() -> robot.lookup("#stage-0").tryQuery().isPresent());
        untilFx(() -> shared.corpusProperty().get().isPresent());
        double last = shared.modelProperty().get().orElseThrow().epochs();
        robot.clickOn("#stage-0");
        untilFx(() -> shared.modelProperty().get().orElseThrow().epochs() < last);
        assertThat(robot.lookup("#stage-0").queryAs(ToggleButton.class).isSelected()).isTrue();
        fx(() -> model.length().field("length").take(60L));
        robot.clickOn("#write-go");
        untilFx(() -> model.stateProperty().get() == WorkState.ENDED && model.reading().settled().isPresent());
        picture("text-write-early");
    }

    /** Mean bits of the last 200 tokens. */
    private double surprise() {
        ReadSoFar read = model.read();
        return IntStream.range(read.count() - 200, read.count()).mapToDouble(read::surprise).average().orElseThrow();
    }

    private void use(LanguageModel trained) throws Exception {
        fx(() -> {
            shared.offer(trained);
            shared.modelProperty().set(Optional.of(trained));
        });
    }

    private Point2D point(int token) throws Exception {
        return asyncFx(() -> room.sheet().localToScreen(room.sheet().middle(token))).get();
    }

    private static void fx(Runnable change) throws Exception {
        asyncFx(change).get();
    }

    private void picture(String name) throws Exception {
        untilFx(() -> Screenshots.isDrawn(stage.getScene()));
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
