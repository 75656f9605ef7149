package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.nio.file.Path;
import java.util.List;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.framework.junit5.Stop;
import tadpole.app.Screenshots;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Jobs;
import tadpole.app.job.RunningJob;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Action;
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
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.samples.SampleData;

@ExtendWith(ApplicationExtension.class)
class TrainPaneTest {

    @TempDir
    private Path home;

    private final Workspace workspace = new Workspace();
    private final Messages messages = new Messages();
    private final TypeSize type = new TypeSize(TypeSize.STANDARD);
    private Stage stage;
    private TrainPane pane;
    private Desk desk;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("train", "Train", Material2OutlinedMZ.SHOW_CHART, PaneEntry.Group.LEARN, this::open);
        FrontPane front = new FrontPane(List.of(entry), "train");
        desk = new Desk(workspace, Jobs.ofTheWindow(), Device.cpu(1), messages, new Theme(Theme.Kind.LIGHT), front);
        stage = window;
        window.setWidth(1000);
        window.setHeight(800);
        new Window(window, desk, front, type).show(Remembered.NOTHING);
    }

    @Stop
    private void stop() {
        desk.jobs().stopAll();
    }

    private TrainPane open(Desk with) {
        pane = new TrainPane(with, new Examples(SampleData.experiments(), List.of(SampleData.data())));
        return pane;
    }

    @Test
    void anExampleReplacesTheExperimentAndCtrlZBringsItBack(FxRobot robot) throws Exception {
        until(() -> pane != null && pane.subtitle().getValue().startsWith("Tadpole digits"));
        enter(robot, "#training-epochs", "77");
        MenuButton examples = robot.lookup("#examples").queryAs(MenuButton.class);
        until(() -> !examples.getItems().isEmpty());
        assertThat(example(examples, "example-digits-784-100-10").isDisable()).isFalse();
        assertThat(example(examples, "example-mnist-cnn").isDisable()).isTrue();
        robot.clickOn(examples);
        waitForFxEvents();
        picture("train-examples");
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> example(examples, "example-digits-784-100-10").fire());
        until(() -> text(robot, "#experiment-name").equals("digits-784-100-10"));
        assertThat(pane.model().form().experiment().training().epochs()).isEqualTo(10);

        robot.interact(() -> pane.actions().stream().filter(action -> action.label().equals("Undo")).findFirst().orElseThrow().run().run());
        until(() -> pane.model().form().experiment().training().epochs() == 77);
        assertThat(pane.actions()).extracting(Action::label).contains("Open example digits-784-100-10");
    }

    private static MenuItem example(MenuButton examples, String id) {
        return examples.getItems().stream().flatMap(lesson -> ((Menu) lesson).getItems().stream())
                .filter(item -> id.equals(item.getId())).findFirst().orElseThrow();
    }

    @Test
    void trainsTheBundledDigitsAndObeysEveryButton(FxRobot robot) throws Exception {
        until(() -> pane.model().draft().subtitle().getValue().equals("Tadpole digits · 784–100–10 · 79\u00A0510 parameters"));
        assertThat(text(robot, "#epoch")).isEqualTo("Not started");
        assertThat(robot.lookup("#stop").query().isDisabled()).isTrue();
        enter(robot, "#training-epochs", "1000");
        picture("train-ready");

        robot.clickOn("#start");
        until(() -> text(robot, "#figure-held-out").endsWith("%"));
        assertThat(button(robot, "#start").getText()).isEqualTo("Pause");
        picture("train-running");

        enter(robot, "#optimizer-rate", "0.005");
        until(() -> pane.model().curvesProperty().get().flags().size() == 1);
        assertThat(pane.model().curvesProperty().get().flags().getFirst().text()).isEqualTo("rate 0.01 → 0.005");

        robot.clickOn("#start");
        assertThat(button(robot, "#start").getText()).isEqualTo("Go on");
        until(() -> pane.model().stripProperty().get().orElseThrow().images().stream().allMatch(seen -> seen.answer().isPresent()));
        until(() -> desk.jobs().running().getFirst().state() == RunningJob.State.PAUSED);
        long standing = step();
        robot.clickOn("#step");
        until(() -> step() > standing);
        long stepped = step();
        robot.type(KeyCode.S);
        until(() -> step() > stepped);
        picture("train-paused");

        robot.clickOn("#stop");
        until(() -> pane.model().state() == WorkState.ENDED);
        assertThat(text(robot, "#line")).startsWith("Stopped at step ").contains("of test images right");
        assertThat(workspace.trainedProperty().get().orElseThrow().steps()).isEqualTo(step());
        robot.clickOn("#only-mistakes");
        until(() -> pane.model().stripProperty().get().orElseThrow().images().stream().allMatch(Seen::isWrong));
        picture("train-stopped");
        Seen seen = pane.model().stripProperty().get().orElseThrow().images().getFirst();
        robot.clickOn(robot.lookup(".strip-answer").nth(0).<Node>query());
        until(() -> robot.lookup("#xray-asked").tryQuery().isPresent());
        assertThat(text(robot, "#xray-asked")).isEqualTo("image %d after step %s, its loss".formatted(seen.index(), Numbers.count(step())));
        assertThat(Double.parseDouble(text(robot, "#xray-result").substring(2)))
                .isCloseTo(seen.shares()[seen.answer().getAsInt()], within(1e-4));
        picture("train-xray");
        robot.clickOn("#xray-loss");
        waitForFxEvents();
        picture("train-xray-loss");
        robot.type(KeyCode.ESCAPE);
        assertThat(pane.model().state()).isEqualTo(WorkState.ENDED);

        robot.clickOn("#reset");
        until(() -> text(robot, "#epoch").equals("Not started"));
        assertThat(robot.lookup("#optimizer-rate").queryAs(TextField.class).getText()).isEqualTo("0.01");
    }

    @Test
    void endsWithWhatWasReachedAndRepeatsItAfterReset(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        enter(robot, "#training-epochs", "1");
        enter(robot, "#network-hidden", "");
        until(() -> pane.model().draft().subtitle().getValue().endsWith("784–10 · 7\u00A0850 parameters"));

        robot.clickOn("#start");
        until(() -> pane.model().state() == WorkState.ENDED);
        assertThat(text(robot, "#line")).startsWith("Finished 1 epoch");
        Figures first = pane.model().figuresProperty().get();
        picture("train-ended");

        robot.clickOn("#reset").clickOn("#start");
        until(() -> pane.model().state() == WorkState.ENDED);
        assertThat(pane.model().figuresProperty().get().loss()).isEqualTo(first.loss());
        assertThat(pane.model().figuresProperty().get().heldOut()).isEqualTo(first.heldOut());
    }

    @Test
    void savesAndOpensTheExperimentAndSaysWhatCannotBeUsed(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        enter(robot, "#experiment-seed", "7");
        Experiment saved = pane.model().form().experiment();
        Path file = home.resolve("seven.json");
        asyncFx(() -> pane.model().save(file)).get();
        until(() -> messages.lastProperty().get().text().equals("Saved seven.json."));

        enter(robot, "#experiment-seed", "8");
        enter(robot, "#training-batch", "0");
        until(() -> button(robot, "#start").isDisabled());
        assertThat(text(robot, "#line")).isEqualTo(LineRow.MARKED);
        assertThat(text(robot, "#training-batch-refusal")).startsWith("Batch size (\"batch\") must be between 1 and 100000");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        picture("train-refused-dark");

        assertThat(asyncFx(() -> pane.open(List.of(file))).get()).isTrue();
        until(() -> messages.lastProperty().get().text().equals("Opened seven.json. Ctrl+Z brings back what was set up before."));
        until(() -> !button(robot, "#start").isDisabled());
        assertThat(pane.model().form().experiment()).isEqualTo(saved);
        assertThat(robot.lookup("#experiment-seed").queryAs(TextField.class).getText()).isEqualTo("7");
    }

    @Test
    void cutsNeitherTheEpochNorTheRateInLittleRoom(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        robot.clickOn("#experiment-more");
        picture("train-drawer");
        Label rate = robot.from(robot.lookup("#experiment-drawer").queryAll()).lookup(".field-label").match(
                label -> ((Label) label).getText().equals("Learning rate")).queryAs(Label.class);
        assertThat(rate.getWidth()).isGreaterThanOrEqualTo(rate.prefWidth(-1));

        asyncFx(() -> {
            type.larger();
            type.larger();
            pane.model().step();
        }).get();
        until(() -> text(robot, "#epoch").equals("Epoch 1 of 10"));

        Label epoch = robot.lookup("#epoch").queryAs(Label.class);
        assertThat(epoch.getWidth()).isGreaterThanOrEqualTo(epoch.prefWidth(-1));
        Region row = (Region) robot.lookup(".figures-row").query();
        Node last = robot.lookup("#figure-held-out").query();
        assertThat(last.localToScene(last.getLayoutBounds()).getMaxX())
                .isLessThanOrEqualTo(row.localToScene(row.getLayoutBounds()).getMaxX() + 0.5);
        picture("train-large-type");
    }

    @Test
    void picksAugmentationsStepsAndTheSchedule(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        asyncFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        }).get();
        asyncFx(() -> robot.lookup("#experiment-more").queryAs(Hyperlink.class).fire()).get();
        add(robot, "#augment-add", "augment-add-shift");
        add(robot, "#augment-add", "augment-add-noise");
        asyncFx(() -> robot.lookup("#augment-1-pixels").queryAs(TextField.class).setText("1")).get();
        asyncFx(() -> robot.lookup("#augment-1-pixels").queryAs(TextField.class).fireEvent(new ActionEvent())).get();
        waitForFxEvents();
        assertThat(pane.model().form().augment().specs()).extracting(Spec::type).containsExactly("shift", "noise");
        assertThat(robot.lookup("#schedule-type").queryComboBox().getItems()).hasSameSizeAs(Schedules.ALL);

        asyncFx(() -> scroll(robot, 0.45)).get();
        picture("train-augment");
        asyncFx(() -> robot.lookup("#augment-1-remove").queryButton().fire()).get();
        assertThat(pane.model().form().augment().specs()).extracting(Spec::type).containsExactly("noise");
        assertThat(robot.lookup("#augment-1-deviation").tryQuery()).isPresent();

        add(robot, "#steps-add", "steps-add-divide");
        assertThat(robot.lookup("#prepare").queryComboBox().getValue()).hasToString("Own steps");
        assertThat(pane.model().form().experiment().data().prepare()).hasSize(3);
        asyncFx(() -> scroll(robot, 1)).get();
        picture("train-steps");
    }

    private static void scroll(FxRobot robot, double place) {
        Node node = robot.lookup("#experiment-drawer").query();
        while (!(node instanceof ScrollPane)) {
            node = node.getParent();
        }
        ((ScrollPane) node).setVvalue(place);
    }

    private static void add(FxRobot robot, String menu, String item) throws Exception {
        asyncFx(() -> robot.lookup(menu).queryAs(MenuButton.class).getItems().stream()
                .filter(each -> each.getId().equals(item)).findFirst().orElseThrow().fire()).get();
        waitForFxEvents();
    }

    @Test
    void aRateThatExplodesIsSaidAndThePaneStays(FxRobot robot) throws Exception {
        until(() -> pane.model().startable().get());
        enter(robot, "#network-hidden", "");
        robot.clickOn("#experiment-more");
        asyncFx(() -> scroll(robot, 0.5)).get();
        enter(robot, "#optimizer-weightDecay", "100");
        asyncFx(() -> scroll(robot, 0)).get();
        enter(robot, "#optimizer-rate", "1000");
        until(() -> pane.model().startable().get());

        robot.clickOn("#start");
        until(() -> pane.model().state() == WorkState.FAILED);

        assertThat(text(robot, "#line")).startsWith("The loss became ").contains("Try a learning rate of 100.");
        assertThat(step()).isPositive();
        picture("train-failed");
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }

    private long step() {
        return pane.model().figuresProperty().get().step();
    }

    private static void enter(FxRobot robot, String field, String text) {
        robot.doubleClickOn(field).push(KeyCode.SHORTCUT, KeyCode.A).push(KeyCode.DELETE).write(text).type(KeyCode.ENTER);
    }

    private static Button button(FxRobot robot, String id) {
        return robot.lookup(id).queryButton();
    }
}
