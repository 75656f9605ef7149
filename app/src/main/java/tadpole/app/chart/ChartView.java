package tadpole.app.chart;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows a chart. It is drawn beside the JavaFX thread, at most ten times a second, however often one asks; while
 * one picture is shown the next is drawn.
 */
public final class ChartView extends Region {

    private static final double PREFERRED_WIDTH = 600;
    private static final double PREFERRED_HEIGHT = 320;
    /** Of the type that the chart is drawn for, in pixels. */
    private static final double STANDARD_TYPE = 13;

    private final Executor background;
    private final Executor ui;
    private final ImageView view = new ImageView();
    private final Label trouble = new Label();
    /** Shows nothing; its font says how large the window's type is. */
    private final Label type = new Label();
    private final Pace pace = new Pace(this::draw);
    private Consumer<List<Plot>> whenDrawn = _ -> { };
    private Supplier<? extends Drawing> source;
    private ChartColors colors;
    private ChartFonts fonts;
    private ChartFrame front = new ChartFrame(1, 1);
    private ChartFrame back = new ChartFrame(1, 1);
    private boolean drawing;
    private boolean outdated;
    private boolean laidOut;

    /**
     * @param start      asked on the JavaFX thread before it is drawn
     * @param background where it is drawn
     */
    public ChartView(Supplier<? extends Drawing> start, ChartColors colors, Executor background, Executor ui) {
        this.source = start;
        this.colors = colors;
        this.background = background;
        this.ui = ui;
        getStyleClass().add("chart-view");
        trouble.getStyleClass().add("muted");
        trouble.setWrapText(true);
        view.setManaged(false);
        type.setManaged(false);
        type.setMouseTransparent(true);
        getChildren().setAll(view, trouble, type);
        type.fontProperty().subscribe(_ -> refresh());
        clip();
        sceneProperty().subscribe(_ -> {
            laidOut = false;
            requestLayout();
        });
    }

    /** Until it is drawn anew after a resize, the old picture must not lie over its neighbors. */
    private void clip() {
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
    }

    public void show(Supplier<? extends Drawing> drawn) {
        source = drawn;
        refresh();
    }

    public void setColors(ChartColors wanted) {
        colors = wanted;
        refresh();
    }

    /** @param told the plots of each picture as it is shown, on the JavaFX thread; in units of the drawing, see {@link #zoom} */
    void setWhenDrawn(Consumer<List<Plot>> told) {
        whenDrawn = told;
    }

    /** Draws anew, soon. */
    public void refresh() {
        pace.ask();
    }

    /** Whether it shows all that was asked for, at its size of now. */
    public boolean isUpToDate() {
        boolean seen = getScene() != null && getWidth() >= 1 && getHeight() >= 1;
        return !pace.isAsked() && !drawing && !outdated && (!seen || front.fits(pixels(getWidth()), pixels(getHeight())));
    }

    @Override
    protected void layoutChildren() {
        trouble.resizeRelocate(16, 16, Math.max(0, getWidth() - 32), 64);
        if (!laidOut || !front.fits(pixels(getWidth()), pixels(getHeight()))) {
            laidOut = true;
            refresh();
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    private void draw() {
        if (getScene() == null || !laidOut || getWidth() < 1 || getHeight() < 1) {
            return;
        }
        if (drawing) {
            outdated = true;
            return;
        }
        drawing = true;
        outdated = false;
        int width = pixels(getWidth());
        int height = pixels(getHeight());
        if (!back.fits(width, height)) {
            back = new ChartFrame(width, height);
        }
        ChartFrame target = back;
        Drawing now = source.get();
        ChartColors inColors = colors;
        double scale = scale();
        double zoom = scale * zoom();
        background.execute(() -> draw(target, now, inColors, scale, zoom));
    }

    private void draw(ChartFrame target, Drawing now, ChartColors inColors, double scale, double zoom) {
        try {
            if (fonts == null) {
                fonts = ChartFonts.load();
            }
            ChartPicture.draw(target.drawn(), now, inColors, fonts, zoom);
            List<Plot> plots = now instanceof Explorable chart
                    ? chart.plots(fonts, target.drawn().getWidth() / zoom, target.drawn().getHeight() / zoom) : List.of();
            ui.execute(() -> drawn(target, scale, plots));
        } catch (ChartException | RuntimeException failed) {
            ui.execute(() -> notDrawn(failed));
        }
    }

    private void notDrawn(Exception failed) {
        drawing = false;
        trouble.setText(failed instanceof ChartException ? failed.getMessage() : "The chart could not be drawn: " + failed);
    }

    private void drawn(ChartFrame target, double scale, List<Plot> plots) {
        back = front;
        front = target;
        drawing = false;
        view.setImage(target.shown());
        view.setFitWidth(target.drawn().getWidth() / scale);
        view.setFitHeight(target.drawn().getHeight() / scale);
        whenDrawn.accept(plots);
        if (outdated) {
            refresh();
        }
    }

    /** How many pixels of the window one unit of the drawing takes: 1 at the standard type size. */
    public double zoom() {
        return type.getFont().getSize() / STANDARD_TYPE;
    }

    private int pixels(double length) {
        return Math.max(1, (int) Math.round(length * scale()));
    }

    private double scale() {
        return getScene() == null || getScene().getWindow() == null ? 1 : getScene().getWindow().getOutputScaleX();
    }
}
