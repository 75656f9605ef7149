package tadpole.app.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import tadpole.resources.Resources;

/** The one window: rail, header, stage, drawer and status bar around the pane in front. */
public final class Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;

    private static final ButtonType LOSE = new ButtonType("Close and lose it", ButtonBar.ButtonData.OTHER);
    private static final ButtonType STAY = new ButtonType("Stay", ButtonBar.ButtonData.CANCEL_CLOSE);

    private final Stage stage;
    private final Desk desk;
    private final FrontPane front;
    private final TypeSize size;
    private final OpenPanes panes;
    private final WindowPlace place;
    private final Drops drops;
    private final Header header = new Header();
    private final Drawer drawer = new Drawer();
    private final StackPane stageArea = new StackPane();
    private final Overlay overlay = new Overlay();
    private final List<Action> own;

    public Window(Stage stage, Desk desk, FrontPane front, TypeSize size) {
        this.stage = stage;
        this.desk = desk;
        this.front = front;
        this.size = size;
        this.panes = new OpenPanes(desk, front);
        this.place = new WindowPlace(stage);
        this.own = ownActions();
        Scene scene = new Scene(new StackPane(layout(), overlay), WIDTH, HEIGHT);
        new Looks(scene, desk.theme(), size);
        new Keys(scene, this::actionsNow);
        this.drops = new Drops(scene, panes, desk.messages());
        front.entryProperty().subscribe(this::bringForward);
        prepare(scene);
        stage.setOnCloseRequest(request -> {
            if (!mayClose()) {
                request.consume();
            }
        });
    }

    /** Shows the window as it was left. */
    public void show(Remembered remembered) {
        drawer.unfoldedProperty().set(remembered.drawer());
        place.restore(remembered);
        stage.show();
        stageArea.requestFocus();
    }

    /** How the window stands now, for the next start. */
    public Remembered remembered() {
        return new Remembered(place.standing(), place.maximized(), desk.theme().kind(), size.percent(),
                front.entry().map(PaneEntry::id).orElse(""), drawer.unfoldedProperty().get());
    }

    /** Hands files to the pane that can use them; what nobody can use is said in a message. */
    public boolean open(List<Path> files) {
        return drops.take(files);
    }

    private boolean mayClose() {
        Optional<String> losses = Farewell.losses(desk.jobs().running(), panes.unsaved());
        if (losses.isEmpty()) {
            return true;
        }
        Alert ask = new Alert(Alert.AlertType.NONE, losses.get(), LOSE, STAY);
        ask.setTitle("Close Tadpole");
        ask.initOwner(stage);
        ask.getDialogPane().getStylesheets().setAll(stage.getScene().getStylesheets());
        return ask.showAndWait().filter(LOSE::equals).isPresent();
    }

    private void prepare(Scene scene) {
        stage.setScene(scene);
        stage.setTitle("Tadpole");
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        IntStream.of(16, 32, 48, 128, 256)
                .mapToObj(pixels -> new Image(Resources.url("icons/tadpole-" + pixels + ".png").toExternalForm()))
                .forEach(stage.getIcons()::add);
    }

    private BorderPane layout() {
        stageArea.getStyleClass().add("stage");
        stageArea.setId("stage");
        keepWithinItsRoom(stageArea);
        DrawerGrip grip = new DrawerGrip(drawer);
        StackPane.setAlignment(grip, Pos.CENTER_RIGHT);
        BorderPane middle = new BorderPane(new StackPane(stageArea, grip));
        middle.setTop(new Banners(desk.messages()));
        middle.setRight(drawer);
        BorderPane work = new BorderPane(middle);
        work.setTop(header);
        BorderPane all = new BorderPane(work);
        all.setLeft(new Rail(front, this::openPalette, this::openSettings));
        all.setBottom(new StatusBar(desk.jobs().running(), desk.messages()));
        return all;
    }

    /** A pane that needs more width than there is neither moves the drawer nor is painted over it. */
    private static void keepWithinItsRoom(StackPane area) {
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(area.widthProperty());
        clip.heightProperty().bind(area.heightProperty());
        area.setClip(clip);
        area.setMinWidth(0);
        area.setAlignment(Pos.TOP_LEFT);
    }

    private void bringForward(Optional<PaneEntry> entry) {
        entry.ifPresent(wanted -> {
            PaneView view = panes.view(wanted);
            header.show(wanted, view);
            stageArea.getChildren().setAll(view.stage());
            drawer.show(view.drawer());
            stageArea.requestFocus();
        });
    }

    private List<Action> ownActions() {
        List<Action> actions = new ArrayList<>(WindowActions.of(front, desk.theme(), size));
        actions.add(WindowActions.always("Search every action", "Shortcut+K", this::openPalette));
        actions.add(WindowActions.always("Switch full screen", "F11", () -> stage.setFullScreen(!stage.isFullScreen())));
        actions.add(WindowActions.always("Hide or show the settings", "F9",
                () -> drawer.unfoldedProperty().set(!drawer.unfoldedProperty().get())));
        return List.copyOf(actions);
    }

    private List<Action> actionsNow() {
        if (overlay.isOpen()) {
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        panes.inFront().ifPresent(view -> actions.addAll(view.actions()));
        actions.addAll(own);
        return actions;
    }

    private void openPalette() {
        PaletteModel model = new PaletteModel();
        model.fill(paletteEntries());
        overlay.open(new Palette(model, overlay::close), Pos.TOP_CENTER, new Insets(88, 0, 0, 0), true, stageArea::requestFocus);
    }

    private void openSettings() {
        overlay.open(new SettingsCard(desk.theme(), size), Pos.BOTTOM_LEFT, new Insets(0, 0, 44, 84), false, stageArea::requestFocus);
    }

    private List<PaletteModel.Entry> paletteEntries() {
        List<PaletteModel.Entry> entries = new ArrayList<>();
        for (PaneEntry entry : panes.opened()) {
            for (Action action : panes.view(entry).actions()) {
                Runnable there = () -> {
                    front.open(entry.id());
                    action.run().run();
                };
                entries.add(new PaletteModel.Entry(entry.label(), new Action(action.label(), action.key(), action.enabled(), there)));
            }
        }
        own.forEach(action -> entries.add(new PaletteModel.Entry("", action)));
        return entries;
    }
}
