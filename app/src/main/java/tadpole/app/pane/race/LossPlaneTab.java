package tadpole.app.pane.race;

import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.LossPlanePicture;
import tadpole.app.form.FormLayout;
import tadpole.app.form.SettingField;
import tadpole.app.shell.Desk;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.training.LossMap;

/** The loss of the network itself on the plane that training's way lies on. */
final class LossPlaneTab extends HBox {

    private static final FormLayout FIELDS = FormLayout.PLAIN.named("plane");

    private final LossPlaneModel model;
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final FlowPane paths = new FlowPane();
    private final Label facts = muted("");

    LossPlaneTab(LossPlaneModel model, Desk desk, Executor background) {
        this.model = model;
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("plane-chart");
        getStyleClass().add("surface-tab");
        setId("plane-tab");
        UseDigits empty = new UseDigits("plane",
                "Here lies the loss of the whole network along the way that training took: train, find its two main directions, look around.", desk);
        StackPane picture = new StackPane(chart, glass, empty);
        picture.setMinWidth(0);
        HBox.setHgrow(picture, Priority.ALWAYS);
        glass();
        getChildren().setAll(picture, words());
        model.choicesProperty().subscribe(_ -> showPaths());
        model.pickedProperty().subscribe(_ -> showPaths());
        model.newsProperty().subscribe(_ -> {
            chart.refresh();
            empty.setVisible(model.mapProperty().get().isEmpty());
            facts.setText(model.facts());
        });
        model.form().settingsProperty().subscribe(_ -> facts.setText(model.facts()));
        model.lacking().subscribe(_ -> facts.setText(model.facts()));
        sceneProperty().subscribe(_ -> model.refresh());
    }

    private void glass() {
        glass.setId("plane-glass");
        glass.setOnMouseMoved(move -> model.mapProperty().get().ifPresent(map -> read(map, move.getX(), move.getY())));
        glass.setOnMouseExited(_ -> model.readNothing());
    }

    private void read(LossMap map, double x, double y) {
        double zoom = chart.zoom();
        Place at = LossPlanePicture.place(map, x / zoom, y / zoom, glass.getWidth() / zoom, glass.getHeight() / zoom);
        Place reach = LossPlanePicture.reach(map, 7, glass.getWidth() / zoom, glass.getHeight() / zoom);
        model.read(at.x(), at.y(), reach.x(), reach.y());
    }

    private VBox words() {
        Label title = new Label("Whose way");
        title.getStyleClass().add("section-title");
        paths.getStyleClass().add("surface-choice");
        Button compute = new Button();
        compute.setId("plane-compute");
        compute.getStyleClass().addAll("tool-button", "plane-button");
        compute.setOnAction(_ -> model.computeOrPause());
        compute.disableProperty().bind(model.startable().not());
        compute.setTooltip(new Tooltip("Trains the runs anew from their seed, then evaluates the loss point by point."));
        Button stop = new Button("Stop");
        stop.setId("plane-stop");
        stop.getStyleClass().add("tool-button");
        stop.setOnAction(_ -> model.stop());
        stop.setTooltip(new Tooltip("Ends it at once; the points that there are stay."));
        model.stateProperty().subscribe(now -> {
            stop.setDisable(!now.isGoingOn());
            compute.setText(switch (now) {
                case READY, FAILED -> "Compute the plane";
                case RUNNING -> "Pause";
                case PAUSED -> "Go on";
                case ENDED -> "Compute again";
            });
        });
        Label line = new Label();
        line.setId("plane-line");
        line.getStyleClass().add("plane-line");
        line.setWrapText(true);
        Runnable say = () -> line.setText(
                model.lacking().getValue().isEmpty() || model.state().isGoingOn() ? model.lineProperty().get() : model.lacking().getValue());
        model.lineProperty().subscribe(_ -> say.run());
        model.lacking().subscribe(_ -> say.run());
        Label reading = new Label();
        reading.setId("plane-reading");
        reading.getStyleClass().add("mono");
        reading.setWrapText(true);
        reading.setMinHeight(USE_PREF_SIZE);
        reading.textProperty().bind(model.readingProperty());
        VBox words = new VBox(title, paths);
        words.getStyleClass().add("surface-words");
        VBox fields = new VBox();
        fields.getStyleClass().addAll("form", "plane-form");
        for (String key : new String[] {"images", "fineness", "moments"}) {
            fields.getChildren().add(new SettingField(model.form().field(key), FIELDS));
        }
        words.getChildren().addAll(fields, new HBox(8, compute, stop), line, facts, reading);
        return words;
    }

    private void showPaths() {
        paths.getChildren().clear();
        for (int i = 0; i < model.choicesProperty().get().size(); i++) {
            Lanes.Lane lane = model.choicesProperty().get().get(i);
            ToggleButton button = new ToggleButton(lane.run().label());
            button.setId("plane-run-" + i);
            button.getStyleClass().add("surface-button");
            button.setSelected(model.pickedProperty().get().contains(lane));
            button.setTooltip(new Tooltip("Up to %d ways on one plane; the directions are those of all of them.".formatted(LossPlaneModel.MOST_PATHS)));
            button.setOnAction(_ -> {
                model.toggle(lane);
                showPaths();
            });
            paths.getChildren().add(button);
        }
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "ranking-note");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
