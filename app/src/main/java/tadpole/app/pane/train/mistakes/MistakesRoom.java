package tadpole.app.pane.train.mistakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.train.Bench;
import tadpole.app.pane.train.BenchRoom;
import tadpole.app.pane.train.Numbers;
import tadpole.app.pane.train.Sight;
import tadpole.app.shell.Action;
import tadpole.resources.Resources;

/** Which images the network gets wrong, how sure it is of them, what changed its mind, and what one may correct. */
public final class MistakesRoom implements BenchRoom {

    private static final String NOTHING = "Start a training: here stands what the network gets wrong, image by image.";
    private static final double LEAST_LEFT = 366;
    private static final double MOST_LEFT = 680;

    private final Bench bench;
    private final MistakesModel model;
    private final BooleanProperty walking = new SimpleBooleanProperty();
    private final Label line = new Label();
    private final Label nothing = new Label();
    private final StackPane stage = new StackPane();
    private final VBox drawer;

    public MistakesRoom(Bench bench) {
        this.bench = bench;
        this.model = new MistakesModel(bench.lab(), bench.lab().beside("mistakes"), Seeing.of(stage), System::nanoTime);
        this.drawer = new VBox(new PickedPanel(model, this::follow), new Separator(), new CorrectionsPanel(model, bench));
        String sheet = Resources.url("css/pane-train-mistakes.css").toExternalForm();
        stage.setId("mistakes-room");
        stage.getStylesheets().add(sheet);
        drawer.setId("mistakes-drawer");
        drawer.getStyleClass().addAll("form", "mistakes-drawer");
        drawer.getStylesheets().add(sheet);
        VBox content = new VBox(head(), middle());
        content.getStyleClass().add("mistakes-stage");
        nothing.setId("mistakes-nothing");
        nothing.getStyleClass().add("placeholder-text");
        nothing.setWrapText(true);
        stage.getChildren().setAll(content, nothing);
        model.asking().answeredProperty().subscribe(now -> {
            content.setVisible(now.isPresent());
            nothing.setVisible(now.isEmpty());
            line.setText(now.map(MistakesRoom::say).orElse(""));
        });
        nothing.textProperty().bind(Words.nothing(bench.lab(), NOTHING));
        model.pickedProperty().addListener((_, _, now) -> {
            if (now.isEmpty()) {
                walking.set(false);
            }
        });
    }

    MistakesModel model() {
        return model;
    }

    private void follow() {
        walking.set(model.pickedProperty().get().isPresent());
    }

    private static String say(Answered now) {
        return "%s of %s right at step %s".formatted(now.accuracy(), now.samples(), Numbers.count(now.sight().step()));
    }

    private Node head() {
        HBox parts = new HBox(4);
        ToggleGroup group = new ToggleGroup();
        for (Part each : Part.values()) {
            ToggleButton button = new ToggleButton(each.label());
            button.setId("part-" + each.word());
            button.setToggleGroup(group);
            button.setUserData(each);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip("Asks about the %s samples.".formatted(each.word())));
            button.setOnAction(_ -> {
                model.asking().wantedProperty().set(Optional.of(each));
                button.setSelected(true);
            });
            parts.getChildren().add(button);
        }
        bench.lab().sightProperty().subscribe(sight -> parts.getChildren().forEach(each -> each.setDisable(!has(sight, (Part) each.getUserData()))));
        model.asking().answeredProperty().subscribe(now -> now.ifPresent(each ->
                group.getToggles().stream().filter(toggle -> toggle.getUserData() == each.part()).forEach(group::selectToggle)));
        line.setId("mistakes-line");
        line.getStyleClass().add("mistakes-line");
        line.setMinWidth(0);
        HBox head = new HBox(12, parts, line);
        head.getStyleClass().add("mistakes-head");
        return head;
    }

    private static boolean has(Optional<Sight> sight, Part part) {
        return sight.filter(each -> part.of(each.network().setup()).isPresent()).isPresent();
    }

    private Node middle() {
        ConfusionCard confusion = new ConfusionCard(bench.lab(), false);
        model.asking().answeredProperty().subscribe(confusion::show);
        confusion.matrix().chosenProperty().bindBidirectional(model.cellProperty());
        VBox.setVgrow(confusion, Priority.ALWAYS);
        VBox left = new VBox(confusion, new ClassesCard(model));
        left.getStyleClass().add("mistakes-left");
        WallCard wall = new WallCard(model, this::follow);
        WalkCard walk = new WalkCard(model, () -> walking.set(false));
        wall.visibleProperty().bind(walking.not());
        walk.visibleProperty().bind(walking);
        StackPane right = new StackPane(wall, walk);
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setMinWidth(0);
        HBox middle = new HBox(left, right);
        middle.getStyleClass().add("mistakes-middle");
        middle.setMinHeight(0);
        // The matrix gets what a larger window has to give, up to where its cells are as large as they become.
        middle.widthProperty().subscribe(width -> left.setPrefWidth(Math.clamp(0.43 * width.doubleValue(), LEAST_LEFT, MOST_LEFT)));
        VBox.setVgrow(middle, Priority.ALWAYS);
        return middle;
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
    public Bench bench() {
        return bench;
    }

    @Override
    public List<Action> actions() {
        BooleanBinding picked = Bindings.createBooleanBinding(() -> model.pickedProperty().get().isPresent(), model.pickedProperty());
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Back to the wall", "Esc", walking, () -> walking.set(false)),
                Action.of("Undo", "Shortcut+Z", model.corrections().undoableProperty(), model.corrections()::undo),
                Action.of("Leave the picked image out", picked, model::leaveOut),
                Action.of("Follow the picked image through the layers", picked, this::follow),
                Action.of("Show the picked image in Kernels", picked, () -> model.send("kernels"))));
        for (Order each : Order.values()) {
            if (each != Order.CELL) {
                actions.add(Action.of("Show images: " + each.label(), Bindings.createBooleanBinding(() -> true), () -> model.orderProperty().set(each)));
            }
        }
        actions.addAll(bench.actions().get());
        return actions;
    }
}
