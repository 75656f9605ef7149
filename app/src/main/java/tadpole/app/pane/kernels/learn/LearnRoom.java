package tadpole.app.pane.kernels.learn;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;
import tadpole.app.chart.ChartView;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.pane.kernels.Bench;
import tadpole.app.pane.kernels.KernelsModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.engine.convolution.SearchStep;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Words;
import tadpole.resources.Resources;

/** The view in which gradient descent finds a kernel. */
public final class LearnRoom implements PaneView {

    private final LearnModel model;
    private final Bench bench;
    private final LearnDrawer drawer;
    private final StackPane stage = new StackPane();
    private final Button main = new Button("Learn");
    private final List<Node> tools;

    public LearnRoom(Bench bench) {
        this(bench, new LearnModel(bench.model()));
    }

    LearnRoom(Bench bench, LearnModel model) {
        this.bench = bench;
        this.model = model;
        this.drawer = new LearnDrawer(model, this::open);
        this.tools = header();
        LearnPlanes planes = new LearnPlanes(model);
        VBox.setVgrow(planes, Priority.ALWAYS);
        HBox below = new HBox(chart(bench.model()), figures(planes.hidden()));
        below.getStyleClass().add("learn-below");
        VBox.setVgrow(below, Priority.ALWAYS);
        Label lack = new Label();
        lack.setId("learn-lack");
        lack.getStyleClass().add("refusal");
        lack.setWrapText(true);
        lack.textProperty().bind(model.lackProperty());
        lack.visibleProperty().bind(model.lackProperty().isNotEmpty());
        lack.managedProperty().bind(lack.visibleProperty());
        VBox all = new VBox(lack, planes, below);
        all.getStyleClass().add("learn-view");
        stage.setId("kernels-learn-stage");
        stage.getChildren().setAll(all);
        stage.setOnMousePressed(_ -> stage.requestFocus());
        String sheet = Resources.url("css/pane-kernels-learn.css").toExternalForm();
        stage.getStylesheets().addAll(Resources.url("css/pane-kernels-kernel.css").toExternalForm(), sheet);
        drawer.getStylesheets().add(sheet);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
    }

    private List<Node> header() {
        main.setId("learn-go");
        main.getStyleClass().addAll("main-button", "learn-start");
        main.setOnAction(_ -> model.startOrPause());
        main.disableProperty().bind(model.wantedProperty().map(Optional::isEmpty));
        model.stateProperty().subscribe(state -> {
            boolean running = state == WorkState.RUNNING;
            main.setText(running ? "Pause" : state == WorkState.PAUSED ? "Go on" : "Learn");
            main.setGraphic(new FontIcon(running ? Material2OutlinedMZ.PAUSE : Material2OutlinedMZ.PLAY_ARROW));
            main.setTooltip(new Tooltip(running ? "Stands still after this step (Space)" : "Searches the kernel by gradient descent (Space)"));
        });
        Button step = tool("learn-step", "Step", Material2OutlinedMZ.SKIP_NEXT, "One step of the optimizer (S)", model::step);
        step.disableProperty().bind(model.wantedProperty().map(Optional::isEmpty));
        Button stop = tool("learn-stop", "Stop", Material2OutlinedMZ.STOP, "Ends the search and keeps the best kernel (Esc)", model::stop);
        stop.disableProperty().bind(model.stateProperty().map(state -> !state.isGoingOn()));
        ComboBox<Tempo> tempo = new ComboBox<>();
        tempo.setId("learn-tempo");
        tempo.getStyleClass().addAll("choice", "learn-tempo");
        tempo.getItems().setAll(Tempo.values());
        tempo.setConverter(new ByLabel());
        tempo.setValue(model.tempo());
        tempo.setTooltip(new Tooltip("How many steps are made in a second"));
        tempo.valueProperty().subscribe(model::setTempo);
        ToggleButton uncover = new ToggleButton("Uncover", new FontIcon(Material2OutlinedMZ.VISIBILITY));
        uncover.setId("learn-uncover");
        uncover.getStyleClass().add("tool-button");
        uncover.setTooltip(new Tooltip("Shows the hidden kernel beside the one that is searched (U)"));
        uncover.selectedProperty().bindBidirectional(model.uncoveredProperty());
        uncover.disableProperty().bind(model.wantedProperty().map(now -> now.flatMap(Wanted::hidden).isEmpty()));
        Button take = tool("learn-take", "Take this kernel", Material2OutlinedMZ.OPEN_IN_NEW, "Puts the kernel that was found into the sliding window", this::take);
        take.disableProperty().bind(model.stepsProperty().map(List::isEmpty));
        return List.of(main, step, stop, tempo, uncover, take);
    }

