package tadpole.app.pane.text.learn;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.job.Background;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Action;
import tadpole.app.shell.Desk;
import tadpole.app.shell.PaneView;
import tadpole.resources.Resources;

/** The room in which a network learns to write from any text. */
public final class LearnRoom implements PaneView {

    /** Chart and samples share the stage equally, whatever stands in them. */
    private static final double CARD = 200;

    private final LearnModel model;
    private final LearnFiles files;
    private final LearnDrawer drawer;
    private final Runnable write;
    private final StackPane stage = new StackPane();
    private final List<Node> tools;
    private final ToggleGroup below = new ToggleGroup();
    private final ToggleButton samples = toggle("text-learn-show-samples", "Samples");
    private final ToggleButton about = toggle("text-learn-show-text", "The text");

    /** @param write brings the room Write to the front */
    public LearnRoom(TextModel text, Runnable write) {
        this(new LearnModel(text, new TextFiles(), Learners.of(text.desk().device()), new Background("text-learn"), System::nanoTime), write);
    }

    LearnRoom(LearnModel model, Runnable write) {
        this.model = model;
        this.write = write;
        this.files = new LearnFiles(model, () -> stage.getScene().getWindow());
        this.drawer = new LearnDrawer(model, files);
        this.tools = new LearnTools(model, files, this::writeWithIt).nodes();
        VBox all = new VBox(new FiguresCard(model), chart(), lower());
        all.getStyleClass().add("text-learn-stage");
        stage.setId("text-learn-stage");
        stage.getChildren().setAll(all);
        stage.setOnMousePressed(_ -> stage.requestFocus());
        String sheet = Resources.url("css/pane-text-learn.css").toExternalForm();
        stage.getStylesheets().add(sheet);
        drawer.getStylesheets().add(sheet);
        tools.forEach(each -> ((Parent) each).getStylesheets().add(sheet));
        model.stateProperty().subscribe(state -> below.selectToggle(state == WorkState.READY ? about : samples));
        if (model.openedProperty().get().isEmpty()) {
            model.openTales();
        }
    }

    private ToggleButton toggle(String id, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(below);
        button.setOnAction(_ -> button.setSelected(true));
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private Node chart() {
        Desk desk = model.text().desk();
        ChartView chart = new ChartView(() -> LossPictures.losses(model.curves(), model.facts().map(TextFacts::baselines).orElse(List.of()), model.unitProperty().get(), model.level(), model.epochs()),
                desk.theme().chartColors(), new Background("text-losses"), desk.jobs().ui());
        chart.setId("text-learn-chart");
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        model.toldProperty().subscribe(_ -> chart.refresh());
        model.unitProperty().subscribe(_ -> chart.refresh());
        model.study().factsProperty().subscribe(_ -> chart.refresh());
        model.form().settingsProperty().subscribe(_ -> chart.refresh());
        VBox.setVgrow(chart, Priority.ALWAYS);
        HBox units = new HBox();
        units.getStyleClass().add("text-learn-units");
        ToggleGroup group = new ToggleGroup();
        for (LossUnit unit : LossUnit.values()) {
            ToggleButton button = new ToggleButton(unit.label());
            button.setId("text-learn-unit-" + unit.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            model.unitProperty().subscribe(now -> button.setSelected(now == unit));
            button.setOnAction(_ -> {
                model.unitProperty().set(unit);
                button.setSelected(true);
            });
            units.getChildren().add(button);
        }
        units.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane card = new StackPane(chart, units);
        StackPane.setAlignment(units, Pos.TOP_RIGHT);
        card.getStyleClass().addAll("card", "text-learn-chart");
        card.setMinHeight(0);
        card.setPrefHeight(CARD);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private Node lower() {
        SamplesList list = new SamplesList(model);
        TextCard text = new TextCard(model, model.text().desk());
        list.visibleProperty().bind(samples.selectedProperty());
        text.visibleProperty().bind(about.selectedProperty());
        StackPane both = new StackPane(list, text);
        both.setMinHeight(0);
        VBox.setVgrow(both, Priority.ALWAYS);
        Label same = new Label("each row: the same random numbers at several temperatures");
        same.getStyleClass().addAll("muted", "text-learn-small");
        same.visibleProperty().bind(samples.selectedProperty());
        HBox head = new HBox(samples, about, same);
        head.getStyleClass().add("text-learn-head");
        VBox card = new VBox(head, both);
        card.getStyleClass().addAll("card", "text-learn-lower");
        card.setMinHeight(0);
        card.setPrefHeight(CARD);
        VBox.setVgrow(card, Priority.ALWAYS);
        return card;
    }

    private void writeWithIt() {
        if (model.writeWithIt()) {
            write.run();
        }
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
        return Bindings.createStringBinding(() -> model.openedProperty().get().map(OpenedText::title).orElse(""), model.openedProperty());
    }

    @Override
    public List<Node> tools() {
        return tools;
    }

    @Override
    public List<Action> actions() {
        SimpleBooleanProperty always = new SimpleBooleanProperty(true);
        return List.of(
                Action.of("Start the training of the text model, or pause", "Space", always, model::startOrPause),
                Action.of("Stop the training of the text model", "Esc", always, model::stop),
                Action.of("Back to before the training", "R", always, model::forget),
                Action.of("Open a text to learn from", "Shortcut+O", always, files::openText),
                Action.of("Save the text model", "Shortcut+S", always, files::saveModel),
                Action.of("Open the Tadpole tales", always, model::openTales),
                Action.of("Write with the trained network", always, this::writeWithIt));
    }

    @Override
    public boolean open(List<Path> dropped) {
        Path file = dropped.getFirst();
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!Files.isRegularFile(file) || !(name.endsWith(".txt") || name.endsWith(".text") || name.endsWith(".md") || name.endsWith(".tex"))) {
            return false;
        }
        model.open(file);
        return true;
    }
}
