package tadpole.app.pane.race;

import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import tadpole.app.chart.ChartView;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.surface.Reading;
import tadpole.engine.surface.UpdateRule;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.training.Weight;

/** An optimizer's rule with the live numbers of one weight. */
final class WeightTab extends VBox {

    private final WeightModel model;
    private final ChartView chart;
    private final ComboBox<Lanes.Lane> runs = new ComboBox<>();
    private final ComboBox<Parameter> parameters = new ComboBox<>();
    private final TextField index = new TextField();
    private final Label head = new Label();
    private final Label formula = new Label();
    private final GridPane lines = new GridPane();
    private final Label verdict = new Label();
    private final RuleLinks links;
    private boolean showing;

    /** @param layer where a click on a number opens its arithmetic */
    WeightTab(WeightModel model, Desk desk, Executor background, XRayLayer layer) {
        this.model = model;
        this.links = new RuleLinks(layer, lines, model::explainer);
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("weight-chart");
        chart.setMinHeight(0);
        getStyleClass().add("weight-tab");
        setId("weight-tab");
        UseDigits empty = new UseDigits("weight", "Here one weight tells each step of its optimizer in numbers: the engine's own, batch by batch.", desk);
        VBox.setVgrow(chart, Priority.ALWAYS);
        VBox step = new VBox(heading(), lines, verdict, chart);
        step.getStyleClass().add("weight-step");
        lines.getStyleClass().add("weight-lines");
        ColumnConstraints numbers = new ColumnConstraints();
        numbers.setHgrow(Priority.ALWAYS);
        lines.getColumnConstraints().setAll(new ColumnConstraints(), new ColumnConstraints(), numbers, new ColumnConstraints());
        lines.setId("weight-lines");
        verdict.setId("weight-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        StackPane stage = new StackPane(step, empty);
        VBox.setVgrow(stage, Priority.ALWAYS);
        getChildren().setAll(controls(), stage);
        model.readingProperty().subscribe(_ -> show());
        model.weightProperty().subscribe(_ -> show());
        model.choicesProperty().subscribe(_ -> show());
        model.pickedProperty().subscribe(_ -> show());
        model.parametersProperty().subscribe(_ -> show());
        model.readingProperty().subscribe(now -> {
            empty.setVisible(now.isEmpty());
            step.setVisible(now.isPresent());
        });
        sceneProperty().subscribe(now -> {
            if (now == null) {
                model.pause();
                model.xray().close();
            } else {
                model.refresh();
            }
        });
    }

    private HBox controls() {
        runs.setId("weight-run");
        runs.setOnAction(_ -> {
            if (!showing) {
                model.pick(Optional.ofNullable(runs.getValue()));
            }
        });
        parameters.setId("weight-parameter");
        parameters.setConverter(new Names());
        parameters.setOnAction(_ -> {
            if (!showing && parameters.getValue() != null) {
                model.watch(parameters.getValue());
            }
        });
        index.setId("weight-index");
        index.getStyleClass().addAll("mono", "weight-index");
        index.setOnAction(_ -> {
            if (!model.enter(index.getText())) {
                show();
            }
        });
        index.setTooltip(new Tooltip("The place among the parameter's numbers, row by row, from 0. Enter looks at it."));
        Button back = small("weight-back", "‹", "The number before", -1);
        Button on = small("weight-on", "›", "The number after", 1);
        Button next = button("weight-next", "Next step", "One batch: forward, backward, update.");
        next.setOnAction(_ -> model.next());
        next.disableProperty().bind(model.startable().not());
        Button play = button("weight-play", "Play", "Batch after batch, as fast as one can look.");
        play.setOnAction(_ -> model.playOrPause());
        play.disableProperty().bind(model.startable().not());
        play.getStyleClass().add("weight-play");
        model.playingProperty().subscribe(now -> play.setText(now ? "Pause" : "Play"));
        Button restart = button("weight-restart", "Back to the start", "Before the first step, with the same seed.");
        restart.setOnAction(_ -> model.restart());
        Label line = new Label();
        line.setId("weight-line");
        line.getStyleClass().add("muted");
        line.setMinWidth(0);
        Runnable say = () -> line.setText(model.lacking().getValue().isEmpty() ? model.lineProperty().get() : model.lacking().getValue());
        model.lineProperty().subscribe(_ -> say.run());
        model.lacking().subscribe(_ -> say.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox which = new HBox(parameters, back, index, on);
        which.getStyleClass().add("weight-controls");
        model.parametersProperty().subscribe(now -> which.setVisible(!now.isEmpty()));
        HBox first = new HBox(runs, which, gap, next, play, restart);
        first.getStyleClass().add("weight-controls");
        VBox both = new VBox(6, first, line);
        HBox all = new HBox(both);
        HBox.setHgrow(both, Priority.ALWAYS);
        return all;
    }

    private HBox heading() {
        head.setId("weight-head");
        head.getStyleClass().add("section-title");
        head.setMinWidth(USE_PREF_SIZE);
        formula.getStyleClass().add("muted");
        formula.setMinWidth(0);
        formula.setWrapText(true);
        formula.setMinHeight(USE_PREF_SIZE);
        HBox heading = new HBox(12, head, formula);
        return heading;
    }

    private static Button button(String id, String text, String help) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("tool-button");
        button.setTooltip(new Tooltip(help));
        return button;
    }

    private Button small(String id, String text, String spoken, int by) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("rule-step");
        button.setAccessibleText(spoken);
        button.setOnAction(_ -> model.go(by));
        return button;
    }

