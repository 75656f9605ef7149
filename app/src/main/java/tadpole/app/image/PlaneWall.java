package tadpole.app.image;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import tadpole.engine.tensor.Tensor;

/** All channels of a picture side by side, each as small as it must be for all to be seen; a click or the arrow keys choose one. */
public final class PlaneWall extends Region {

    private static final int GAP = 4;
    private static final int SMALLEST = 28;
    private static final int LARGEST = 180;
    /** Numbers that a mean looks at in each direction, at most about twice as many. */
    private static final int LOOKED_AT = 3;
    private static final double FRAME = 2;

    private final Function<String, Color> tokens;
    private final ImageView view = new ImageView();
    private final Rectangle frame = new Rectangle();
    private final IntegerProperty chosen = new SimpleIntegerProperty(0);
    private final ReadOnlyObjectWrapper<OptionalInt> hovered = new ReadOnlyObjectWrapper<>(OptionalInt.empty());
    private Optional<Tensor> values = Optional.empty();
    private Toning toning = Toning.magnitude(1);
    private PixelField field = new PixelField(1, 1);
    private double room;

    /** @param tokens the theme's colors by their names */
    public PlaneWall(Function<String, Color> tokens) {
        this.tokens = tokens;
        getStyleClass().add("plane-wall");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        view.setManaged(false);
        view.setSmooth(false);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        frame.setFill(Color.TRANSPARENT);
        frame.setStrokeWidth(FRAME);
        getChildren().setAll(view, frame);
        chosen.addListener(_ -> requestLayout());
        setOnMousePressed(event -> {
            requestFocus();
            at(event).ifPresent(chosen::set);
        });
        setOnMouseMoved(event -> hovered.set(at(event)));
        setOnMouseExited(_ -> hovered.set(OptionalInt.empty()));
        setOnKeyPressed(this::move);
    }

    /** @param shown [channels, height, width] @param toning one for all */
    public void show(Tensor shown, Toning with) {
        values = Optional.of(shown);
        toning = with;
        chosen.set(Math.min(chosen.get(), shown.shape().at(0) - 1));
        repaint();
    }

    /** Only to be looked at: no channel is chosen. */
    public void setStill() {
        frame.setVisible(false);
        setFocusTraversable(false);
        setMouseTransparent(true);
    }

    /** So high may it be without a scroll bar; smaller planes are drawn before it becomes higher. */
    public void setRoom(double height) {
        if (height != room) {
            room = height;
            requestLayout();
        }
    }

    /** How high all of them are in that width. */
    public double heightAt(double width) {
        return computePrefHeight(width);
    }

    public IntegerProperty chosenProperty() {
        return chosen;
    }

    /** The channel under the mouse. */
    public ReadOnlyObjectProperty<OptionalInt> hoveredProperty() {
        return hovered.getReadOnlyProperty();
    }

    /** Colors that changed with the theme, or other numbers. */
    public void repaint() {
        field = new PixelField(1, 1);
        requestLayout();
    }

    private OptionalInt at(MouseEvent event) {
        return values.flatMap(now -> {
            Grid grid = grid(now, getWidth());
            int column = (int) (event.getX() / (grid.width + GAP));
            int channel = (int) (event.getY() / (grid.height + GAP)) * grid.columns + column;
            return column < grid.columns && channel < now.shape().at(0) ? Optional.of(channel) : Optional.empty();
        }).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private void move(KeyEvent event) {
        values.ifPresent(now -> {
            int step = switch (event.getCode()) {
                case LEFT -> -1;
                case RIGHT -> 1;
                case UP -> -grid(now, getWidth()).columns;
                case DOWN -> grid(now, getWidth()).columns;
                default -> 0;
            };
            int next = chosen.get() + step;
            if (step != 0) {
                event.consume();
                if (next >= 0 && next < now.shape().at(0)) {
                    chosen.set(next);
                }
            }
        });
    }

    private record Grid(int columns, int rows, int width, int height) {}

    private Grid grid(Tensor of, double width) {
        double aspect = (double) of.shape().at(1) / of.shape().at(2);
        for (int side = LARGEST; side > SMALLEST; side--) {
            Grid grid = grid(of, width, side, aspect);
            if (grid.rows * (grid.height + GAP) - GAP <= room) {
                return grid;
            }
        }
        return grid(of, width, SMALLEST, aspect);
    }

    private static Grid grid(Tensor of, double width, int side, double aspect) {
        int wide = Math.max(1, (int) Math.round(aspect > 1 ? side / aspect : side));
        int high = Math.max(1, (int) Math.round(aspect > 1 ? side : side * aspect));
        int columns = Math.max(1, (int) ((width + GAP) / (wide + GAP)));
        return new Grid(columns, Math.ceilDiv(of.shape().at(0), columns), wide, high);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return values.map(now -> {
            Grid grid = grid(now, width < 0 ? getWidth() : width);
            return (double) grid.rows * (grid.height + GAP) - GAP;
        }).orElse(0.0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        if (values.isEmpty() || getWidth() < 1) {
            return;
        }
        Tensor now = values.get();
        Grid grid = grid(now, getWidth());
        int width = grid.columns * (grid.width + GAP) - GAP;
        int height = grid.rows * (grid.height + GAP) - GAP;
        if (!field.fits(width, height)) {
            field = new PixelField(width, height);
            view.setImage(field.image());
            paint(now, grid);
        }
        frame.setX(chosen.get() % grid.columns * (grid.width + GAP));
        frame.setY(chosen.get() / grid.columns * (grid.height + GAP));
        frame.setWidth(grid.width);
        frame.setHeight(grid.height);
        frame.setStroke(tokens.apply("accent"));
    }

    private void paint(Tensor now, Grid grid) {
        Shades shades = Shades.of(toning, tokens);
        for (int channel = 0; channel < now.shape().at(0); channel++) {
            int left = channel % grid.columns * (grid.width + GAP);
            int top = channel / grid.columns * (grid.height + GAP);
            for (int y = 0; y < grid.height; y++) {
                for (int x = 0; x < grid.width; x++) {
                    field.colors()[(top + y) * field.width() + left + x] = shades.of(mean(now, channel, y, x, grid));
                }
            }
        }
        field.show();
    }

    private static float mean(Tensor of, int channel, int y, int x, Grid grid) {
        int rows = of.shape().at(1);
        int columns = of.shape().at(2);
        int fromY = y * rows / grid.height;
        int toY = Math.max(fromY + 1, (y + 1) * rows / grid.height);
        int fromX = x * columns / grid.width;
        int toX = Math.max(fromX + 1, (x + 1) * columns / grid.width);
        int stepY = Math.max(1, (toY - fromY) / LOOKED_AT);
        int stepX = Math.max(1, (toX - fromX) / LOOKED_AT);
        float sum = 0;
        int count = 0;
        for (int row = fromY; row < toY; row += stepY) {
            for (int column = fromX; column < toX; column += stepX) {
                sum += of.data()[(channel * rows + row) * columns + column];
                count++;
            }
        }
        return sum / count;
    }
}
