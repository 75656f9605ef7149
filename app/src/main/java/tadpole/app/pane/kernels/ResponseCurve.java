package tadpole.app.pane.kernels;

import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import tadpole.engine.convolution.FrequencyResponse;

/** How strongly a kernel lets waves through, from 0 to 0.5 cycles per pixel: along x solid, along y dashed. */
final class ResponseCurve extends Region {

    private static final int POINTS = 65;
    private static final double EDGE = 2;

    private final Line base = new Line();
    private final Polyline across = new Polyline();
    private final Polyline down = new Polyline();
    private double[] alongX = new double[POINTS];
    private double[] alongY = new double[POINTS];

    ResponseCurve() {
        getStyleClass().add("response-curve");
        base.getStyleClass().add("response-base");
        across.getStyleClass().add("response-x");
        down.getStyleClass().add("response-y");
        getChildren().setAll(base, down, across);
    }

    void show(FrequencyResponse response) {
        alongX = response.alongX(POINTS);
        alongY = response.alongY(POINTS);
        requestLayout();
    }

    double most() {
        double most = 0;
        for (int i = 0; i < POINTS; i++) {
            most = Math.max(most, Math.max(alongX[i], alongY[i]));
        }
        return most;
    }

    @Override
    protected void layoutChildren() {
        base.setEndX(getWidth());
        base.setStartY(getHeight() - EDGE);
        base.setEndY(getHeight() - EDGE);
        place(across, alongX);
        place(down, alongY);
    }

    private void place(Polyline line, double[] values) {
        double most = Math.max(1e-9, most());
        Double[] points = new Double[2 * POINTS];
        for (int i = 0; i < POINTS; i++) {
            points[2 * i] = getWidth() * i / (POINTS - 1);
            points[2 * i + 1] = getHeight() - EDGE - (getHeight() - 2 * EDGE) * values[i] / most;
        }
        line.getPoints().setAll(points);
    }
}
