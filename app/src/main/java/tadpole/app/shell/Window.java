package tadpole.app.shell;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.geometry.Pos;
import javafx.stage.Stage;

/** The one window: rail, header, stage, drawer and status bar around the pane in front. */
public final class Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final Stage stage;
    private final OpenPanes panes;
    private final Header header = new Header();
    private final Drawer drawer = new Drawer();
    private final StackPane stageArea = new StackPane();

    public Window(Stage stage, Desk desk, FrontPane front, TypeSize size) {
        this.stage = stage;
        this.panes = new OpenPanes(desk, front);
        Scene scene = new Scene(new StackPane(layout(desk, front)), WIDTH, HEIGHT);
        new Looks(scene, desk.theme(), size);
        front.entryProperty().subscribe(this::bringForward);
        stage.setScene(scene);
        stage.setTitle("Tadpole");
        stage.setMinWidth(1024);
        stage.setMinHeight(700);
    }

    public void show() {
        stage.show();
    }

    private BorderPane layout(Desk desk, FrontPane front) {
        stageArea.getStyleClass().add("stage");
        stageArea.setId("stage");
        DrawerGrip grip = new DrawerGrip(drawer);
        StackPane.setAlignment(grip, Pos.CENTER_RIGHT);
        BorderPane middle = new BorderPane(new StackPane(stageArea, grip));
        middle.setTop(new Banners(desk.messages()));
        middle.setRight(drawer);
        BorderPane work = new BorderPane(middle);
        work.setTop(header);
        BorderPane all = new BorderPane(work);
        all.setLeft(new Rail(front, () -> {}, () -> {}));
        all.setBottom(new StatusBar(desk.jobs().running(), desk.messages()));
        return all;
    }

    private void bringForward(Optional<PaneEntry> entry) {
        entry.ifPresent(wanted -> {
            PaneView view = panes.view(wanted);
            header.show(wanted, view);
            stageArea.getChildren().setAll(view.stage());
            drawer.show(view.drawer());
        });
    }
}
