package tadpole.app.image;

import javafx.beans.InvalidationListener;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The pixels about the one pointed at, each with its number; the more room, the more rows of them. */
public final class Magnifier extends Region {

    private static final int LEAST_ROWS = 5;
    private static final int MOST_ROWS = 13;
    private static final int COLUMNS = 8;
    private static final double LEAST_CELL_HEIGHT = 30;
    private static final int PREFERRED_CELL_WIDTH = 32;

    private final PixelModel model;
    private final Canvas canvas = new Canvas();
    private final Region outline = new Region();
    private final Region frame = new Region();

    public Magnifier(PixelModel model) {
        this.model = model;
        getStyleClass().add("magnifier");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        outline.getStyleClass().add("magnifier-outline");
        outline.setMouseTransparent(true);
        frame.getStyleClass().add("pixel-frame");
        frame.setMouseTransparent(true);
        getChildren().addAll(canvas, outline, frame);
        InvalidationListener again = _ -> requestLayout();
        model.gridProperty().addListener(again);
        model.scaleProperty().addListener(again);
        model.channelProperty().addListener(again);
        model.focusProperty().addListener(again);
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> model.gridProperty().get().ifPresent(grid -> point(grid, event)));
    }

    private void point(PixelGrid grid, MouseEvent event) {
        PixelCells.Window window = window(grid);
        model.point(
                window.top() + (int) (event.getY() / cellHeight(window)),
                window.left() + (int) Math.floor((event.getX() - left(window)) / cellWidth(window)));
    }

    private PixelCells.Window window(PixelGrid grid) {
        return PixelCells.Window.about(grid, model.focusProperty().get(), rows(), COLUMNS);
    }

    private int rows() {
        return Math.clamp((int) (getHeight() / LEAST_CELL_HEIGHT), LEAST_ROWS, MOST_ROWS);
    }

    private double cellWidth(PixelCells.Window window) {
        return Math.floor(getWidth() / window.columns());
    }

    /** Where the first column begins: what is left over is shared by both sides. */
    private double left(PixelCells.Window window) {
        return Math.floor((getWidth() - window.columns() * cellWidth(window)) / 2);
    }

    private double cellHeight(PixelCells.Window window) {
        return Math.floor(getHeight() / window.rows());
    }

    @Override
    protected double computePrefWidth(double height) {
        return COLUMNS * PREFERRED_CELL_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return LEAST_ROWS * LEAST_CELL_HEIGHT;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMaxHeight(double width) {
        return MOST_ROWS * LEAST_CELL_HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        canvas.setVisible(model.gridProperty().get().isPresent());
        outline.setVisible(canvas.isVisible());
        frame.setVisible(canvas.isVisible());
        model.gridProperty().get().ifPresent(this::layOut);
    }

    private void layOut(PixelGrid grid) {
        PixelCells.Window window = window(grid);
        double cellWidth = cellWidth(window);
        double cellHeight = cellHeight(window);
        canvas.setWidth(window.columns() * cellWidth);
        canvas.setHeight(window.rows() * cellHeight);
        double left = left(window);
        canvas.relocate(left, 0);
        outline.resizeRelocate(left, 0, canvas.getWidth(), canvas.getHeight());
        PixelCells.draw(canvas.getGraphicsContext2D(), model, grid, window, cellWidth, cellHeight);
        PixelModel.Pixel at = model.focusProperty().get();
        frame.resizeRelocate(
                left + (at.x() - window.left()) * cellWidth, (at.y() - window.top()) * cellHeight, cellWidth, cellHeight);
    }
}
