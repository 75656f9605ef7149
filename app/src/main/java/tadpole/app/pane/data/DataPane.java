package tadpole.app.pane.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.image.ImageWall;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.picture.PictureFile;
import tadpole.resources.Resources;

/** The pane where one looks at data: the wall of images, filtered by class, and the picked one with its numbers. */
public final class DataPane implements PaneView {

    private static final List<String> OTHERS = List.of(".json", ".csv", ".safetensors", ".npz", ".pt", ".pth", ".txt", ".text", ".md", ".tex");

    private final DataPaneModel model;
    private final DataTools tools;
    private final ImageWall wall;
    private final XRayLayer layer;
    private final EnlargedImage enlarged;
    private final WallBar bar;
    private final VBox stage;
    private final PickedPanel picked;

    /** @param folders where to look for data sets; the first one found is opened where nothing is open yet */
    public DataPane(Desk desk, List<Path> folders) {
        this.model = new DataPaneModel(desk, folders);
        this.tools = new DataTools(model.opening());
        this.wall = new ImageWall(model.wall(), model::toggleEnlarged);
        this.layer = new XRayLayer(model.picked().xray());
        this.enlarged = new EnlargedImage(model, layer);
        this.bar = new WallBar(model, enlarged, this::toWall);
        this.picked = new PickedPanel(model, desk.navigator());
        this.stage = new VBox(new ClassChips(model), bar, card());
        dress();
        takeFocus();
    }

    DataPaneModel model() {
        return model;
    }

    private StackPane card() {
        wall.setId("image-wall");
        wall.accessibleTextProperty().bind(Bindings.createStringBinding(
                model::pickedText, model.picked().placeProperty(), model.picked().nameProperty()));
        wall.visibleProperty().bind(model.enlargedProperty().not());
        enlarged.visibleProperty().bind(model.enlargedProperty());
        model.enlargedProperty().addListener(_ -> toWall());
        StackPane card = new StackPane(wall, enlarged, new Placeholder(model, tools::chooseFile), layer);
        card.getStyleClass().addAll("card", "wall-card");
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    /** The window gives the focus to the stage's area: the wall takes it from there, so that the arrows work at once. */
    private void takeFocus() {
        ChangeListener<Boolean> handOver = (_, _, focused) -> {
            if (focused) {
                toWall();
            }
        };
        stage.parentProperty().addListener((_, before, area) -> {
            Optional.ofNullable(before).ifPresent(parent -> parent.focusedProperty().removeListener(handOver));
            Optional.ofNullable(area).ifPresent(parent -> parent.focusedProperty().addListener(handOver));
        });
        model.datasetProperty().addListener(_ -> toWall());
        model.labelProperty().addListener(_ -> {
            boolean byMouse = Optional.ofNullable(stage.getScene()).map(Scene::getFocusOwner).filter(Node::isFocusVisible).isEmpty();
            if (byMouse) {
                toWall();
            }
        });
    }

    private void toWall() {
        (model.enlargedProperty().get() ? enlarged : wall).requestFocus();
    }

    private void dress() {
        String sheet = Resources.url("css/pane-data.css").toExternalForm();
        stage.setId("data-stage");
        stage.getStyleClass().add("data-stage");
        stage.getStylesheets().add(sheet);
        picked.getStylesheets().add(sheet);
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(picked);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return Bindings.createStringBinding(model::contents, model.datasetProperty(), model.withoutPicturesProperty(), model.opening().underWayProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        BooleanBinding always = Bindings.createBooleanBinding(() -> true);
        BooleanBinding filled = Bindings.createBooleanBinding(
                () -> model.datasetProperty().get().isPresent(), model.datasetProperty());
        return List.of(
                Action.of("Open data", "Shortcut+O", always, tools::chooseFile),
                Action.of("Open a folder of data", "Shortcut+Shift+O", always, tools::chooseFolder),
                Action.of("Go to index", "Shortcut+G", filled, bar::askForIndex),
                Action.of("Larger images", "Plus", filled, bar::enlarge),
                Action.of("Smaller images", "Minus", filled, bar::reduce),
                Action.of("Close the X-ray", "Esc", model.picked().xray().openProperty(), model.picked().xray()::close),
                Action.of("Back to the wall", "Esc", model.enlargedProperty(), model::toggleEnlarged),
                Action.of("Enlarge the picked image", filled, model::toggleEnlarged),
                Action.of("Show the picked image in Kernels", filled, () -> model.sendPick("kernels")),
                Action.of("Show all classes", filled, model::showAll),
                Action.of("Show training images", filled, () -> model.testProperty().set(false)),
                Action.of("Show test images", filled, model::showTest));
    }

    @Override
    public boolean open(List<Path> files) {
        Optional<Path> data = files.stream().filter(file -> !isOthers(file)).findFirst();
        data.ifPresent(model.opening()::open);
        return data.isPresent();
    }

    /** An experiment, weights, a table of points, a text or a picture, which other panes open. What else is no data set is refused with a sentence. */
    private static boolean isOthers(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return !Files.isDirectory(file) && (OTHERS.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith) || PictureFile.isNamedLikeOne(file));
    }
}
