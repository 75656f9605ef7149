package tadpole.app.image;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Draws a window of an image as cells of equal size, with the number of each pixel where there is room for it. */
final class PixelCells {

    private static final String FAMILY = "JetBrains Mono";
    /** Advance of one digit of the family, in ems. */
    private static final double DIGIT = 0.6;
    private static final double SMALLEST_FONT = 9;
    private static final double LARGEST_FONT = 12;
    private static final double MARGIN = 2;
    /** How much wider than its number a cell must be. */
    private static final double AIR = 1.1;
    private static final int BRIGHT = 116;

    private PixelCells() {}

    /** The smallest cell, in pixels, that a number of so many digits can be read in. */
    static int readableCell(int digits) {
        return (int) Math.ceil(digits * DIGIT * SMALLEST_FONT * AIR + 1);
    }

    /** Draws rows × columns pixels from (top, left) on. */
    static void draw(GraphicsContext context, PixelModel model, PixelGrid grid, Window window, double cellWidth, double cellHeight) {
        boolean written = cellWidth >= readableCell(model.digits());
        double size = Math.clamp((cellWidth - 2 * MARGIN) / (model.digits() * DIGIT), SMALLEST_FONT, LARGEST_FONT);
        context.setFont(Font.font(FAMILY, Math.floor(size * 2) / 2));
        context.setTextAlign(TextAlignment.CENTER);
        context.setTextBaseline(VPos.CENTER);
        for (int row = 0; row < window.rows(); row++) {
            for (int column = 0; column < window.columns(); column++) {
                int y = window.top() + row;
                int x = window.left() + column;
                int argb = grid.argb(y, x);
                context.setFill(Color.rgb(argb >> 16 & 0xFF, argb >> 8 & 0xFF, argb & 0xFF));
                context.fillRect(column * cellWidth, row * cellHeight, cellWidth, cellHeight);
                if (written) {
                    context.setFill(luma(argb) > BRIGHT ? Color.gray(0.05) : Color.WHITE);
                    context.fillText(model.cell(grid, y, x), (column + 0.5) * cellWidth, (row + 0.5) * cellHeight);
                }
            }
        }
    }

    /** Rows and columns of an image, from (top, left) on. */
    record Window(int top, int left, int rows, int columns) {

        static Window whole(PixelGrid grid) {
            return new Window(0, 0, grid.height(), grid.width());
        }

        /** So many rows and columns about a pixel, moved so that they lie inside the image. */
        static Window about(PixelGrid grid, PixelModel.Pixel pixel, int rows, int columns) {
            int high = Math.min(rows, grid.height());
            int wide = Math.min(columns, grid.width());
            return new Window(
                    Math.clamp(pixel.y() - (high - 1) / 2, 0, grid.height() - high),
                    Math.clamp(pixel.x() - (wide - 1) / 2, 0, grid.width() - wide),
                    high,
                    wide);
        }
    }

    /** Perceived brightness, 0..255, by the weights of ITU-R BT.601. */
    private static double luma(int argb) {
        return 0.299 * (argb >> 16 & 0xFF) + 0.587 * (argb >> 8 & 0xFF) + 0.114 * (argb & 0xFF);
    }
}
