package tadpole.app.pane.race;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.experiment.Examples;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.FileWork;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.file.FileHead;
import tadpole.resources.Resources;

/** The pane where optimizers race: their losses, who came first by more than chance, and their paths on a surface. */
public final class RacePane implements PaneView {

    /** The share of the stage that the tabs take where it is tall. */
    private static final double BELOW = 0.37;

    private final RacePaneModel model;
    private final RaceTools tools;
    private final RaceKeys keys;
    private final RaceDrawer drawer;
    private final StackPane stage;

    /**
     * @param folders looked through for the data set of a race that is opened
     * @param races   the folder whose races one click opens
     */
    public RacePane(Desk desk, List<Path> folders, Path races) {
        Background background = new Background("race-pane");
        this.model = new RacePaneModel(desk, folders, background);
        this.tools = new RaceTools(model, new Examples(races, folders), () -> stage().getScene().getWindow());
        this.keys = new RaceKeys(model);
        this.drawer = new RaceDrawer(model);
        RaceCard chart = new RaceCard(model, desk, background);
        chart.setMinWidth(0);
        HBox.setHgrow(chart, Priority.ALWAYS);
        HBox race = new HBox(chart, new RankingCard(model, desk, background));
        race.getStyleClass().add("race-row");
        VBox.setVgrow(race, Priority.ALWAYS);
        XRayLayer ofSurface = new XRayLayer(model.surface().xray());
        XRayLayer ofWeight = new XRayLayer(model.weight().xray());
        TabCard tabs = new TabCard(tabs(desk, background, ofSurface, ofWeight), model.frontProperty());
        race.visibleProperty().bind(tabs.tallProperty().not());
        race.managedProperty().bind(race.visibleProperty());
        VBox content = new VBox(rates(), line(), race, tabs);
        this.stage = new StackPane(content, ofSurface, ofWeight);
        tabs.prefHeightProperty().bind(content.heightProperty().multiply(BELOW));
        String sheet = Resources.url("css/pane-race.css").toExternalForm();
        content.setId("race-stage");
        content.getStyleClass().add("race-stage");
        stage.getStylesheets().add(sheet);
        // Keys such as Space reach the pane again after one has typed into a field.
        content.setOnMousePressed(_ -> content.requestFocus());
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
    }

    /** A new tab is one new class and one line here. */
    private List<Tab> tabs(Desk desk, Background background, XRayLayer ofSurface, XRayLayer ofWeight) {
        return List.of(
                new Tab("surfaces", "Paths on surfaces", "The same optimizers on landscapes of two numbers.",
                        new SurfaceTab(model, desk, background, ofSurface)),
                new Tab("map", "Rate × momentum", "What each pair of rate and momentum does on a parabola: converges, oscillates, diverges.",
                        new MapTab(desk, background)),
                new Tab("plane", "Loss plane", "The loss of the network itself along the way that training took.",
                        new LossPlaneTab(model.plane(), desk, background), Front.PLANE),
                new Tab("weight", "One weight", "The rule of an optimizer with the live numbers of one weight.",
                        new WeightTab(model.weight(), desk, background, ofWeight), Front.WEIGHT));
    }

    RacePaneModel model() {
        return model;
    }

    private HBox rates() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox(mode(group, "best", "Each at its own best rate"), mode(group, "same", "All at one rate"));
        row.getStyleClass().add("rates-choice");
        Label said = new Label();
        said.setId("race-said");
        said.getStyleClass().addAll("muted", "race-said");
        said.textProperty().bind(model.lineProperty().map(text -> text.isEmpty() || isTrouble() ? "same start, same batches" : text));
        said.setTooltip(new Tooltip());
        said.getTooltip().textProperty().bind(said.textProperty());
        said.setMinWidth(0);
        said.setWrapText(true);
        HBox all = new HBox(row, said);
        all.getStyleClass().add("rates-row");
        return all;
    }

    private ToggleButton mode(ToggleGroup group, String mode, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId("mode-" + mode);
        button.setToggleGroup(group);
        button.getStyleClass().add("surface-button");
        button.setMinWidth(ToggleButton.USE_PREF_SIZE);
        model.form().settingsProperty().subscribe(now -> button.setSelected(now.choice("mode").equals(mode)));
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.form().field("mode").enter(mode);
        });
        return button;
    }

    private boolean isTrouble() {
        return model.state() == WorkState.FAILED;
    }

    /** What went wrong, or why nobody can run, and whether the curves are of another race. */
    private Label line() {
        Label text = new Label();
        text.setId("race-line");
        text.getStyleClass().addAll("hint", "race-line");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        text.managedProperty().bind(text.visibleProperty());
        Runnable show = () -> {
            boolean blocked = !model.obstacle().getValue().isEmpty() && !model.state().isGoingOn();
            String why = blocked ? model.obstacle().getValue() : isTrouble() ? model.lineProperty().get() : "";
            text.setText((why + " " + model.situation().stale().getValue()).strip());
            text.setVisible(!text.getText().isEmpty());
        };
        model.obstacle().subscribe(_ -> show.run());
        model.situation().stale().subscribe(_ -> show.run());
        model.lineProperty().subscribe(_ -> show.run());
        model.stateProperty().subscribe(_ -> show.run());
        return text;
    }

    @Override
    public Node stage() {
        return stage;
    }

    @Override
    public Optional<Node> drawer() {
        return Optional.of(drawer);
    }

    /** Takes a race file that is dropped here. */
    @Override
    public boolean open(List<Path> dropped) {
        boolean ours = FileWork.isOne(dropped, FileHead.Kind.RACE);
        if (ours) {
            model.open(dropped.getFirst());
        }
        return ours;
    }

    @Override
    public ObservableValue<String> subtitle() {
        return model.situation().subtitle();
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(keys.actions());
        List.of(model.surface().xray(), model.weight().xray())
                .forEach(xray -> actions.add(1, Action.of("Close the X-ray", "Esc", xray.openProperty(), xray::close)));
        actions.addAll(List.of(
                Action.of("Open a race", "Shortcut+O", model.stoppable().not(), tools::openRace),
                Action.of("Save the charts of the race as PNG and SVG", model.raced(), tools::saveCharts),
                Action.of("Save the final losses as CSV", model.raced(), tools::saveTable),
                Action.of("Save the race as a file", model.raced(), tools::saveRace)));
        return actions;
    }
}
