package tadpole.app.image;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * One image enlarged in whole multiples, nearest neighbor: as large as there is room, or with cells of a chosen size. Where
 * the cells are large enough, each holds its number.
 */
public final class PixelView extends Region {

    /** As large as there is room for. */
    public static final int FIT = 0;

    private final PixelModel model;
    private final Canvas canvas = new Canvas();
    private final Region frame = new Region();
    private final Region lit = new Region();
    private final IntegerProperty wantedCell = new SimpleIntegerProperty(FIT);
    private final ReadOnlyIntegerWrapper cell = new ReadOnlyIntegerWrapper(1);

    public PixelView(PixelModel model) {
        this.model = model;
        getStyleClass().add("pixel-view");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.getStyleClass().add("pixel-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        lit.getStyleClass().add("pixel-lit");
        lit.setMouseTransparent(true);
        lit.setManaged(false);
        getChildren().addAll(canvas, lit, frame);
        InvalidationListener again = _ -> requestLayout();
        model.gridProperty().addListener(again);
        model.scaleProperty().addListener(again);
        model.channelProperty().addListener(again);
        model.focusProperty().addListener(_ -> model.gridProperty().get().ifPresent(_ -> placeFrame()));
        model.litProperty().addListener(_ -> placeLit());
        wantedCell.addListener(again);
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::point);
    }

    /** Size of a pixel's cell on the screen, or {@link #FIT}. */
    public IntegerProperty wantedCellProperty() {
        return wantedCell;
    }

    /** The present size of a pixel's cell. */
    public ReadOnlyIntegerProperty cellProperty() {
        return cell.getReadOnlyProperty();
    }

    /** The smallest cell at which the numbers are written. */
    public int readableCell() {
        return PixelCells.readableCell(model.digits());
    }

    private void point(MouseEvent event) {
        PixelModel.Pixel at = under(event);
        model.point(at.y(), at.x());
    }

    private PixelModel.Pixel under(MouseEvent event) {
        return new PixelModel.Pixel((int) Math.floor((event.getY() - canvas.getLayoutY()) / cell.get()),
                (int) Math.floor((event.getX() - canvas.getLayoutX()) / cell.get()));
    }

    /** The pixel that was clicked; empty beside the image. */
    public Optional<PixelModel.Pixel> at(MouseEvent event) {
        PixelModel.Pixel at = under(event);
        return model.gridProperty().get()
                .filter(grid -> at.y() >= 0 && at.y() < grid.height() && at.x() >= 0 && at.x() < grid.width()).map(_ -> at);
    }

    /** A pixel's cell in the scene. */
    public Bounds inScene(PixelModel.Pixel at) {
        return localToScene(new BoundingBox(canvas.getLayoutX() + at.x() * cell.get(), canvas.getLayoutY() + at.y() * cell.get(), cell.get(), cell.get()));
    }

    @Override
    protected double computePrefWidth(double height) {
        return model.gridProperty().get().map(grid -> (double) grid.width() * wantedCell.get()).orElse(0.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return model.gridProperty().get().map(grid -> (double) grid.height() * wantedCell.get()).orElse(0.0);
    }

    @Override
    protected void layoutChildren() {
        Optional<PixelGrid> grid = model.gridProperty().get();
        canvas.setVisible(grid.isPresent());
        frame.setVisible(grid.isPresent());
        grid.ifPresent(this::layOut);
    }

    private void layOut(PixelGrid grid) {
        int fitting = (int) Math.max(1, Math.min(getWidth() / grid.width(), getHeight() / grid.height()));
        cell.set(wantedCell.get() == FIT ? fitting : wantedCell.get());
        double width = cell.get() * grid.width();
        double height = cell.get() * grid.height();
        canvas.setWidth(width);
        canvas.setHeight(height);
        canvas.relocate(Math.max(0, snapPositionX((getWidth() - width) / 2)), Math.max(0, snapPositionY((getHeight() - height) / 2)));
        PixelCells.draw(canvas.getGraphicsContext2D(), model, grid, PixelCells.Window.whole(grid), cell.get(), cell.get());
        placeFrame();
    }

    private void placeFrame() {
        place(frame, model.focusProperty().get());
        placeLit();
    }

    private void placeLit() {
        Optional<PixelModel.Pixel> at = model.litProperty().get();
        lit.setVisible(at.isPresent());
        at.ifPresent(now -> place(lit, now));
    }

    private void place(Region over, PixelModel.Pixel at) {
        over.resizeRelocate(
                canvas.getLayoutX() + at.x() * cell.get(), canvas.getLayoutY() + at.y() * cell.get(), cell.get(), cell.get());
    }
}
