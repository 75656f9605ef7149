package tadpole.app.pane.gradients.step;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.job.Background;
import tadpole.app.pane.gradients.Studied;
import tadpole.app.pane.gradients.Subject;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.NumberGrid;
import tadpole.app.xray.XRayLayer;
import tadpole.resources.Resources;

/** The room in which one step is made in slow motion: forward, loss, backward, update, every number with its arithmetic. */
public final class StepRoom implements PaneView {

    private final StepModel model;
    private final StepFiles files;
    private final StageCard card;
    private final StackPane stage;
    private final StepDrawer drawer;
    private final Button play = new Button("Play", new FontIcon(Material2OutlinedMZ.PLAY_ARROW));
    private final List<Node> tools;
    private final PauseTransition clock = new PauseTransition();

    public StepRoom(Desk desk, Subject subject) {
        Background background = new Background("step-room");
        this.model = new StepModel(desk, subject, background);
        this.files = new StepFiles(model, desk, background, () -> stage().getScene().getWindow());
        XRayLayer layer = new XRayLayer(model.xray());
        this.card = new StageCard(model, layer);
        VBox.setVgrow(card, Priority.ALWAYS);
        card.setMinHeight(0);
        VBox content = new VBox(new StepStrip(model), card, new StepControls(model));
        content.getStyleClass().add("step-stage");
        content.setMinWidth(0);
        content.visibleProperty().bind(model.stageProperty().map(Optional::isPresent));
        this.stage = new StackPane(content, empty(), layer);
        this.drawer = new StepDrawer(model, layer);
        this.tools = header();
        String sheet = Resources.url("css/pane-gradients-step.css").toExternalForm();
        stage.setId("step-stage");
        stage.setMinWidth(0);
        stage.getStylesheets().add(sheet);
        stage.setFocusTraversable(true);
        // Keys such as Space reach the room again after one has typed into a field.
        content.setOnMousePressed(_ -> stage.requestFocus());
        drawer.getStylesheets().add(sheet);
        play.getStylesheets().add(sheet);
        clock.setOnFinished(_ -> tick());
        model.playingProperty().subscribe(this::played);
        stage.sceneProperty().subscribe(this::seen);
    }

    StepModel model() {
        return model;
    }

    StageCard card() {
        return card;
    }

    void save(Path file) {
        files.save(file);
    }

    private Label empty() {
        Label empty = new Label();
        empty.setId("step-lack");
        empty.getStyleClass().addAll("placeholder-text", "step-lack");
        empty.setWrapText(true);
        empty.setMouseTransparent(true);
        empty.textProperty().bind(Bindings.createStringBinding(
                () -> model.lackProperty().get().isEmpty() ? "Making one step..." : model.lackProperty().get(), model.lackProperty()));
        empty.visibleProperty().bind(model.stageProperty().map(Optional::isEmpty));
        return empty;
    }

    private List<Node> header() {
        play.setId("step-play");
        play.getStyleClass().addAll("main-button", "step-play");
        play.setTooltip(new Tooltip("Goes through the step by itself, stage after stage (Space)."));
        play.setOnAction(_ -> model.playOrPause());
        play.disableProperty().bind(ready().not());
        Button back = tool("step-back", "Back", Material2OutlinedMZ.SKIP_PREVIOUS, "The stage before (Left).", model::back);
        Button next = tool("step-next", "Next", Material2OutlinedMZ.SKIP_NEXT, "The next stage (S or Right).", this::nextByHand);
        MenuButton more = new MenuButton("", new FontIcon(Material2OutlinedMZ.MORE_VERT));
        more.setId("step-more");
        more.getStyleClass().addAll("tool-button", "icon-button");
        more.setAccessibleText("More");
        more.setTooltip(new Tooltip("Open, save, send to Train"));
        more.getItems().setAll(item("step-open", "Open an experiment or a check... (Ctrl+O)", files::open),
                item("step-save", "Save the experiment with its images... (Ctrl+S)", files::save),
                item("step-to-train", "Send to Train", model.subject()::sendToTrain));
        return List.of(play, back, next, more);
    }

    private Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll("tool-button", "icon-button");
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        button.disableProperty().bind(ready().not());
        return button;
    }

    private static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setId(id);
        item.setOnAction(_ -> run.run());
        return item;
    }

    private BooleanExpression ready() {
        return BooleanExpression.booleanExpression(model.stageProperty().map(Optional::isPresent));
    }

    private void nextByHand() {
        model.next();
        if (model.playingProperty().get()) {
            wind();
        }
    }

    private void tick() {
        model.next();
        if (model.playingProperty().get()) {
            wind();
        }
    }

    private void wind() {
        clock.setDuration(Duration.seconds(model.seconds()));
        clock.playFromStart();
    }

    private void played(boolean now) {
        play.setText(now ? "Pause" : "Play");
        play.setGraphic(new FontIcon(now ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW));
        if (now) {
            wind();
        } else {
            clock.stop();
        }
    }

    /** Nobody looks any more. */
    private void seen(Scene scene) {
        if (scene == null && model.playingProperty().get()) {
            model.playOrPause();
        }
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.subject().studiedProperty().map(now -> now.map(Studied::title).orElse(""));
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        ObservableBooleanValue ready = ready();
        BooleanExpression arrows = BooleanExpression.booleanExpression(stage.sceneProperty().flatMap(Scene::focusOwnerProperty)
                .map(focus -> !(focus instanceof NumberGrid)).orElse(true)).and(ready());
        return List.of(
                Action.of("Close the X-ray", "Esc", model.xray().openProperty(), model.xray()::close),
                Action.of("X-ray: back", "Alt+Left", model.xray().beforeProperty(), model.xray()::back),
                Action.of("X-ray: forward", "Alt+Right", model.xray().afterProperty(), model.xray()::forward),
                Action.of("Play or pause the step", "Space", ready, model::playOrPause),
                Action.of("Next stage", "S", ready, this::nextByHand),
                Action.of("Next stage, by arrow", "Right", arrows, this::nextByHand),
                Action.of("Stage before", "Left", arrows, model::back),
                Action.of("Back to the first stage", "Esc", ready, model::stop),
                Action.of("Open an experiment", "Shortcut+O", always, files::open),
                Action.of("Save the experiment and images of the step", "Shortcut+S", ready, files::save),
                Action.of("Send the step's network to Train", ready, model.subject()::sendToTrain));
    }

    @Override
    public boolean open(List<Path> dropped) {
        return files.take(dropped);
    }
}
