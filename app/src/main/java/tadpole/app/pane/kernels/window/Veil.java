package tadpole.app.pane.kernels.window;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tadpole.app.image.PlaneView;

/** Covers those output pixels that the sliding window has not reached. */
final class Veil extends Region {

    private final PlaneView plane;
    private final Region row = cover();
    private final Region below = cover();
    /** The window's place once more, as the veil lies on its frame. */
    private final Region here = cover();
    private int from = Integer.MAX_VALUE;
    private int width = 1;
    private int height = 1;

    Veil(PlaneView plane) {
        this.plane = plane;
        setMouseTransparent(true);
        Rectangle bounds = new Rectangle();
        bounds.widthProperty().bind(widthProperty());
        bounds.heightProperty().bind(heightProperty());
        setClip(bounds);
        here.getStyleClass().setAll("veil-here");
        getChildren().setAll(row, below, here);
        plane.seenProperty().subscribe(this::place);
        plane.scaleTextProperty().subscribe(this::place);
    }

    private static Region cover() {
        Region cover = new Region();
        cover.setManaged(false);
        cover.getStyleClass().add("veil");
        return cover;
    }

    /** @param first place that is covered, counted row by row */
    void show(int first, int rows, int columns) {
        from = first;
        height = rows;
        width = columns;
        place();
    }

    private void place() {
        boolean covers = from < height * width;
        int y = covers ? from / width : height;
        int x = covers ? from % width : 0;
        put(here, (from - 1) / width, (from - 1) % width, covers && from > 0 ? 1 : 0, 1);
        put(row, y, x, covers ? 1 : 0, width - x);
        put(below, y + 1, 0, covers ? height - y - 1 : 0, width);
    }

    private void put(Region cover, int y, int x, int tall, int wide) {
        cover.setVisible(tall > 0 && wide > 0);
        plane.inScene(y, x, Math.max(1, tall), Math.max(1, wide)).map(plane::sceneToLocal).ifPresent(at -> resize(cover, at));
    }

    private static void resize(Region cover, Bounds at) {
        cover.resizeRelocate(at.getMinX(), at.getMinY(), at.getWidth(), at.getHeight());
    }

    @Override
    protected void layoutChildren() {
        place();
    }
}
