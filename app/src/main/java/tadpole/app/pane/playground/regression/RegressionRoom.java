package tadpole.app.pane.playground.regression;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.form.FormLayout;
import tadpole.app.form.RecipePicker;
import tadpole.app.form.SettingField;
import tadpole.app.job.Background;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.app.xray.XRayLayer;
import tadpole.app.xray.XRayModel;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.training.Experiment;
import tadpole.resources.Resources;

/** The room where a polynomial learns points on a line: it diverges, is mended, and shows why. */
public final class RegressionRoom implements PaneView {

    private static final FormLayout FORM = FormLayout.PLAIN.named("regression");
    private static final FormLayout OPTIMIZER = FormLayout.PLAIN.named("regression-optimizer").slider("rate", 1e-4, 1)
            .rare("More", "weightDecay", "decayBiases", "dampening", "rateInside", "epsPlace", "eps", "amsgrad", "centered");

    private final Desk desk;
    private final RegressionModel model;
    private final RegressionFiles files;
    private final RegressionTools tools;
    private final XRayModel xray = new XRayModel();
    private final StackPane stage = new StackPane();
    private final VBox drawer = new VBox();

    /** @param lessons the folder with the bundled experiments */
    public RegressionRoom(Desk desk, Path lessons) {
        this.desk = desk;
        Background background = new Background("regression-room");
        this.model = new RegressionModel(first(lessons), desk.jobs(), desk.device());
        this.files = new RegressionFiles(model, desk, background);
        this.tools = new RegressionTools(model, files, lessons, () -> stage.getScene().getWindow(), this::sendToTrain);
        XRayLayer layer = new XRayLayer(xray);
        FitCard fit = new FitCard(model, desk, background);
        BowlCard bowl = new BowlCard(model, desk, background);
        for (Region card : List.of(fit, bowl)) {
            card.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.fit().isPresent(), model.newsProperty()));
            card.managedProperty().bind(card.visibleProperty());
        }
        HBox above = row(fit, losses(desk, background));
        HBox below = row(new IterationsCard(model, desk, background, layer), bowl);
        VBox all = new VBox(line(), above, below);
        all.getStyleClass().add("regression-stage");
        stage.setId("regression-stage");
        stage.getChildren().setAll(all, layer);
        fillDrawer();
        String sheet = Resources.url("css/pane-playground-regression.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.dress(sheet);
    }

    private static Experiment first(Path lessons) {
        try {
            return ExperimentFile.read(lessons.resolve(RegressionLesson.MENDED.file()));
        } catch (FileException missing) {
            throw new IllegalStateException("A bundled lesson cannot be read: " + missing.getMessage(), missing);
        }
    }

    private static HBox row(Region left, Region right) {
        HBox row = new HBox(left, right);
        row.getStyleClass().add("regression-row");
        for (Region card : List.of(left, right)) {
            card.setPrefSize(100, 100);
            card.setMinSize(0, 0);
            HBox.setHgrow(card, Priority.ALWAYS);
        }
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }

    private VBox losses(Desk with, Background background) {
        ChartView chart = new ChartView(() -> RegressionPictures.losses(model), with.theme().chartColors(), background, with.jobs().ui());
        with.theme().kindProperty().subscribe(_ -> chart.setColors(with.theme().chartColors()));
        chart.setId("regression-losses");
        model.newsProperty().subscribe(_ -> chart.refresh());
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox card = new VBox(chart);
        card.getStyleClass().addAll("card", "regression-chart");
        return card;
    }

    /** What was reached, or what went wrong; before, what the lesson teaches. */
    private Label line() {
        Label text = new Label();
        text.setId("regression-line");
        text.getStyleClass().addAll("hint", "regression-line");
        text.setMaxWidth(Double.MAX_VALUE);
        text.setWrapText(true);
        text.setMinHeight(Label.USE_PREF_SIZE);
        Runnable show = () -> text.setText(model.lineProperty().get().isEmpty() ? model.experiment().about() : model.lineProperty().get());
        model.lineProperty().subscribe(_ -> show.run());
        model.newsProperty().subscribe(_ -> show.run());
        text.visibleProperty().bind(text.textProperty().isNotEmpty());
        text.managedProperty().bind(text.visibleProperty());
        return text;
    }

    private void fillDrawer() {
        drawer.setId("regression-drawer");
        drawer.getStyleClass().addAll("form", "regression-drawer");
        drawer.getChildren().add(title("Curve"));
        for (String key : List.of("degree", "one", "features", "targets")) {
            SettingField field = new SettingField(model.form().form().field(key), FORM);
            field.visibleProperty().bind(Bindings.createBooleanBinding(() -> model.fit().isPresent(), model.newsProperty()));
            field.managedProperty().bind(field.visibleProperty());
            drawer.getChildren().add(field);
        }
        Region hairline = new Region();
        hairline.getStyleClass().add("hairline");
        drawer.getChildren().addAll(hairline, title("Training"), new RecipePicker<>("Optimizer", model.form().optimizer(), OPTIMIZER),
                new SettingField(model.form().form().field("iterations"), FORM), new SettingField(model.form().form().field("zeroGradients"), FORM));
    }

    private static Label title(String text) {
        Label title = new Label(text);
        title.getStyleClass().add("section-title");
        return title;
    }

    private void sendToTrain() {
        desk.sendToTrain(model.dataset(), model.experiment());
    }

    RegressionModel model() {
        return model;
    }

    RegressionFiles files() {
        return files;
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
        return Bindings.createStringBinding(() -> "%s · %s · rate %s".formatted(model.experiment().name(), model.dataset().title(),
                Digits.shortest(model.experiment().rate())), model.newsProperty());
    }

    @Override
    public List<Node> tools() {
        return tools.nodes();
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Close the X-ray", "Esc", xray.openProperty(), xray::close),
                Action.of("Start or pause the regression", "Space", always, model::startOrPause),
                Action.of("One iteration", "S", always, model::step),
                Action.of("Back to the same start of the regression", "R", always, model::again),
                Action.of("Stop the regression", "Esc", Bindings.createBooleanBinding(() -> model.stateProperty().get().isGoingOn(), model.stateProperty()), model::stop),
                Action.of("Open an experiment or a table of points", "Shortcut+O", always, tools::open),
                Action.of("Save the regression as an experiment", "Shortcut+S", always, tools::save),
                Action.of("Send the regression to Train", always, this::sendToTrain));
    }

    @Override
    public boolean open(List<Path> dropped) {
        Optional<Path> file = dropped.stream().filter(RegressionFiles::isRegression).findFirst();
        file.ifPresent(files::open);
        return file.isPresent();
    }
}
