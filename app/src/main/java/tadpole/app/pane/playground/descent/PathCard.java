package tadpole.app.pane.playground.descent;

import java.util.concurrent.Executor;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.XyPicture;
import tadpole.app.shell.Desk;
import tadpole.app.xray.XRayLayer;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.CurveExplainer;
import tadpole.engine.surface.UpdateRule;

/** The curve with its path; under it the shown step in numbers, each of which opens its arithmetic. */
final class PathCard extends VBox {

    private static final double REACH = 14;

    private final DescentModel model;
    private final XRayLayer xray;
    private final ChartView chart;
    private final Pane glass = new Pane();
    private final Label verdict = new Label();
    private final FlowPane numbers = new FlowPane();

    PathCard(DescentModel model, Desk desk, Executor background, XRayLayer xray) {
        this.model = model;
        this.xray = xray;
        this.chart = new ChartView(() -> DescentPictures.path(model.shown()), desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("descent-chart");
        getStyleClass().addAll("card", "descent-path");
        setMinWidth(0);
        glass.setId("descent-glass");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("The curve. Drag to place the start; click a ball to look at its step; left and right go from step to step.");
        glass.setOnMousePressed(this::pressed);
        glass.setOnMouseDragged(drag -> model.start(x(drag)));
        glass.setOnKeyPressed(this::key);
        StackPane picture = new StackPane(chart, glass);
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        verdict.setId("descent-verdict");
        verdict.getStyleClass().add("section-title");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        numbers.getStyleClass().add("descent-numbers");
        numbers.setMinHeight(USE_PREF_SIZE);
        getChildren().setAll(picture, verdict, numbers);
        model.shownProperty().subscribe(_ -> show());
    }

    private double x(MouseEvent at) {
        return XyPicture.x(DescentPictures.axes(model.shown().curve(), false), at.getX(), glass.getWidth());
    }

    /** On a ball it picks its step, elsewhere it places the start. */
    private void pressed(MouseEvent press) {
        glass.requestFocus();
        XyPicture.Axes axes = DescentPictures.axes(model.shown().curve(), false);
        double reachX = REACH * (axes.right() - axes.left()) / glass.getWidth();
        double reachY = REACH * (axes.top() - axes.bottom()) / glass.getHeight();
        int before = model.shown().step();
        if (press.isStillSincePress() && isNearBall(axes, press, reachX, reachY)) {
            model.pickNear(x(press), XyPicture.y(axes, press.getY(), glass.getHeight()), reachX, reachY);
        } else {
            model.start(x(press));
        }
        if (before != model.shown().step()) {
            model.playingProperty().set(false);
        }
        press.consume();
    }

    private boolean isNearBall(XyPicture.Axes axes, MouseEvent press, double reachX, double reachY) {
        double x = x(press);
        double y = XyPicture.y(axes, press.getY(), glass.getHeight());
        return model.shown().walk().marks().stream().skip(1)
                .anyMatch(mark -> Math.hypot((mark.x() - x) / reachX, (mark.here().value() - y) / reachY) < 1);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
            model.go(model.shown().step() + (key.getCode() == KeyCode.LEFT ? -1 : 1));
            key.consume();
        }
    }

    private void show() {
        chart.refresh();
        DescentModel.Shown shown = model.shown();
        verdict.setText("Rate %s %s.".formatted(UpdateRule.four(shown.walk().rate()), shown.verdict().sentence()));
        int step = shown.step();
        numbers.getChildren().setAll(step("descent-back", "‹", "The step before", -1), step("descent-on", "›", "The next step", 1));
        if (step == 0) {
            add("step 0 of %d: x = ".formatted(shown.last()), CurveExplainer.x(0), shown.mark().x(), "descent-x");
        } else {
            double before = shown.walk().marks().get(step - 1).x();
            double slope = shown.walk().marks().get(step - 1).here().slope();
            boolean plain = shown.walk().optimizer().type().equals("sgd");
            add("step %d of %d: x ← ".formatted(step, shown.last()), CurveExplainer.x(step - 1), before, "descent-before");
            if (plain) {
                add("- %s · ".formatted(UpdateRule.four(shown.walk().rate())), CurveExplainer.slope(step - 1), slope, "descent-slope");
            } else {
                numbers.getChildren().add(new Label("%+.4g by the rule of %s".formatted(shown.mark().x() - before, model.optimizer().recipe().label())));
            }
            add("= ", CurveExplainer.x(step), shown.mark().x(), "descent-x");
        }
        add("   slope ", CurveExplainer.slope(step), shown.mark().here().slope(), "descent-slope-now");
        add("   loss ", CurveExplainer.loss(step), shown.mark().here().value(), "descent-loss");
    }

    private void add(String words, Address address, double value, String id) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        Button number = new Button(value < 0 && words.endsWith("· ") ? "(" + UpdateRule.four(value) + ")" : UpdateRule.four(value));
        number.setId(id);
        number.getStyleClass().addAll("mono", "open-number");
        number.setTooltip(new Tooltip(Double.toString(value)));
        number.setOnAction(_ -> xray.open(address, number));
        HBox together = new HBox(4, label, number);
        together.setAlignment(Pos.CENTER_LEFT);
        numbers.getChildren().add(together);
    }

    private Button step(String id, String text, String spoken, int by) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("step-button");
        button.setAccessibleText(spoken);
        button.setOnAction(_ -> model.go(model.shown().step() + by));
        return button;
    }
}
