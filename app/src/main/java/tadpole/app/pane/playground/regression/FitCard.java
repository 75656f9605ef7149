package tadpole.app.pane.playground.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tadpole.app.chart.ChartView;
import tadpole.app.chart.XyPicture;
import tadpole.app.shell.Desk;

/** The points and the curve that is fitted to them; a click adds a point, a drag moves one, a right click takes it away. */
final class FitCard extends VBox {

    private static final double REACH = 12;
    private static final int NONE = -1;

    private final RegressionModel model;
    private final Pane glass = new Pane();
    private int held = NONE;
    /** The axes stay while a point is dragged, else it would run away from the pointer. */
    private XyPicture.Axes axes;

    FitCard(RegressionModel model, Desk desk, Executor background) {
        this.model = model;
        this.axes = RegressionPictures.axes(model.points());
        getStyleClass().addAll("card", "regression-chart");
        ChartView chart = new ChartView(() -> RegressionPictures.fit(model), desk.theme().chartColors(), background, desk.jobs().ui());
        desk.theme().kindProperty().subscribe(_ -> chart.setColors(desk.theme().chartColors()));
        chart.setId("regression-fit");
        model.newsProperty().subscribe(_ -> chart.refresh());
        glass.setId("regression-points");
        glass.setFocusTraversable(true);
        glass.setAccessibleText("The points. Click to add one, drag to move one, right click to take one away.");
        glass.setOnMousePressed(this::pressed);
        glass.setOnMouseDragged(this::dragged);
        glass.setOnMouseReleased(_ -> held = NONE);
        StackPane picture = new StackPane(chart, glass);
        picture.setMinSize(0, 0);
        VBox.setVgrow(picture, Priority.ALWAYS);
        getChildren().setAll(picture);
    }

    private double[] place(MouseEvent at) {
        double x = XyPicture.x(axes, at.getX(), glass.getWidth());
        double y = XyPicture.y(axes, at.getY(), glass.getHeight());
        return new double[] {rounded(x, axes.right() - axes.left()), rounded(y, axes.top() - axes.bottom())};
    }

    /** To about a four-hundredth of the axis. */
    private static double rounded(double value, double length) {
        double grain = Math.pow(10, Math.floor(Math.log10(length / 40)));
        return Math.rint(value / grain) * grain;
    }

    private void pressed(MouseEvent press) {
        glass.requestFocus();
        if (model.fit().isEmpty()) {
            return;
        }
        List<double[]> points = new ArrayList<>(model.points());
        axes = RegressionPictures.axes(points);
        int near = near(points, press);
        if (press.getButton() == MouseButton.SECONDARY && near != NONE) {
            points.remove(near);
            model.setPoints(points);
        } else if (press.getButton() == MouseButton.PRIMARY) {
            if (near == NONE) {
                points.add(place(press));
                model.setPoints(points);
                near = points.size() - 1;
            }
            held = near;
        }
        press.consume();
    }

    private int near(List<double[]> points, MouseEvent at) {
        for (int i = 0; i < points.size(); i++) {
            double[] there = XyPicture.place(axes, points.get(i)[0], points.get(i)[1], glass.getWidth(), glass.getHeight());
            if (Math.hypot(there[0] - at.getX(), there[1] - at.getY()) < REACH) {
                return i;
            }
        }
        return NONE;
    }

    private void dragged(MouseEvent drag) {
        List<double[]> points = new ArrayList<>(model.points());
        if (held == NONE || held >= points.size()) {
            return;
        }
        points.set(held, place(drag));
        model.setPoints(points);
    }
}
