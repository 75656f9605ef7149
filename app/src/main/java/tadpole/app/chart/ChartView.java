package tadpole.app.chart;

import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/**
 * Shows a run's chart. It is drawn beside the JavaFX thread, at most ten times a second, however often one asks; while
 * one picture is shown the next is drawn.
 */
public final class ChartView extends Region {

    private static final Duration PACE = Duration.millis(100);

    private final Executor background;
    private final Executor ui;
    private final ImageView view = new ImageView();
    private final Label trouble = new Label();
    private final PauseTransition pause = new PauseTransition(PACE);
    private RunCurves curves;
    private ChartColors colors = ChartColors.light();
    private ChartFonts fonts;
    private ChartFrame front = new ChartFrame(1, 1);
    private ChartFrame back = new ChartFrame(1, 1);
    private boolean drawing;
    private boolean asked;

    /** @param background where it is drawn */
    public ChartView(RunCurves start, Executor background, Executor ui) {
        this.curves = start;
        this.background = background;
        this.ui = ui;
        trouble.getStyleClass().add("muted");
        trouble.setWrapText(true);
        getChildren().setAll(view, trouble);
        getStyleClass().add("chart-view");
        pause.setOnFinished(_ -> drawIfAsked());
        sceneProperty().subscribe(_ -> refresh());
    }

    public void show(RunCurves run) {
        curves = run;
        refresh();
    }

    public void setColors(ChartColors wanted) {
        colors = wanted;
        refresh();
    }

    /** Draws anew, soon. */
    public void refresh() {
        asked = true;
        if (pause.getStatus() != Animation.Status.RUNNING) {
            drawIfAsked();
        }
    }

    @Override
    protected void layoutChildren() {
        trouble.resizeRelocate(16, 16, Math.max(0, getWidth() - 32), trouble.prefHeight(getWidth() - 32));
        if (front.fits(pixels(getWidth()), pixels(getHeight()))) {
            return;
        }
        refresh();
    }

    private void drawIfAsked() {
        if (!asked || drawing || getScene() == null || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        asked = false;
        drawing = true;
        pause.playFromStart();
        int width = pixels(getWidth());
        int height = pixels(getHeight());
        if (!back.fits(width, height)) {
            back = new ChartFrame(width, height);
        }
        ChartFrame target = back;
        Curves now = curves.now();
        ChartColors inColors = colors;
        double scale = scale();
        background.execute(() -> draw(target, now, inColors, scale));
    }

    private void draw(ChartFrame target, Curves now, ChartColors inColors, double scale) {
        try {
            if (fonts == null) {
                fonts = ChartFonts.load();
            }
            ChartPicture.draw(target.drawn(), now, inColors, fonts, scale);
            ui.execute(() -> drawn(target, scale));
        } catch (ChartException noFonts) {
            ui.execute(() -> trouble.setText(noFonts.getMessage()));
        }
    }

    private void drawn(ChartFrame target, double scale) {
        back = front;
        front = target;
        drawing = false;
        view.setImage(target.shown());
        view.setFitWidth(target.drawn().getWidth() / scale);
        view.setFitHeight(target.drawn().getHeight() / scale);
        if (pause.getStatus() != Animation.Status.RUNNING) {
            drawIfAsked();
        }
    }

    private int pixels(double length) {
        return Math.max(1, (int) Math.round(length * scale()));
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }
}
