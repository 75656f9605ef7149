package tadpole.app.pane.playground.neuron;

import java.nio.file.Path;
import java.util.List;
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
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipePicker;
import tadpole.app.job.Background;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.file.FileHead;
import tadpole.engine.inspect.NeuronPlan;
import tadpole.resources.Resources;

/** The room that says what a neuron is: inputs times weights plus bias through an activation. */
public final class NeuronRoom implements PaneView {

    private final NeuronModel model = new NeuronModel();
    private final XRayModel xray = new XRayModel();
    private final StackPane stage = new StackPane();
    private final VBox drawer = new VBox();
    private final NeuronFiles files;
    private final List<Node> tools;

    public NeuronRoom(Desk desk) {
        Background background = new Background("neuron-room");
        this.files = new NeuronFiles(model, desk, background);
        XRayLayer layer = new XRayLayer(xray);
        OpenNumbers numbers = new OpenNumbers(model, layer);
        HBox above = new HBox(new NeuronCard(model, numbers), graph(desk, background));
        HBox below = new HBox(new ProofCard(model, numbers, desk, background), new CollapseCard(model, numbers));
        for (HBox row : List.of(above, below)) {
            row.getStyleClass().add("neuron-row");
            HBox.setHgrow(row.getChildren().get(1), Priority.ALWAYS);
            VBox.setVgrow(row, Priority.ALWAYS);
        }
        VBox all = new VBox(above, below);
        all.getStyleClass().add("neuron-stage");
        stage.setId("neuron-stage");
        stage.getChildren().setAll(all, layer);
        String sheet = Resources.url("css/pane-playground-neuron.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        fillDrawer();
        Button prove = button("neuron-next", "Prove tanh", Material2OutlinedAL.FUNCTIONS, "The next step from the sigmoid to tanh (S)", model::nextStage);
        prove.getStyleClass().setAll("button", "main-button");
        tools = List.of(prove,
                button("neuron-again", "Same start", Material2OutlinedMZ.REPLAY, "Back to the first numbers (R)", this::again),
                icon("neuron-open", Material2OutlinedAL.FOLDER_OPEN, "Open a neuron from a file (Ctrl+O)", this::open),
                icon("neuron-save", Material2OutlinedMZ.SAVE, "Save these numbers as a file (Ctrl+S)", this::save));
    }

    private VBox graph(Desk desk, Background background) {
        ChartView chart = new ChartView(() -> NeuronPictures.activation(model.shown(), model.activation().recipe().label()),
                desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("neuron-graph");
        model.shownProperty().subscribe(_ -> chart.refresh());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = new VBox(chart);
        card.getStyleClass().addAll("card", "graph-card");
        return card;
    }

    private void fillDrawer() {
        drawer.setId("neuron-drawer");
        drawer.getStyleClass().addAll("form", "neuron-drawer");
        Label about = new Label();
        about.setId("neuron-about");
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(Label.USE_PREF_SIZE);
        model.activation().recipeProperty().subscribe(now -> about.setText(now.help()
                + " Where its slope is near 0, hardly any gradient comes back through it: the neuron learns slowly or not at all."));
        Label head = new Label("Worth noticing");
        head.getStyleClass().add("section-title");
        VBox hint = new VBox(4, head, about);
        hint.getStyleClass().add("hint");
        Label title = new Label("Neuron");
        title.getStyleClass().add("section-title");
        drawer.getChildren().setAll(title, new RecipePicker<>("Activation", model.activation(), FormLayout.PLAIN.named("neuron-activation")), hint);
    }

    private void again() {
        model.open(NeuronPlan.standard());
        model.stageProperty().set(0);
    }

    private void open() {
        files.open(stage.getScene().getWindow());
    }

    private void save() {
        files.save(stage.getScene().getWindow());
    }

    NeuronModel model() {
        return model;
    }

    NeuronFiles files() {
        return files;
    }

    private static Button button(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static Button icon(String id, Ikon icon, String tip, Runnable run) {
        Button button = button(id, "", icon, tip, run);
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(tip);
        return button;
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
        return Bindings.createStringBinding(() -> "%s · z = %s · a = %s".formatted(model.activation().recipe().label(),
                Digits.shortest(model.shown().neuron().z()), Digits.shortest(model.shown().neuron().a())), model.shownProperty());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Close the X-ray", "Esc", xray.openProperty(), xray::close),
                Action.of("Next step from the sigmoid to tanh", "S", always, model::nextStage),
                Action.of("Back to the first numbers of the neuron", "R", always, this::again),
                Action.of("Open a neuron", "Shortcut+O", always, this::open),
                Action.of("Save the neuron as a file", "Shortcut+S", always, this::save));
    }

    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = FileWork.isOne(dropped, FileHead.Kind.NEURON);
        if (ours) {
            files.open(dropped.getFirst());
        }
        return ours;
    }
}
