package tadpole.app.pane.studio.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.testfx.util.WaitForAsyncUtils.asyncFx;
import static org.testfx.util.WaitForAsyncUtils.waitForFxEvents;
import static tadpole.app.Await.text;
import static tadpole.app.Await.until;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
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
import tadpole.app.image.PlaneView;
import tadpole.app.job.Jobs;
import tadpole.app.pane.studio.StudioModel;
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
import tadpole.engine.picture.harmonize.HarmonizeEvent;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.picture.pull.PullName.Kind;
import tadpole.engine.picture.pull.PullValue;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.tensor.Device;

@ExtendWith(ApplicationExtension.class)
class InsideRoomTest {

    private Stage stage;
    private Desk desk;
    private StudioModel studio;
    private InsideRoom room;

    @Start
    private void start(Stage window) throws Exception {
        Fonts.load();
        PaneEntry entry = new PaneEntry("studio", "Studio", Material2OutlinedAL.BRUSH, PaneEntry.Group.MAKE, with -> {
            studio = new StudioModel(with);
            room = new InsideRoom(studio);
            return new Rooms(List.of(new Room("inside", "See inside", "", () -> room)));
        });
        FrontPane front = new FrontPane(List.of(entry), "studio");
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
    void everyViewShowsWhatTheNetworkSees(FxRobot robot) throws Exception {
        assertThat(text(robot, "#inside-lack")).isEqualTo("No feature network is open yet.");
        picture("inside-empty");
        asyncFx(() -> {
            studio.frontProperty().set("inside");
            studio.featuresProperty().set(Optional.of(SmallScene.features()));
            studio.document().open(Optional.of(new Composition(SmallScene.picture(1), Optional.of(SmallScene.picture(3)),
                    new Placement(SmallScene.MIDDLE_X, SmallScene.MIDDLE_Y, 1, 0, false), SmallScene.mask(), Optional.empty())));
        }).get();

        visit("patches");
        until(() -> text(robot, "#inside-cosine-after").startsWith("cosine 0") || text(robot, "#inside-cosine-after").startsWith("cosine 1"));
        String before = text(robot, "#inside-patches-title");
        PlaneView canvas = robot.lookup("#inside-patches-picture").queryAs(PlaneView.class);
        point(robot, canvas, SmallScene.MIDDLE_Y, SmallScene.MIDDLE_X + 14);
        until(() -> !text(robot, "#inside-patches-title").equals(before));
        picture("inside-patches");
        fire(robot, "#inside-ground-offsets");
        picture("inside-offsets");
        fire(robot, "#inside-ground-uses");
        picture("inside-uses");

        visit("grams");
        point(robot, robot.lookup("#inside-gram-difference").queryAs(PlaneView.class), 1, 3);
        until(() -> text(robot, "#inside-gram-pair").equals("Maps 2 and 4"));
        assertThat(text(robot, "#inside-gram-values")).contains("target").contains("diff.");
        picture("inside-grams");

        visit("histogram");
        assertThat(text(robot, "#inside-histogram-title")).isEqualTo("relu3_1 · map 1 of 8");
        asyncFx(() -> robot.lookup("#inside-channel").queryAs(Slider.class).setValue(3)).get();
        assertThat(text(robot, "#inside-histogram-title")).isEqualTo("relu3_1 · map 3 of 8");
        picture("inside-histogram");

        visit("photos");
        until(() -> robot.lookup("#inside-photo-made").queryAs(PlaneView.class).seenProperty().get().getWidth() > 0);
        picture("inside-photos");

        visit("masks");
        until(() -> robot.lookup("#inside-mask-relu4_1").tryQuery().isPresent());
        robot.clickOn("#inside-mask-relu2_1");
        picture("inside-masks");

        visit("pulls");
        assertThat(robot.lookup("#inside-pulls-empty").queryAs(Labeled.class).isVisible()).isTrue();
        PullName style = new PullName(Kind.STYLE, "relu1_1");
        asyncFx(() -> studio.pulls().add(List.of(iteration(1, style), iteration(2, style), iteration(3, style)))).get();
        robot.clickOn("#inside-pull-1");
        until(() -> studio.pulls().mutedProperty().get().contains(style));
        picture("inside-pulls");

        visit("maps");
        asyncFx(() -> desk.theme().show(Theme.Kind.DARK)).get();
        robot.clickOn("#inside-maps-of-painting");
        picture("inside-maps-dark");
        assertThat(text(robot, "#inside-facts")).isEqualTo("Seen by Small VGG");
    }

    private static HarmonizeEvent.Iterated iteration(int number, PullName style) {
        return new HarmonizeEvent.Iterated(tadpole.engine.picture.harmonize.Stage.PASS_2, number, 3, List.of(new PullValue(style, 1, 1, 0.6, false),
                new PullValue(new PullName(Kind.CONTENT, "relu4_1"), 1, 1, 0.4, false)));
    }

    private void visit(String view) throws Exception {
        asyncFx(() -> ((ToggleButton) stage.getScene().lookup("#inside-view-" + view)).fire()).get();
        until(() -> !room.model().busyProperty().get() && room.model().lackProperty().get().isEmpty());
        waitForFxEvents();
    }

    private static void fire(FxRobot robot, String id) throws Exception {
        asyncFx(() -> robot.lookup(id).queryAs(ToggleButton.class).fire()).get();
    }

    private static void point(FxRobot robot, PlaneView view, int y, int x) throws Exception {
        until(() -> view.inScene(y, x, 1, 1).filter(at -> at.getWidth() > 0).isPresent());
        Bounds at = view.localToScreen(view.sceneToLocal(view.inScene(y, x, 1, 1).orElseThrow()));
        robot.moveTo(at.getCenterX() - 2, at.getCenterY()).moveTo(at.getCenterX(), at.getCenterY());
        waitForFxEvents();
    }

    private void picture(String name) throws Exception {
        waitForFxEvents();
        until(() -> asyncFx(() -> Screenshots.isDrawn(stage.getScene())).get());
        asyncFx(() -> Screenshots.take(stage.getScene(), name)).get();
    }
}
