package tadpole.app.pane.kernels.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.shell.Action;
import tadpole.app.shell.PaneView;
import tadpole.engine.picture.Picture;
import tadpole.resources.Resources;

/** The view in which up to four stages follow each other. */
public final class StackRoom implements PaneView {

    /** What stands around the planes: examples, titles, facts, and the arithmetic under them. */
    private static final double BESIDE_PLANES = 400;

    private final Bench bench;
    private final StackModel model;
    private final StackTools tools;
    private final StageDrawer drawer;
    private final StackPane stage = new StackPane();

    public StackRoom(Bench bench) {
        this.bench = bench;
        this.model = new StackModel(bench.model());
        String sheet = Resources.url("css/pane-kernels-stack.css").toExternalForm();
        this.tools = new StackTools(model, sheet);
        this.drawer = new StageDrawer(model, bench.drawer());
        stage.setId("kernels-stack-stage");
        SpotCard spot = new SpotCard(model);
        VBox.setVgrow(spot, Priority.ALWAYS);
        VBox all = new VBox(examples(), new StackStrip(model, stage, BESIDE_PLANES), spot);
        all.getStyleClass().add("stack-stage");
        all.visibleProperty().bind(model.runProperty().map(Optional::isPresent));
        Label empty = new Label("Choose a picture: it goes through up to four layers, and every pixel shows what it has seen of it.");
        empty.setId("stack-empty");
        empty.getStyleClass().add("muted");
        empty.visibleProperty().bind(all.visibleProperty().not());
        stage.getChildren().setAll(empty, all);
        stage.sceneProperty().subscribe(scene -> model.watch(scene != null));
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
    }

    private HBox examples() {
        Label name = new Label("Stacks");
        name.getStyleClass().add("muted");
        HBox row = new HBox(name);
        row.getStyleClass().add("stack-examples");
        Arrays.stream(StackExample.values()).map(this::example).forEach(row.getChildren()::add);
        return row;
    }

    private Button example(StackExample example) {
        Button button = new Button(example.label());
        button.setId("stack-example-" + example.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("small-button", "chip");
        button.setTooltip(new Tooltip(example.about()));
        button.setOnAction(_ -> model.open(example));
        return button;
    }

    StackModel model() {
        return model;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        drawer.show();
        return Optional.of(drawer);
    }

    @Override
    public ObservableValue<String> subtitle() {
        return Bindings.createStringBinding(() -> bench.model().pictureProperty().get().map(Picture::name).orElse(""), bench.model().pictureProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        List<Action> actions = new ArrayList<>(List.of(
                Action.of("Let the pinned pixel go", "Esc", model.pinnedProperty(), model::unpin)));
        StackStages.ALL.forEach(kind -> actions.add(Action.of("Add the stage " + kind.label(), always, () -> model.add(kind.stage()))));
        return actions;
    }
}
