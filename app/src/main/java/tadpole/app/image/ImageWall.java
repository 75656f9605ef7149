package tadpole.app.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import tadpole.engine.dataset.Split;

/** A wall of images of any length: only what is seen is drawn, pixel by pixel, whenever it changes. */
public final class ImageWall extends Region {

    private static final double SCROLL_BAR = 12;
    /** Share of the scroll bar that can always be gripped, however long the wall. */
    private static final double LEAST_THUMB = 0.08;
    /** How far the frame of the picked image stands out. */
    private static final double FRAME = 4;
    private static final double WHEEL_SPEED = 2.5;

    private final WallModel model;
    private final Runnable open;
    private final ImageView view = new ImageView();
    private final Region frame = new Region();
    private final ScrollBar bar = new ScrollBar();
    private final Rectangle clip = new Rectangle();
    private final Glide glide;
    private Optional<Thumbnails> thumbnails = Optional.empty();
    private PixelField field = new PixelField(1, 1);

    /** @param open what a double click or Enter on an image does */
    public ImageWall(WallModel model, Runnable open) {
        this.model = model;
        this.open = open;
        this.glide = new Glide(model.offsetProperty()::get, model::scrollTo);
        getStyleClass().add("image-wall");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        view.setSmooth(false);
        frame.getStyleClass().add("image-wall-pick");
        setClip(clip);
        view.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        bar.setOrientation(Orientation.VERTICAL);
        getChildren().addAll(view, frame, bar);
        follow();
        listen();
    }

    private void follow() {
        model.contentProperty().addListener(_ -> {
            glide.end();
            requestLayout();
        });
        model.zoomProperty().addListener(_ -> requestLayout());
        model.pickedProperty().addListener(_ -> requestLayout());
        model.offsetProperty().addListener((_, _, offset) -> {
            bar.setValue(offset.doubleValue());
            requestLayout();
        });
        bar.valueProperty().addListener((_, _, value) -> model.scrollTo(value.doubleValue()));
    }

    private void listen() {
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    private void press(MouseEvent event) {
        requestFocus();
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        glide.end();
        OptionalInt hit = model.layout().hit(event.getX() - left(), event.getY() - snappedTopInset(), seenOffset());
        hit.ifPresent(model::pick);
        if (hit.isPresent() && event.getClickCount() == 2) {
            open.run();
        }
        event.consume();
    }

    private void scroll(ScrollEvent event) {
        if (event.isShortcutDown()) {
            zoomBy(event.getDeltaY());
        } else if (event.isInertia() || event.isDirect()) {
            model.scrollTo(model.offsetProperty().get() - event.getDeltaY());
        } else {
            glide.by(-event.getDeltaY() * WHEEL_SPEED, model.layout().mostOffset());
        }
        event.consume();
    }

    private void zoomBy(double delta) {
        if (delta > 0) {
            model.enlarge();
        } else if (delta < 0) {
            model.reduce();
        }
    }

    private void press(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        glide.end();
        switch (event.getCode()) {
            case LEFT -> model.move(-1);
            case RIGHT -> model.move(1);
            case UP -> model.moveRows(-1);
            case DOWN -> model.moveRows(1);
            case PAGE_UP -> model.movePages(-1);
            case PAGE_DOWN -> model.movePages(1);
            case HOME -> model.first();
            case END -> model.last();
            case ENTER -> open.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        double width = getWidth() - snappedLeftInset() - snappedRightInset() - SCROLL_BAR;
        clip.setX(snappedLeftInset() - FRAME);
        clip.setY(snappedTopInset() - FRAME);
        clip.setWidth(getWidth() - clip.getX());
        clip.setHeight(height + 2 * FRAME);
        model.resize((int) Math.max(0, width), (int) Math.max(0, height));
        placeBar(height);
        placeFrame();
        if (width >= 1 && height >= 1) {
            paint((int) width, (int) height);
        }
        view.relocate(left(), snappedTopInset());
    }

    private void placeBar(double height) {
        WallLayout layout = model.layout();
        bar.setVisible(layout.mostOffset() > 0);
        bar.setMax(Math.max(1, layout.mostOffset()));
        bar.setVisibleAmount(bar.getMax() * Math.max(LEAST_THUMB, (double) layout.height() / Math.max(1, layout.length())));
        bar.setBlockIncrement(layout.rowsSeen() * layout.cellHeight());
        bar.setUnitIncrement(layout.cellHeight());
        bar.resizeRelocate(getWidth() - snappedRightInset() - SCROLL_BAR + 4, snappedTopInset(), SCROLL_BAR - 4, height);
    }

    private void placeFrame() {
        WallLayout layout = model.layout();
        OptionalInt picked = model.pickedProperty().get();
        frame.setVisible(picked.isPresent());
        picked.ifPresent(place -> frame.resizeRelocate(
                left() + layout.left(place),
                snappedTopInset() + layout.top(place) - seenOffset(),
                layout.cellWidth(),
                layout.cellHeight()));
    }

    private void paint(int width, int height) {
        if (!field.fits(width, height)) {
            field = new PixelField(width, height);
            view.setImage(field.image());
        }
        Arrays.fill(field.colors(), 0);
        model.contentProperty().get().ifPresent(this::paint);
        field.show();
    }

    private void paint(WallModel.Content content) {
        WallLayout layout = model.layout();
        if (layout.cellWidth() > field.width()) {
            return;
        }
        Thumbnails drawer = thumbnailsOf(content.split());
        int first = seenOffset() / layout.cellHeight() * layout.columns();
        for (int place = first; place < layout.count(); place++) {
            int top = layout.top(place) - seenOffset();
            if (top >= field.height()) {
                return;
            }
            drawer.paint(content.index().imageAt(place), model.zoomProperty().get(),
                    layout.left(place), top, field.colors(), field.width(), field.height());
        }
    }

    private Thumbnails thumbnailsOf(Split split) {
        if (thumbnails.isEmpty() || thumbnails.get().split() != split) {
            thumbnails = Optional.of(new Thumbnails(split));
        }
        return thumbnails.get();
    }

    private int seenOffset() {
        return (int) Math.round(model.offsetProperty().get());
    }

    private double left() {
        return snappedLeftInset() + model.layout().margin();
    }
}
