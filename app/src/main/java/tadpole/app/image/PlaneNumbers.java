package tadpole.app.image;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The numbers in the cells that are seen, where the longest of them has room. */
final class PlaneNumbers extends Canvas {

    private static final String FAMILY = "JetBrains Mono";
    /** Advance of one digit of the family, in ems. */
    private static final double DIGIT = 0.6;
    private static final double SMALLEST_FONT = 9;
    private static final double LARGEST_FONT = 13;
    private static final double AIR = 4;
    /** No number is shorter than a digit and fits a smaller cell. */
    private static final double SMALLEST_CELL = 20;
    private static final double BRIGHT = 116;

    private String[] texts = new String[0];

    PlaneNumbers() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** @param scale pixels of the screen that one unit takes */
    void show(PlaneGeometry geometry, PlanePainter painter, double scale) {
        double cell = geometry.cell() / scale;
        int digits = cell < SMALLEST_CELL ? 0 : fitting(geometry, painter, cell);
        setVisible(digits > 0);
        if (digits == 0) {
            setWidth(0);
            setHeight(0);
            return;
        }
        setWidth(geometry.width() / scale);
        setHeight(geometry.height() / scale);
        draw(geometry, painter, scale);
    }

    /** How many significant digits fit the cells, 0 for none; the texts are made on the way. */
    private int fitting(PlaneGeometry geometry, PlanePainter painter, double cell) {
        int most = (int) ((cell - AIR) / (DIGIT * SMALLEST_FONT));
        for (int digits = CellText.READ; digits >= CellText.FEWEST; digits--) {
            if (write(geometry, painter, digits) <= most) {
                return digits;
            }
        }
        return 0;
    }

    private static int firstRow(PlaneGeometry geometry) {
        return geometry.rowAt(geometry.seenTop());
    }

    private static int firstColumn(PlaneGeometry geometry) {
        return geometry.columnAt(geometry.seenLeft());
    }

    private static int rows(PlaneGeometry geometry) {
        return geometry.rowAt(geometry.seenTop() + geometry.seenHeight() - 1) - firstRow(geometry) + 1;
    }

    private static int columns(PlaneGeometry geometry) {
        return geometry.columnAt(geometry.seenLeft() + geometry.seenWidth() - 1) - firstColumn(geometry) + 1;
    }

    /** @return the length of the longest text */
    private int write(PlaneGeometry geometry, PlanePainter painter, int digits) {
        int rows = rows(geometry);
        int columns = columns(geometry);
        if (texts.length != rows * columns) {
            texts = new String[rows * columns];
        }
        int longest = 0;
        for (int i = 0; i < texts.length; i++) {
            texts[i] = CellText.of(painter.number(firstRow(geometry) + i / columns, firstColumn(geometry) + i % columns), digits);
            longest = Math.max(longest, texts[i].length());
        }
        return longest;
    }

    private void draw(PlaneGeometry geometry, PlanePainter painter, double scale) {
        GraphicsContext g = getGraphicsContext2D();
        g.clearRect(0, 0, getWidth(), getHeight());
        int longest = 1;
        for (String text : texts) {
            longest = Math.max(longest, text.length());
        }
        double cell = geometry.cell() / scale;
        double size = Math.clamp((cell - AIR) / (longest * DIGIT), SMALLEST_FONT, LARGEST_FONT);
        g.setFont(Font.font(FAMILY, Math.floor(size * 2) / 2));
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        int columns = columns(geometry);
        for (int i = 0; i < texts.length; i++) {
            int row = firstRow(geometry) + i / columns;
            int column = firstColumn(geometry) + i % columns;
            g.setFill(Shades.luma(painter.color(row, column)) > BRIGHT ? Color.gray(0.05) : Color.WHITE);
            g.fillText(texts[i], geometry.xOf(column) / scale + cell / 2, geometry.yOf(row) / scale + cell / 2);
        }
    }
}
