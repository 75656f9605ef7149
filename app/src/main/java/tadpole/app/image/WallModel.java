package tadpole.app.image;

import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tadpole.engine.dataset.Split;

/** What a wall of images shows: which images, how large, how far it is scrolled, and which one is picked. */
public final class WallModel {

    public static final int MOST_ZOOM = 8;
    private static final int STANDARD_ZOOM = 2;
    private static final int FEW_ZOOM = 4;
    private static final int LARGE_SIDE = 64;

    /** The images of a wall: a part of a data set, and those of it that are looked at. */
    public record Content(Split split, ImageIndex index) {}

    private final ReadOnlyObjectWrapper<Optional<Content>> content = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<OptionalInt> picked = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyIntegerWrapper zoom = new ReadOnlyIntegerWrapper(STANDARD_ZOOM);
    private final ReadOnlyDoubleWrapper offset = new ReadOnlyDoubleWrapper();
    private WallLayout layout = new WallLayout(0, 0, 0, 1, 1);
    private int width;
    private int height;

    /** Shows other images from their first one on, which is picked. */
    public void show(Split split, ImageIndex index) {
        content.set(Optional.of(new Content(split, index)));
        layOut();
        offset.set(0);
        picked.set(index.size() == 0 ? OptionalInt.empty() : OptionalInt.of(0));
    }

    public ReadOnlyObjectProperty<Optional<Content>> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /** The picked place, not the image's number. */
    public ReadOnlyObjectProperty<OptionalInt> pickedProperty() {
        return picked.getReadOnlyProperty();
    }

    /** How many pixels of the screen one pixel of an image takes, each way. */
    public ReadOnlyIntegerProperty zoomProperty() {
        return zoom.getReadOnlyProperty();
    }

    /** How many pixels are scrolled away above. */
    public ReadOnlyDoubleProperty offsetProperty() {
        return offset.getReadOnlyProperty();
    }

    public void pick(int place) {
        if (place < 0 || place >= layout.count()) {
            return;
        }
        picked.set(OptionalInt.of(place));
        offset.set(layout.reveal(place, offset.get()));
    }

    /** Picks the image that many places on, or the first or last where there are not so many. */
    public void move(int places) {
        if (layout.count() > 0) {
            pick(Math.clamp((long) picked.get().orElse(0) + places, 0, layout.count() - 1));
        }
    }

    public void moveRows(int rows) {
        int place = picked.get().orElse(0) + rows * layout.columns();
        if (place >= 0 && place < layout.count()) {
            pick(place);
        }
    }

    public void movePages(int pages) {
        int row = picked.get().orElse(0) / layout.columns();
        int wanted = Math.clamp((long) row + (long) pages * layout.rowsSeen(), 0, Math.max(0, layout.rows() - 1));
        move((wanted - row) * layout.columns());
    }

    public void first() {
        pick(0);
    }

    public void last() {
        pick(layout.count() - 1);
    }

    public void enlarge() {
        zoomTo(zoom.get() + 1);
    }

    public void reduce() {
        zoomTo(zoom.get() - 1);
    }

    /** Twice the images' own size; large images once, few images as large as all of them can be seen, up to four times. */
    public void zoomToRoom() {
        zoomTo(content.get().map(this::roomyZoom).orElse(STANDARD_ZOOM));
    }

    private int roomyZoom(Content shown) {
        int side = Math.max(shown.split().shape().at(1), shown.split().shape().at(2));
        if (side > LARGE_SIDE) {
            return 1;
        }
        int zoom = FEW_ZOOM;
        while (zoom > STANDARD_ZOOM && layout(shown, zoom).mostOffset() > 0) {
            zoom--;
        }
        return zoom;
    }

    /** Keeps the picked image in sight, or where it is not, the first one that is. */
    public void zoomTo(int wanted) {
        int place = anchor();
        double above = layout.top(place) - offset.get();
        zoom.set(Math.clamp(wanted, 1, MOST_ZOOM));
        layOut();
        offset.set(layout.count() == 0 ? 0 : layout.reveal(place, layout.clamp(layout.top(place) - above)));
    }

    public void scrollTo(double wanted) {
        offset.set(layout.clamp(wanted));
    }

    /** The view tells how much room it has. */
    public void resize(int toWidth, int toHeight) {
        if (toWidth == width && toHeight == height) {
            return;
        }
        int place = anchor();
        width = toWidth;
        height = toHeight;
        layOut();
        offset.set(layout.count() == 0 ? 0 : layout.reveal(place, layout.clamp(offset.get())));
    }

    WallLayout layout() {
        return layout;
    }

    private int anchor() {
        int firstSeen = (int) Math.ceil(offset.get() / layout.cellHeight()) * layout.columns();
        int pick = picked.get().orElse(firstSeen);
        double top = layout.top(pick) - offset.get();
        boolean seen = top + layout.cellHeight() > 0 && top < layout.height();
        return Math.clamp(seen ? pick : firstSeen, 0, Math.max(0, layout.count() - 1));
    }

    private void layOut() {
        layout = content.get().map(shown -> layout(shown, zoom.get())).orElse(new WallLayout(0, width, height, 1, 1));
    }

    private WallLayout layout(Content shown, int zoomed) {
        return new WallLayout(shown.index().size(), width, height,
                shown.split().shape().at(2) * zoomed, shown.split().shape().at(1) * zoomed);
    }
}