    private static Button tool(String id, String text, Ikon icon, String tip, Runnable run) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(_ -> run.run());
        return button;
    }

    private static final class ByLabel extends StringConverter<Tempo> {

        @Override
        public String toString(Tempo tempo) {
            return tempo == null ? "" : tempo.label();
        }

        @Override
        public Tempo fromString(String label) {
            return List.of(Tempo.values()).stream().filter(each -> each.label().equals(label)).findFirst().orElseThrow();
        }
    }

    private Node chart(KernelsModel kernels) {
        Desk desk = kernels.desk();
        ChartView chart = new ChartView(() -> LearnPictures.losses(model.stepsProperty().get(), model.form().settings().decimal("enough")),
                desk.theme().chartColors(), new Background("learn-chart"), desk.jobs().ui());
        chart.setId("learn-losses");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        model.stepsProperty().subscribe(_ -> chart.refresh());
        HBox.setHgrow(chart, Priority.ALWAYS);
        StackPane card = new StackPane(chart);
        card.getStyleClass().addAll("card", "learn-chart");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node figures(Node hidden) {
        Label step = figure("learn-figure-step");
        Label off = figure("learn-figure-off");
        Label loss = figure("learn-figure-loss");
        model.stepsProperty().subscribe(steps -> {
            Optional<SearchStep> last = model.last();
            step.setText(last.map(each -> Integer.toString(each.step())).orElse("–"));
            loss.setText(last.map(each -> Words.rounded(each.loss(), 4)).orElse("–"));
            off.setText(last.map(each -> Words.rounded(Math.sqrt(each.loss()), 4)).orElse("–"));
            off.setTooltip(new Tooltip("Root mean square over all pixels: the square root of the loss."));
            loss.setTooltip(new Tooltip(last.map(each -> Double.toString(each.loss())).orElse("Nothing searched yet.")));
        });
        Label line = new Label();
        line.setId("learn-line");
        line.setWrapText(true);
        line.setMinHeight(Region.USE_PREF_SIZE);
        line.textProperty().bind(Bindings.createStringBinding(this::said, model.lineProperty(), model.stateProperty(), model.wantedProperty(), model.goalProperty(),
                model.outdatedProperty()));
        HBox row = new HBox(named("step", step), named("loss", loss), named("pixel off by, RMS", off));
        row.getStyleClass().add("learn-row");
        VBox card = new VBox(row, line, hidden);
        card.getStyleClass().addAll("card", "learn-figures");
        return card;
    }

    private static Label figure(String id) {
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().addAll("mono", "learn-figure");
        figure.setMinWidth(Region.USE_PREF_SIZE);
        return figure;
    }

    private static VBox named(String name, Label figure) {
        Label label = new Label(name);
        label.getStyleClass().add("muted");
        return new VBox(label, figure);
    }

    private String said() {
        return model.outdatedProperty().get() ? toldSoFar() + " The pane has changed since: the next search begins with what it has then." : toldSoFar();
    }

    private String toldSoFar() {
        if (!model.lineProperty().get().isEmpty()) {
            return model.lineProperty().get();
        }
        return switch (model.stateProperty().get()) {
            case RUNNING, PAUSED -> "Each step: convolve, compare every pixel with the wanted one, send the difference back to the kernel, move its numbers.";
            case READY, ENDED, FAILED -> model.wantedProperty().get().isEmpty() ? "" : switch (model.goalProperty().get()) {
                case OWN -> "The kernel of the sliding window is hidden. Can its output alone tell it? Press Learn.";
                case LOT -> "A preset is hidden. Look at the wanted output: which one is it? Press Learn, then Uncover.";
                case PICTURE -> "A picture is wanted. Press Learn: which kernel comes nearest?";
            };
        };
    }

    private void take() {
        if (model.take()) {
            bench.go().accept("window");
        }
    }

    private void open() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open the picture that is to come out");
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Pictures", "*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif"));
        Optional.ofNullable(chooser.showOpenDialog(stage.getScene().getWindow())).map(File::toPath).ifPresent(model::openWanted);
    }

    LearnModel model() {
        return model;
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
        return Bindings.createStringBinding(() -> model.wantedProperty().get().map(each -> each.task().picture()).or(() -> bench.model().pictureProperty().get())
                .map(Picture::name).orElse(""), model.wantedProperty(), bench.model().pictureProperty());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        ObservableBooleanValue always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Learn the kernel, or pause", "Space", always, model::startOrPause),
                Action.of("One step of the search", "S", always, model::step),
                Action.of("Stop the search", "Esc", always, model::stop),
                Action.of("Back to the start of the search", "R", always, model::restart),
                Action.of("Uncover or hide the kernel", "U", always, () -> model.uncoveredProperty().set(!model.uncoveredProperty().get())),
                Action.of("Hide another preset", always, model::drawAgain),
                Action.of("Take the kernel that was found", always, this::take));
    }

    @Override
    public boolean open(List<Path> dropped) {
        return false;
    }
}
