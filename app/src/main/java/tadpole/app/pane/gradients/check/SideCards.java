package tadpole.app.pane.gradients.check;

import java.util.concurrent.Executor;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.DifferencePicture;
import tadpole.app.chart.Digits;
import tadpole.app.shell.Desk;

/** At the right of the heat map: the error against the step h with the step as a line to drag, and analytic over numeric. */
final class SideCards extends VBox {

    private static final double KEY_FACTOR = Math.pow(10, 0.25);

    private final CheckModel model;
    private final ChartView curve;
    private final ChartView agreement;
    private final Pane glass = new Pane();
    private final Line line = new Line();
    private final Label flag = new Label();

    SideCards(CheckModel model, Desk desk, Executor background) {
        this.model = model;
        getStyleClass().add("side-cards");
        curve = new ChartView(this::drawn, desk.theme().chartColors(), background, desk.jobs().ui());
        curve.setId("check-curve");
        agreement = new ChartView(() -> model.readings().agreement(model.soFar(), model.layerProperty().get()), desk.theme().chartColors(), background, desk.jobs().ui());
        agreement.setId("check-agreement");
        desk.theme().kindProperty().subscribe(_ -> {
            curve.setColors(desk.theme().chartColors());
            agreement.setColors(desk.theme().chartColors());
        });
        glass();
        StackPane above = new StackPane(curve, glass);
        above.getStyleClass().addAll("card", "chart-card");
        above.setMinHeight(0);
        StackPane below = new StackPane(agreement);
        below.getStyleClass().addAll("card", "chart-card");
        below.setMinHeight(0);
        VBox figures = figures();
        above.getChildren().add(figures);
        model.hunt().stateProperty().subscribe(now -> {
            boolean searching = now.phase() != Hunt.Phase.OFF;
            figures.setVisible(searching);
            curve.setVisible(!searching);
            glass.setVisible(!searching);
        });
        VBox.setVgrow(above, Priority.ALWAYS);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().setAll(above, below);
        model.newsProperty().subscribe(_ -> {
            curve.refresh();
            agreement.refresh();
            place();
        });
        model.form().check().settingsProperty().subscribe(_ -> place());
    }

    /** While one searches they tell more than the step does. */
    private VBox figures() {
        Label title = new Label("Before one trains");
        title.getStyleClass().add("section-title");
        VBox figures = new VBox(title, new SanityList(model, "hunt-sanity"));
        figures.getStyleClass().add("hunt-figures");
        return figures;
    }

    private DifferencePicture drawn() {
        return new DifferencePicture(model.readings().lines(), Double.NaN);
    }

    private void glass() {
        glass.setId("curve-glass");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("Step h; arrow keys move it.");
        line.getStyleClass().add("step-line");
        flag.getStyleClass().add("step-flag");
        flag.setId("step-flag");
        glass.getChildren().setAll(line, flag);
        glass.getChildren().forEach(each -> each.setMouseTransparent(true));
        glass.widthProperty().subscribe(_ -> place());
        glass.heightProperty().subscribe(_ -> place());
        glass.setOnMousePressed(press -> {
            glass.requestFocus();
            choose(DifferencePicture.h(press.getX() / curve.zoom(), curve.getWidth() / curve.zoom()));
            press.consume();
        });
        glass.setOnMouseDragged(drag -> choose(DifferencePicture.h(drag.getX() / curve.zoom(), curve.getWidth() / curve.zoom())));
        glass.addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            double factor = key.getCode() == KeyCode.LEFT ? 1 / KEY_FACTOR : key.getCode() == KeyCode.RIGHT ? KEY_FACTOR : 1;
            if (factor != 1) {
                choose(h() * factor);
                key.consume();
            }
        });
    }

    private double h() {
        return model.form().check().settings().decimal("h");
    }

    private void choose(double h) {
        model.form().check().field("h").take(Double.parseDouble(Digits.two(Math.clamp(h, DifferencePicture.FROM, DifferencePicture.TO))));
    }

    /** The chart is drawn larger with larger type. */
    private void place() {
        double zoom = curve.zoom();
        double x = zoom * DifferencePicture.x(h(), curve.getWidth() / zoom);
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(DifferencePicture.top() * zoom);
        line.setEndY(Math.max(line.getStartY(), curve.getHeight() - DifferencePicture.bottom() * zoom));
        flag.setText(Digits.two(h()));
        flag.autosize();
        double right = x + 4;
        flag.relocate(right + flag.getWidth() > glass.getWidth() ? x - 4 - flag.getWidth() : right, DifferencePicture.top() * zoom);
    }
}
