package tadpole.app.pane.gradients.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.chart.HeatLayout;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.pane.gradients.SampleChoice;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.pane.train.TrainPane;
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
import tadpole.engine.inspect.Grade;
import tadpole.engine.inspect.Judge;
import tadpole.engine.inspect.Judgment;
import tadpole.engine.inspect.Mistake;
import tadpole.engine.inspect.Mistakes;
import tadpole.engine.inspect.Place;
import tadpole.engine.tensor.Device;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class CheckRoomTest {

    private static final double LARGE_WIDTH = 1920;

    @TempDir
    private Path home;

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private final Theme theme = new Theme(Theme.Kind.LIGHT);
    private Stage stage;
    private CheckRoom room;
    private Subject subject;
    private Desk desk;
    private FrontPane front;

    @Start
    private void start(Stage window) {
        Fonts.load();
        PaneEntry entry = new PaneEntry("gradients", "Gradients", Material2OutlinedAL.FUNCTIONS, PaneEntry.Group.UNDERSTAND, this::open);
        PaneEntry train = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN,
                with -> new TrainPane(with, new Examples(SampleData.experiments(), List.of(SampleData.data()))));
        front = new FrontPane(List.of(train, entry), "gradients");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), messages, theme, front);
        stage = window;
        window.setWidth(1280);
        window.setHeight(800);
        new Window(window, desk, front, new TypeSize(TypeSize.STANDARD)).show(Remembered.NOTHING);
    }

    private Rooms open(Desk with) {
        subject = new Subject(with, new Background("subject"), List.of(SampleData.data()));
        return new Rooms(List.of(new Room("check", "Check", "", () -> {
            room = new CheckRoom(with, subject);
            return room;
        })));
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    @Test
    void checksEveryGradientOfTheBundledDigits(FxRobot robot) throws Exception {
        until(() -> !robot.lookup("#check").query().isDisabled() && room.model().outlookProperty().get().probabilities().size() == 10);
        assertThat(text(robot, "#check-loss")).startsWith("Loss −log p(3) = ").contains("ln\u00a010\u00a0=\u00a02.303");
        pictures("gradients-start");

        robot.type(KeyCode.SPACE);
        ended();
        assertThat(room.model().resultProperty().get().orElseThrow().isComplete()).isTrue();
        assertThat(text(robot, "#check-count")).isEqualTo("7\u00A0850");
        assertThat(text(robot, "#check-line")).startsWith("Checked 7\u00A0850 parameters and ").contains(" between layers: both gradients agree, norm over the parameters ");
        until(() -> robot.lookup("#norm-linear1-weight").tryQuery().isPresent());
        assertThat(text(robot, "#norm-linear1-weight")).startsWith("✓ ");
        assertThat(room.model().resultProperty().get().orElseThrow().norm()).isLessThan(1e-7);
        until(() -> room.model().readings().lines().size() >= 6 && desk.jobs().running().isEmpty());
        assertThat(room.model().readings().floats()).hasSize(2);
        assertThat(room.model().readings().sanity()).isNotEmpty();
        pictures("gradients-checked");

        xray(robot);
        curve(robot);
        robot.type(KeyCode.ESCAPE);
        large();

        robot.clickOn("#strip-linear1");
        assertThat(room.model().layerProperty().get()).hasValue(1);
        pictures("gradients-layer");
        robot.clickOn("#strip-linear1");
        assertThat(room.model().layerProperty().get()).isEmpty();
    }

    /** The sentence, the strip and the figures say the same. */
    @Test
    void aBadStepIsNotTakenForAMistake(FxRobot robot) throws Exception {
        until(() -> !robot.lookup("#check").query().isDisabled());
        var before = subject.studiedProperty().get();
        asyncFx(() -> subject.pixelsProperty().set("unit")).get();
        until(() -> subject.studiedProperty().get() != before);
        for (String h : List.of("1", "1e-14")) {
            enter("h", h);
            robot.type(KeyCode.SPACE);
            until(() -> room.model().state() == WorkState.ENDED && !room.model().isStale());

            assertThat(text(robot, "#check-line")).contains(", but they tell nothing. At h = " + h).contains("too %s a step".formatted(h.equals("1") ? "coarse" : "fine"));
            assertThat(text(robot, "#norm-linear1-weight")).startsWith("? ");
            assertThat(robot.from(robot.lookup("#network-strip").queryAll()).lookup(".strip-mark").queryAllAs(Labeled.class)).extracting(Labeled::getText)
                    .contains("?").doesNotContain("✗", "✓");
            pictures("gradients-step-" + h);
        }
    }

    /** A cell opens its arithmetic, with its numeric twin below. */
    private void xray(FxRobot robot) throws Exception {
        Cells cells = room.model().cells().orElseThrow();
        Bounds glass = bounds(robot, "#heat-glass");
        var layout = HeatLayout.of(cells.groups(), glass.getWidth(), glass.getHeight());
        var box = layout.box(new HeatLayout.Place(0, 784 + 14 * 28 + 14));
        robot.moveTo(glass.getMinX() + box.x() + 1, glass.getMinY() + box.y() + 1).clickOn();
        until(() -> robot.lookup("#xray").query().isVisible() && robot.lookup("#xray-verdict").tryQuery().isPresent());
        assertThat(text(robot, "#xray-verdict")).startsWith("✓ relative error ");
        until(() -> robot.lookup("#xray-numeric").queryParent().lookupAll(".xray-line").stream().noneMatch(each -> ((Label) each).getText().equals("= …")));
        pictures("gradients-xray");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#xray").query().isVisible());
        robot.clickOn("#share-3");
        until(() -> robot.lookup("#xray").query().isVisible());
        pictures("gradients-xray-probability");
        robot.type(KeyCode.ESCAPE);
        until(() -> !robot.lookup("#xray").query().isVisible());
    }

    private void curve(FxRobot robot) throws Exception {
        Bounds glass = bounds(robot, "#curve-glass");
        robot.clickOn(glass.getMinX() + 0.6 * glass.getWidth(), glass.getMinY() + 0.5 * glass.getHeight());
        waitForFxEvents();
        assertThat(room.model().form().check().settings().decimal("h")).isNotEqualTo(1e-5);
        assertThat(text(robot, "#check-line")).isEqualTo("These figures are of other settings than are chosen now. Check again.");
        enter("h", "1e-5");
    }

    @Test
    void pausesStopsAndChecksOtherNetworksAndNumbers(FxRobot robot) throws Exception {
        choose(NetworkChoice.CNN, SampleChoice.DRAWN);
        asyncFx(() -> room.model().checkOrPause()).get();
        until(() -> room.model().soFar().checked() > 0);
        asyncFx(() -> room.model().checkOrPause()).get();
        until(() -> room.model().state() == WorkState.PAUSED || room.model().state() == WorkState.ENDED);
        pictures("gradients-paused");
        robot.type(KeyCode.ESCAPE);
        ended();
        pictures("gradients-stopped");

        enter("h", "0.01");
        asyncFx(() -> room.model().checkOrPause()).get();
        ended();
        var result = room.model().resultProperty().get().orElseThrow();
        assertThat(result.kinks()).isPositive();
        assertThat(result.tensors()).anyMatch(each -> IntStream.range(0, each.size()).anyMatch(i -> each.grade(i) == Grade.KINK));
        until(() -> desk.jobs().running().isEmpty());
        pictures("gradients-kinks");

        enter("h", "1e-5");
        choose(NetworkChoice.TWO_LAYER, SampleChoice.DRAWN);
        asyncFx(() -> room.model().form().check().field("difference").take("oneSided")).get();
        asyncFx(() -> room.model().form().check().field("precision").take("float")).get();
        enter("most", "40");
        enter("h", "1e-3");
        asyncFx(() -> room.model().checkOrPause()).get();
        ended();
        assertThat(room.model().resultProperty().get().orElseThrow().settings().choice("precision")).isEqualTo("float");
        pictures("gradients-float");
        enter("h", "zero");
        until(() -> robot.lookup("#check").query().isDisabled());
        enter("h", "1e-5");

        asyncFx(() -> subject.networkProperty().set(NetworkChoice.SET_UP)).get();
        until(() -> text(robot, "#check-line").startsWith("No experiment is set up."));
        pictures("gradients-missing");
        robot.clickOn("#check-use-softmax");
        until(() -> subject.studiedProperty().get().isPresent());
    }

    @Test
    void findsTheBugRightAndWrong(FxRobot robot) throws Exception {
        choose(NetworkChoice.TWO_LAYER, SampleChoice.DRAWN);
        until(() -> !room.model().mistakes().isEmpty());
        asyncFx(() -> room.model().findTheBug("")).get();
        searched();
        pictures("gradients-search");
        Place place = room.model().hunt().planted().orElseThrow().place();
        String wrong = place.kind() == Place.Kind.LOSS ? "#strip-linear2" : "#strip-loss";
        robot.clickOn(wrong);
        assertThat(text(robot, "#hunt-said")).startsWith("It is not ");
        pictures("gradients-wrong-guess");
        robot.clickOn("#hunt-hint");
        assertThat(text(robot, "#hunt-said")).isNotEmpty();
        String right = switch (place.kind()) {
            case LOSS -> "#strip-loss";
            case LAYER -> "#strip-" + place.layer();
            case START -> "#strip-start";
            case STEP, NOWHERE, UNTOLD -> "#strip-step";
        };
        robot.clickOn(right);
        assertThat(text(robot, "#hunt-said")).startsWith("Right: ");
        assertThat(text(robot, "#hunt-score")).isEqualTo("0 of 1 found at the first guess");
        pictures("gradients-found");

        robot.clickOn("#hunt-another");
        until(() -> room.model().hunt().isSearching());
        searched();
        Mistake mistake = room.model().hunt().planted().orElseThrow().mistake();
        asyncFx(() -> room.model().guess(mistake)).get();
        assertThat(text(robot, "#hunt-score")).isEqualTo("1 of 2 found at the first guess");
        robot.clickOn("#hunt-another");
        until(() -> room.model().hunt().isSearching());
        searched();
        robot.clickOn("#hunt-show");
        assertThat(text(robot, "#hunt-said")).startsWith("It was: ");
        robot.clickOn("#hunt-done");
        assertThat(robot.lookup("#hunt-bar").query().isVisible()).isFalse();
    }

    @Test
    void showsEveryMistakeInItsPicture(FxRobot robot) throws Exception {
        List<Mistake> shown = new ArrayList<>();
        for (NetworkChoice network : List.of(NetworkChoice.TWO_LAYER, NetworkChoice.CNN)) {
            choose(network, SampleChoice.DRAWN);
            until(() -> !room.model().mistakes().isEmpty());
            for (Mistake each : List.copyOf(room.model().mistakes())) {
                if (shown.contains(each)) {
                    continue;
                }
                shown.add(each);
                asyncFx(() -> room.model().findTheBug(each.text().type())).get();
                until(() -> room.model().hunt().planted().filter(planted -> planted.mistake() == each).isPresent());
                searched();
                double loss = room.model().soFar().loss();
                until(() -> Math.abs(room.model().outlookProperty().get().loss() - loss) <= 1e-9 * loss);
                pictures("gradients-bug-" + each.text().type());
                Place place = room.model().hunt().planted().orElseThrow().place();
                assertThat(room.model().readings().verdict().orElseThrow().place().isGuessed(place)).as(each.text().type()).isTrue();
                assertThat(new Look(room.model()).shows()).as("%s shows", each.text().type()).isTrue();
            }
        }
        assertThat(shown).containsAll(Mistakes.ALL);
    }

    /** Whether something in the pictures is marked as wrong. */
    private record Look(CheckModel model) {

        boolean shows() {
            Judge judge = Judge.of(model.soFar().tensors(), model.settings());
            return model.soFar().tensors().stream().anyMatch(each -> judge.of(each) == Judgment.WRONG)
                    || model.readings().sanity().stream().anyMatch(each -> each.mark().equals("✗"));
        }
    }

    @Test
    void savesOpensAndSendsToTrain(FxRobot robot) throws Exception {
        choose(NetworkChoice.TWO_LAYER, SampleChoice.DRAWN);
        enter("most", "30");
        Path file = home.resolve("check.json");
        asyncFx(() -> room.files().save(file)).get();
        until(() -> Files.exists(file));
        asyncFx(() -> room.model().checkOrPause()).get();
        ended();
        until(() -> desk.jobs().running().isEmpty());
        var before = room.model().resultProperty().get().orElseThrow();
        asyncFx(() -> room.files().savePictures(home)).get();
        until(() -> Files.exists(home.resolve("check-agreement.svg")));
        asyncFx(() -> room.files().saveTable(home.resolve("gradients.csv"))).get();
        until(() -> Files.exists(home.resolve("gradients.csv")));
        assertThat(Files.readAllLines(home.resolve("gradients.csv"))).first().isEqualTo("kind,tensor,layer,index,analytic,numeric,error,crossed,grade");

        choose(NetworkChoice.SOFTMAX, SampleChoice.PICKED);
        enter("most", "0");
        assertThat(asyncFx(() -> room.open(List.of(file))).get()).isTrue();
        until(() -> subject.networkProperty().get() == NetworkChoice.FILE && subject.studiedProperty().get().filter(now -> now.choice() == NetworkChoice.FILE).isPresent());
        assertThat(room.model().form().check().settings().whole("most")).isEqualTo(30);
        asyncFx(() -> room.model().checkOrPause()).get();
        ended();
        assertThat(room.model().resultProperty().get().orElseThrow().norm()).isEqualTo(before.norm());
        until(() -> desk.jobs().running().isEmpty());

        robot.clickOn("#check-more").clickOn("#check-to-train");
        assertThat(workspace.experimentProperty().get()).isEqualTo(subject.fileProperty().get());
        until(() -> front.entry().orElseThrow().id().equals("train"));
    }

    private void choose(NetworkChoice network, SampleChoice samples) throws Exception {
        asyncFx(() -> {
            subject.countProperty().set(8);
            subject.samplesProperty().set(samples);
            subject.networkProperty().set(network);
        }).get();
        until(() -> subject.studiedProperty().get().filter(now -> now.choice() == network).isPresent());
        until(() -> subject.studiedProperty().get().orElseThrow().samples().size() == (samples == SampleChoice.DRAWN ? 8 : 1));
    }

    private void enter(String key, String value) throws Exception {
        asyncFx(() -> room.model().form().check().field(key).enter(value)).get();
        waitForFxEvents();
    }

    private void ended() throws Exception {
        until(() -> room.model().state() == WorkState.ENDED);
    }

    private void searched() throws Exception {
        ended();
        until(() -> room.model().readings().verdict().isPresent());
    }

    private void large() throws Exception {
        if (Screen.getPrimary().getBounds().getWidth() >= LARGE_WIDTH) {
            asyncFx(() -> {
                theme.show(Theme.Kind.DARK);
                stage.setWidth(LARGE_WIDTH);
                stage.setHeight(1080);
            }).get();
            pictures("gradients-large");
            asyncFx(() -> {
                theme.show(Theme.Kind.LIGHT);
                stage.setWidth(1280);
                stage.setHeight(800);
            }).get();
        }
    }

    /** Charts are drawn at most ten times a second, beside the JavaFX thread. */
    private void pictures(String name) throws Exception {
        long begun = System.nanoTime();
        until(() -> System.nanoTime() - begun > 700_000_000L);
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }

    private static Bounds bounds(FxRobot robot, String id) {
        Node node = robot.lookup(id).query();
        return node.localToScreen(node.getBoundsInLocal());
    }
}
