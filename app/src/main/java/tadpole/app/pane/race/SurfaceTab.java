package tadpole.app.pane.race;

import java.util.concurrent.Executor;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.Digits;
import tadpole.app.chart.SurfacePicture;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.surface.Surface;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surfaces;
import tadpole.engine.surface.UpdateRule;

/** The same optimizers on a landscape that one can see: a click places the start, the steps tell their numbers. */
final class SurfaceTab extends HBox {

    private final SurfaceModel model;
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final Label about = new Label();
    private final Label formula = new Label();
    private final HBox legend = new HBox();
    private final Label head = new Label();
    private final VBox rule = new VBox();
    private final RuleLinks links;

    /** @param layer where a click on a number opens its arithmetic */
    SurfaceTab(RacePaneModel race, Desk desk, Executor background, XRayLayer layer) {
        this.model = race.surface();
        this.links = new RuleLinks(layer, rule, model::explainer);
        this.chart = new ChartView(model::picture, desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        getStyleClass().add("surface-tab");
        chart.setId("surface-chart");
        StackPane picture = new StackPane(chart, glass);
        picture.setMinWidth(0);
        Rectangle clip = new Rectangle();
        clip.setArcWidth(12);
        clip.setArcHeight(12);
        clip.widthProperty().bind(picture.widthProperty());
        clip.heightProperty().bind(picture.heightProperty());
        picture.setClip(clip);
        HBox.setHgrow(picture, Priority.ALWAYS);
        glass();
        getChildren().setAll(picture, words());
        model.pathsProperty().subscribe(_ -> show());
        model.pickedProperty().subscribe(_ -> show());
        model.stepProperty().subscribe(_ -> show());
        sceneProperty().subscribe(_ -> model.xray().close());
    }

    private void glass() {
        glass.setId("surface-glass");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("The surface. Click to place the start; right click a mark to see its step; left and right go from step to step.");
        glass.setOnMousePressed(press -> {
            glass.requestFocus();
            if (press.getButton() == MouseButton.PRIMARY) {
                place(press.getX(), press.getY());
            } else {
                Place at = SurfacePicture.place(model.surfaceProperty().get(), press.getX(), press.getY(), glass.getWidth(), glass.getHeight());
                model.pickNear(at.x(), at.y(), 0.05);
            }
            press.consume();
        });
        glass.setOnMouseDragged(drag -> {
            if (drag.isPrimaryButtonDown()) {
                place(drag.getX(), drag.getY());
            }
        });
        glass.setOnKeyPressed(key -> {
            if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
                go(key.getCode() == KeyCode.LEFT ? -1 : 1);
                key.consume();
            }
        });
    }

    private void place(double x, double y) {
        model.startProperty().set(SurfacePicture.place(model.surfaceProperty().get(),
                Math.clamp(x, 0, glass.getWidth()), Math.clamp(y, 0, glass.getHeight()), glass.getWidth(), glass.getHeight()));
    }

    private void go(int steps) {
        model.stepProperty().set(Math.clamp(model.shownStep() + steps, 1, SurfaceModel.STEPS));
    }

    private VBox words() {
        ToggleGroup group = new ToggleGroup();
        FlowPane row = new FlowPane();
        row.getStyleClass().add("surface-choice");
        for (Surface each : Surfaces.ALL) {
            ToggleButton button = toggle(group, "surface-" + each.key(), each.label());
            button.setSelected(each == model.surfaceProperty().get());
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.surfaceProperty().set(each);
            });
            row.getChildren().add(button);
        }
        formula.getStyleClass().add("mono");
        formula.setId("surface-formula");
        formula.setWrapText(true);
        about.getStyleClass().add("muted");
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        legend.getStyleClass().add("surface-legend");
        head.getStyleClass().add("section-title");
        head.setId("rule-head");
        Button back = step("rule-back", "‹", -1);
        Button on = step("rule-on", "›", 1);
        HBox steps = new HBox(6, head, back, on);
        steps.getStyleClass().add("rule-steps");
        rule.setId("rule");
        rule.setMinHeight(USE_PREF_SIZE);
        steps.visibleProperty().bind(head.textProperty().isNotEmpty());
        VBox words = new VBox(row, formula, about, legend, steps, rule);
        words.getStyleClass().add("surface-words");
        return words;
    }

    private Button step(String id, String text, int by) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("rule-step");
        button.setAccessibleText(by < 0 ? "The step before" : "The next step");
        button.setOnAction(_ -> go(by));
        return button;
    }

    private static ToggleButton toggle(ToggleGroup group, String id, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setToggleGroup(group);
        button.getStyleClass().add("surface-button");
        return button;
    }

    private void show() {
        chart.refresh();
        Surface surface = model.surfaceProperty().get();
        formula.setText(surface.formula());
        about.setText(surface.about());
        legend.getChildren().clear();
        head.setText("");
        rule.getChildren().clear();
        for (SurfacePicture.Path path : model.pathsProperty().get()) {
            legend.getChildren().add(chip(path));
        }
        model.pickedPath().ifPresent(path -> head.setText("%s, step %d, %s, rate %s".formatted(path.label(), model.shownStep(),
                model.along() == 0 ? "x" : "y", Digits.two(path.walk().optimizer().settings().decimal("rate")))));
        model.rule().ifPresent(this::show);
    }

    private void show(UpdateRule now) {
        for (int i = 0; i < now.lines().size(); i++) {
            UpdateRule.Line line = now.lines().get(i);
            Label words = new Label(line.symbols().isEmpty() ? line.name() + " = " : "%s ← %s = ".formatted(line.name(), line.symbols()));
            words.getStyleClass().add("mono");
            words.setMinWidth(0);
            rule.getChildren().add(new HBox(words, links.link(i, line.value())));
        }
        links.light();
    }

    /** A click on it looks at that optimizer's steps. */
    private Button chip(SurfacePicture.Path path) {
        Button chip = new Button("", new RunnerMark(path.contestant()));
        chip.getStyleClass().add("surface-chip");
        chip.setTooltip(new Tooltip(path.label()));
        chip.setAccessibleText("Steps of " + path.label());
        chip.setId("chip-" + path.contestant());
        chip.setOnAction(_ -> model.pickedProperty().set(path.contestant()));
        return chip;
    }
}