    private void show() {
        showing = true;
        if (!runs.getItems().equals(model.choicesProperty().get())) {
            runs.getItems().setAll(model.choicesProperty().get());
        }
        runs.setValue(model.pickedProperty().get().orElse(null));
        if (!parameters.getItems().equals(model.parametersProperty().get())) {
            parameters.getItems().setAll(model.parametersProperty().get());
        }
        parameters.setValue(model.parameter().orElse(null));
        index.setText(model.weightProperty().get().map(Weight::index).map(Object::toString).orElse(""));
        showing = false;
        model.readingProperty().get().ifPresent(this::show);
        chart.refresh();
    }

    private void show(Reading now) {
        UpdateRule rule = UpdateRule.of(now);
        head.setText("%s, step %d, rate %s".formatted(model.name(), now.step(), UpdateRule.four(now.rate())));
        formula.setText(rule.formula());
        verdict.setText(model.verdict());
        lines.getChildren().clear();
        for (int i = 0; i < rule.lines().size(); i++) {
            UpdateRule.Line line = rule.lines().get(i);
            boolean given = line.symbols().isEmpty();
            cell(line.name(), 0, i);
            cell(given ? "gradient of this batch" : "← " + line.symbols(), 1, i).getStyleClass().add(given ? "muted" : "mono");
            cell(given ? "" : "= " + line.numbers(), 2, i);
            HBox value = new HBox(cell("= "), links.link(i, line.value()));
            value.getStyleClass().add("weight-value");
            lines.add(value, 3, i);
        }
        cell("change", 0, rule.lines().size());
        cell("%s → %s".formatted(UpdateRule.four(now.before()), UpdateRule.four(now.after())), 2, rule.lines().size());
        cell("= " + UpdateRule.four(now.change()), 3, rule.lines().size()).setTooltip(new Tooltip(Float.toString(now.change())));
        links.light();
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private Label cell(String text, int column, int row) {
        Label label = cell(text);
        label.setMinWidth(column == 2 ? 0 : USE_PREF_SIZE);
        if (column == 3) {
            label.getStyleClass().add("weight-value");
        }
        lines.add(label, column, row);
        return label;
    }

    private static final class Names extends StringConverter<Parameter> {
        @Override
        public String toString(Parameter parameter) {
            return parameter == null ? "" : parameter.name();
        }

        @Override
        public Parameter fromString(String text) {
            throw new UnsupportedOperationException("Parameters are picked, not typed.");
        }
    }
}
