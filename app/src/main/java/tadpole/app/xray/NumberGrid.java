package tadpole.app.xray;

import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Tooltip;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Numbers as colored cells, as large as there is room for; hovering shows all digits, a click or Enter opens the X-ray, and the cells of
 * the open number's sources are ringed. Arrow keys move among the cells.
 */
public final class NumberGrid extends Region {

    private static final int LEAST_FOR_LINES = 8;
    private static final int LEAST_FOR_NUMBERS = 42;
    private static final int STANDARD_MOST = 48;
    private static final String FAMILY = "JetBrains Mono";

    private final XRayLayer xray;
    private final Canvas canvas = new Canvas();
    private final Ink ink = new Ink(this::requestLayout);
    private final Tooltip tip = new Tooltip();
    private final IntegerProperty mostPixels = new SimpleIntegerProperty(STANDARD_MOST);
    private Optional<Cells> cells = Optional.empty();
    private Blocks blocks = new Blocks(1, 1, 1, 1);
    private int cursor;

    public NumberGrid(XRayLayer xray) {
        this.xray = xray;
        getStyleClass().add("number-grid");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        getChildren().setAll(canvas, ink.swatches());
        xray.model().litProperty().addListener(_ -> requestLayout());
        mostPixels.addListener(_ -> requestLayout());
        focusedProperty().addListener(_ -> requestLayout());
        tip.setShowDelay(javafx.util.Duration.millis(200));
        Tooltip.install(canvas, tip);
        canvas.addEventHandler(MouseEvent.MOUSE_MOVED, this::hover);
        canvas.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /** The largest side of a cell. */
    public IntegerProperty mostPixelsProperty() {
        return mostPixels;
    }

    public void show(Cells shown) {
        cells = Optional.of(shown);
        cursor = Math.min(cursor, shown.values().length - 1);
        setAccessibleText("%s, %d × %d numbers".formatted(shown.name(), shown.rows(), shown.columns()));
        requestLayout();
    }

    public void clear() {
        cells = Optional.empty();
        requestLayout();
    }

    /** The rectangle of a number's cell in the scene; of the whole grid where nothing is shown. */
    public Bounds boundsOf(int index) {
        return cells.map(shown -> localToScene(new BoundingBox(
                        canvas.getLayoutX() + blocks.column(shown, index) * (double) blocks.pixels(),
                        canvas.getLayoutY() + blocks.row(shown, index) * (double) blocks.pixels(), blocks.pixels(), blocks.pixels())))
                .orElseGet(() -> localToScene(getLayoutBounds()));
    }

    private int at(Cells shown, MouseEvent event) {
        int row = Math.clamp((int) (event.getY() / blocks.pixels()), 0, blocks.rows() - 1);
        int column = Math.clamp((int) (event.getX() / blocks.pixels()), 0, blocks.columns() - 1);
        return blocks.strongest(shown, row, column);
    }

    private void hover(MouseEvent event) {
        cells.ifPresent(shown -> {
            String strongest = blocks.block() > 1 ? "\nThe strongest of %d × %d numbers.".formatted(blocks.block(), blocks.block()) : "";
            String said = shown.said(at(shown, event));
            tip.setText(said.isEmpty() ? shown.name() : said + strongest);
        });
    }

    private void click(MouseEvent event) {
        requestFocus();
        cells.ifPresent(shown -> {
            cursor = at(shown, event);
            openAtCursor(shown);
        });
    }

    private void pressed(KeyEvent key) {
        cells.ifPresent(shown -> {
            if (key.isAltDown() || key.isShortcutDown()) {
                return;
            }
            int step = blocks.block();
            switch (key.getCode()) {
                case LEFT -> move(shown, 0, -step);
                case RIGHT -> move(shown, 0, step);
                case UP -> move(shown, -step, 0);
                case DOWN -> move(shown, step, 0);
                case ENTER -> openAtCursor(shown);
                default -> {
                    return;
                }
            }
            key.consume();
        });
    }

    private void move(Cells shown, int down, int right) {
        int row = Math.clamp(cursor / shown.columns() + down, 0, shown.rows() - 1);
        int column = Math.clamp(cursor % shown.columns() + right, 0, shown.columns() - 1);
        cursor = row * shown.columns() + column;
        setAccessibleText(shown.said(cursor));
        requestLayout();
    }

    private void openAtCursor(Cells shown) {
        int opened = cursor;
        shown.address().apply(opened).ifPresent(address -> xray.open(address, () -> boundsOf(opened)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return cells.map(shown -> (double) shown.columns() * Math.min(mostPixels.get(), STANDARD_MOST)).orElse(0.0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return cells.map(shown -> (double) shown.rows() * Math.min(mostPixels.get(), STANDARD_MOST)).orElse(0.0);
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
        canvas.setVisible(cells.isPresent());
        cells.ifPresent(this::draw);
    }

    private void draw(Cells shown) {
        blocks = Blocks.fitting(shown, getWidth(), getHeight(), mostPixels.get());
        canvas.setWidth(blocks.width());
        canvas.setHeight(blocks.height());
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, blocks.width(), blocks.height());
        g.setImageSmoothing(false);
        g.drawImage(picture(shown), 0, 0, blocks.width(), blocks.height());
        if (blocks.pixels() >= LEAST_FOR_LINES) {
            lines(g, shown);
        }
        if (blocks.pixels() >= LEAST_FOR_NUMBERS) {
            numbers(g, shown);
        }
        Lit lit = xray.model().litProperty().get();
        if (!lit.marks().isEmpty()) {
            rings(g, shown, lit);
        }
        if (isFocused()) {
            ring(g, shown, cursor, ink.text(), 1.5);
        }
    }

    private WritableImage picture(Cells shown) {
        int[] colors = new int[blocks.rows() * blocks.columns()];
        for (int row = 0; row < blocks.rows(); row++) {
            for (int column = 0; column < blocks.columns(); column++) {
                int at = blocks.block() == 1 ? row * shown.columns() + column : blocks.strongest(shown, row, column);
                colors[row * blocks.columns() + column] = shown.isGap(at) ? 0 : argb(shown.tone().color(shown.values()[at], ink));
            }
        }
        WritableImage image = new WritableImage(blocks.columns(), blocks.rows());
        image.getPixelWriter().setPixels(
                0, 0, blocks.columns(), blocks.rows(), PixelFormat.getIntArgbInstance(), colors, 0, blocks.columns());
        return image;
    }

    private static int argb(Color color) {
        return 0xFF000000 | level(color.getRed()) << 16 | level(color.getGreen()) << 8 | level(color.getBlue());
    }

    private static int level(double share) {
        return (int) Math.round(255 * share);
    }

    private void lines(GraphicsContext g, Cells shown) {
        g.setStroke(ink.muted().deriveColor(0, 1, 1, 0.25));
        g.setLineWidth(1);
        double side = blocks.pixels();
        for (int i = 0; i < shown.values().length; i++) {
            if (!shown.isGap(i)) {
                g.strokeRect(i % shown.columns() * side + 0.5, i / shown.columns() * side + 0.5, side - (atRight(shown, i) ? 1 : 0),
                        side - (atBottom(shown, i) ? 1 : 0));
            }
        }
    }

    private static boolean atRight(Cells shown, int index) {
        return index % shown.columns() == shown.columns() - 1;
    }

    private static boolean atBottom(Cells shown, int index) {
        return index / shown.columns() == shown.rows() - 1;
    }

    private void numbers(GraphicsContext g, Cells shown) {
        g.setFont(Font.font(FAMILY, Math.clamp(blocks.pixels() / 6.0, 11, 18)));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < shown.values().length; i++) {
            if (shown.isGap(i)) {
                continue;
            }
            Color under = shown.tone().color(shown.values()[i], ink);
            g.setFill(luma(under) > 0.5 ? Color.gray(0.05) : Color.WHITE);
            g.fillText(NumberText.of(shown.values()[i], 3), (i % shown.columns() + 0.5) * blocks.pixels(),
                    (i / shown.columns() + 0.5) * blocks.pixels(), blocks.pixels() - 4);
        }
    }

    /** Perceived brightness, 0..1, by the weights of ITU-R BT.601. */
    private static double luma(Color color) {
        return 0.299 * color.getRed() + 0.587 * color.getGreen() + 0.114 * color.getBlue();
    }

    /** Around regions of one mark rather than each cell: a layer's thousand inputs stay readable. The explained number comes last. */
    private void rings(GraphicsContext g, Cells shown, Lit lit) {
        Mark[] marks = new Mark[shown.values().length];
        int self = -1;
        for (int i = 0; i < marks.length; i++) {
            marks[i] = shown.address().apply(i).flatMap(lit::at).orElse(null);
            self = marks[i] == Mark.SELF ? i : self;
        }
        for (boolean halo : new boolean[] {true, false}) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] != null && marks[i] != Mark.SELF) {
                    outline(g, shown, marks, i, halo);
                }
            }
        }
        if (self >= 0) {
            ring(g, shown, self, ink.surface(), 4.5);
            ring(g, shown, self, ink.of(Mark.SELF), 2.5);
        }
    }

    /** The sides of a cell beyond which another mark begins; under the line a wider one that parts it from the cells' colors. */
    private void outline(GraphicsContext g, Cells shown, Mark[] marks, int index, boolean halo) {
        if (blocks.block() > 1) {
            return;
        }
        double side = blocks.pixels();
        double left = index % shown.columns() * side;
        double top = index / shown.columns() * side;
        g.setStroke(halo ? ink.surface() : ink.of(marks[index]));
        g.setLineWidth(halo ? Math.min(4, side) : Math.min(2, Math.max(1, side / 2)));
        double in = 1;
        if (index % shown.columns() == 0 || marks[index - 1] != marks[index]) {
            g.strokeLine(left + in, top, left + in, top + side);
        }
        if (atRight(shown, index) || marks[index + 1] != marks[index]) {
            g.strokeLine(left + side - in, top, left + side - in, top + side);
        }
        if (index < shown.columns() || marks[index - shown.columns()] != marks[index]) {
            g.strokeLine(left, top + in, left + side, top + in);
        }
        if (atBottom(shown, index) || marks[index + shown.columns()] != marks[index]) {
            g.strokeLine(left, top + side - in, left + side, top + side - in);
        }
    }

    private void ring(GraphicsContext g, Cells shown, int index, Color color, double wide) {
        double side = Math.max(blocks.pixels(), 4);
        double x = Math.clamp(blocks.column(shown, index) * (double) blocks.pixels(), 0, Math.max(0, blocks.width() - side));
        double y = Math.clamp(blocks.row(shown, index) * (double) blocks.pixels(), 0, Math.max(0, blocks.height() - side));
        double line = Math.min(wide, side / 3);
        g.setStroke(color);
        g.setLineWidth(line);
        g.strokeRect(x + line / 2, y + line / 2, side - line, side - line);
    }
}
