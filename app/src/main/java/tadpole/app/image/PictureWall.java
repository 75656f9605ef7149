package tadpole.app.image;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.StrokeType;
import tadpole.engine.insight.LayerPictures;
import tadpole.engine.tensor.Shape;

/**
 * As many pictures of a layer as there is room for, in whole multiples, nearest neighbor; only what is larger than the wall is shrunk.
 * The wheel and the arrow keys go on to the others; a click or Enter opens one.
 */
public final class PictureWall extends Region {

    private final Function<String, Color> tokens;
    private final IntConsumer open;
    private final ImageView view = new ImageView();
    private final Rectangle frame = new Rectangle();
    private final ReadOnlyObjectWrapper<OptionalInt> pointed = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private final ReadOnlyIntegerWrapper first = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper seen = new ReadOnlyIntegerWrapper(0);
    private Optional<LayerPictures> pictures = Optional.empty();
    private IntFunction<Toning> tonings = _ -> Toning.signed(1);
    private WallGrid grid = WallGrid.NOTHING;
    private PixelField field = new PixelField(1, 1);

    /**
     * @param tokens the theme's colors by their names
     * @param open   told which picture was clicked
     */
    public PictureWall(Function<String, Color> tokens, IntConsumer open) {
        this.tokens = tokens;
        this.open = open;
        getStyleClass().add("picture-wall");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        view.setManaged(false);
        view.setSmooth(false);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setFill(Color.TRANSPARENT);
        frame.setStrokeType(StrokeType.OUTSIDE);
        frame.setStrokeWidth(2);
        getChildren().setAll(view, frame);
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(at(event)));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> point(OptionalInt.empty()));
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            at(event).ifPresent(open);
        });
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    }

    /** @param with how each of them is colored */
    public void show(LayerPictures shown, IntFunction<Toning> with) {
        boolean same = pictures.filter(old -> old.layer().equals(shown.layer()) && old.count() == shown.count()).isPresent();
        pictures = Optional.of(shown);
        tonings = with;
        if (!same) {
            first.set(0);
            point(OptionalInt.empty());
        }
        repaint();
    }

    public void clear() {
        pictures = Optional.empty();
        repaint();
    }

    /** The first one that is seen, from 0. */
    public ReadOnlyIntegerProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /** How many are seen. */
    public ReadOnlyIntegerProperty seenProperty() {
        return seen.getReadOnlyProperty();
    }

    /** The one under the mouse, or that the arrow keys went to. */
    public ReadOnlyObjectProperty<OptionalInt> pointedProperty() {
        return pointed.getReadOnlyProperty();
    }

    /** Other numbers or colors. */
    public void repaint() {
        requestLayout();
    }

    private void point(OptionalInt at) {
        pointed.set(at);
        placeFrame();
    }

    private OptionalInt at(MouseEvent event) {
        int place = grid.at(event.getX(), event.getY());
        int picture = first.get() + place;
        return place < 0 || picture >= count() ? OptionalInt.empty() : OptionalInt.of(picture);
    }

    private int count() {
        return pictures.map(LayerPictures::count).orElse(0);
    }

    private void scroll(ScrollEvent event) {
        if (seen.get() < count() && event.getDeltaY() != 0) {
            goTo(first.get() + (event.getDeltaY() < 0 ? grid.columns() : -grid.columns()));
            event.consume();
        }
    }

    private void goTo(int wanted) {
        int rows = Math.ceilDiv(count(), Math.max(1, grid.columns()));
        int last = Math.max(0, rows - grid.rows()) * grid.columns();
        first.set(Math.clamp(wanted, 0, last));
        repaint();
    }

    private void press(KeyEvent event) {
        int step = switch (event.getCode()) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -grid.columns();
            case DOWN -> grid.columns();
            case PAGE_UP -> -grid.columns() * grid.rows();
            case PAGE_DOWN -> grid.columns() * grid.rows();
            default -> 0;
        };
        if (step != 0 && count() > 0) {
            int next = Math.clamp(pointed.get().orElse(first.get() - step) + step, 0, count() - 1);
            if (next < first.get() || next >= first.get() + seen.get()) {
                goTo(first.get() + Math.ceilDiv(Math.abs(step), grid.columns()) * grid.columns() * Integer.signum(step));
            }
            point(OptionalInt.of(next));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && pointed.get().isPresent()) {
            open.accept(pointed.get().getAsInt());
            event.consume();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        view.setVisible(pictures.isPresent() && getWidth() >= 1 && getHeight() >= 1);
        if (!view.isVisible()) {
            seen.set(0);
            frame.setVisible(false);
            return;
        }
        LayerPictures now = pictures.get();
        grid = WallGrid.of(now, (int) getWidth(), (int) getHeight());
        if (first.get() % grid.columns() != 0) {
            first.set(first.get() / grid.columns() * grid.columns());
        }
        int width = grid.width();
        int height = grid.height();
        if (!field.fits(width, height)) {
            field = new PixelField(width, height);
            view.setImage(field.image());
        } else {
            Arrays.fill(field.colors(), 0);
        }
        seen.set(Math.min(grid.columns() * grid.rows(), now.count() - first.get()));
        for (int i = 0; i < seen.get(); i++) {
            paint(now, first.get() + i, i);
        }
        field.show();
        placeFrame();
    }

    private void placeFrame() {
        int place = pointed.get().orElse(-1) - first.get();
        frame.setVisible(pointed.get().isPresent() && place >= 0 && place < seen.get() && !pictures.filter(LayerPictures::isMatrix).isPresent());
        frame.setX(grid.left(place));
        frame.setY(grid.top(place));
        frame.setWidth(grid.wide());
        frame.setHeight(grid.high());
        frame.setStroke(tokens.apply("accent"));
    }

    private void paint(LayerPictures now, int picture, int place) {
        Shades shades = Shades.of(tonings.apply(picture), tokens);
        edge(place, 0xFF000000 | Shades.rgb(tokens.apply("border")));
        Shape shape = now.picture();
        float[] data = now.values().data();
        int from = picture * shape.size();
        int area = shape.at(1) * shape.at(2);
        for (int y = 0; y < grid.high(); y++) {
            int start = (grid.top(place) + y) * field.width() + grid.left(place);
            for (int x = 0; x < grid.wide(); x++) {
                int color = shades.isColored()
                        ? shades.of(mean(data, from, shape, y, x), mean(data, from + area, shape, y, x), mean(data, from + 2 * area, shape, y, x))
                        : shades.of(mean(data, from, shape, y, x));
                field.colors()[start + x] = color;
            }
        }
    }

    /** A hairline around it: without one nobody sees where numbers near zero end. */
    private void edge(int place, int color) {
        int left = grid.left(place) - 1;
        int top = grid.top(place) - 1;
        for (int x = left; x <= left + grid.wide() + 1; x++) {
            dot(x, top, color);
            dot(x, top + grid.high() + 1, color);
        }
        for (int y = top; y <= top + grid.high() + 1; y++) {
            dot(left, y, color);
            dot(left + grid.wide() + 1, y, color);
        }
    }

    private void dot(int x, int y, int color) {
        if (x >= 0 && y >= 0 && x < field.width() && y < field.height()) {
            field.colors()[y * field.width() + x] = color;
        }
    }

    /** One number where it is enlarged; where it is shrunk the mean of those that fall on a pixel. */
    private float mean(float[] data, int from, Shape shape, int y, int x) {
        int rows = shape.at(1);
        int columns = shape.at(2);
        int fromY = (int) ((long) y * rows / grid.high());
        int toY = Math.max(fromY + 1, (int) ((y + 1L) * rows / grid.high()));
        int fromX = (int) ((long) x * columns / grid.wide());
        int toX = Math.max(fromX + 1, (int) ((x + 1L) * columns / grid.wide()));
        float sum = 0;
        for (int row = fromY; row < toY; row++) {
            for (int column = fromX; column < toX; column++) {
                sum += data[from + row * columns + column];
            }
        }
        return sum / ((toY - fromY) * (toX - fromX));
    }
}
