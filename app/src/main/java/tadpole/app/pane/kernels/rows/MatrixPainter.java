package tadpole.app.pane.kernels.rows;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import tadpole.engine.convolution.ImageRows;
import tadpole.engine.convolution.WindowSum;
import tadpole.engine.picture.Picture;

/** Draws what is seen of the matrix: pixels as gray as they are, zeros of the padding empty and hatched, weights and outputs by their sign. */
final class MatrixPainter {

    private static final double LINE = 0.5;
    private static final double RING = 2;

    private final Function<String, Color> tokens;

    /** The part that is seen. */
    record Sight(ImageRows rows, MatrixLayout layout, int firstRow, int firstColumn) {

        int endRow() {
            return firstRow + layout.seenRows();
        }

        int endColumn() {
            return firstColumn + layout.seenColumns();
        }

        double x(int column) {
            return layout.x(column, firstColumn);
        }

        double y(int row) {
            return layout.y(row, firstRow);
        }

        boolean isSeen(int row, int column) {
            return isRowSeen(row) && column >= firstColumn && column < endColumn();
        }

        boolean isRowSeen(int row) {
            return row >= firstRow && row < endRow();
        }
    }

    MatrixPainter(Function<String, Color> tokens) {
        this.tokens = tokens;
    }

    /** @param cells of the pixel one points at */
    void paint(GraphicsContext g, Sight sight, Font font, int row, int column, List<ImageRows.Cell> cells) {
        g.setFont(font);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        numbers(g, sight);
        labels(g, sight, row, column);
        weights(g, sight, column);
        outputs(g, sight, row);
        signs(g, sight);
        for (ImageRows.Cell cell : cells) {
            if (sight.isSeen(cell.row(), cell.column())) {
                ring(g, "hue-2", sight.x(cell.column()), sight.y(cell.row()), sight.layout().cellWidth(), sight.layout().cellHeight());
            }
        }
        rings(g, sight, row, column);
    }

    private void numbers(GraphicsContext g, Sight sight) {
        MatrixLayout layout = sight.layout();
        for (int row = sight.firstRow(); row < sight.endRow(); row++) {
            for (int column = sight.firstColumn(); column < sight.endColumn(); column++) {
                cell(g, sight.rows().cell(row, column), sight.rows().convolved().picture(), sight.x(column), sight.y(row), layout);
            }
        }
        g.setStroke(tokens.apply("border"));
        g.setLineWidth(1);
        for (int column = sight.firstColumn(); column <= sight.endColumn(); column++) {
            boolean channelBegins = column % (sight.rows().kernelHeight() * sight.rows().kernelWidth()) == 0;
            g.setStroke(tokens.apply(channelBegins ? "muted" : "border"));
            double x = sight.x(column) + LINE;
            g.strokeLine(x, layout.header(), x, layout.header() + layout.seenRows() * layout.cellHeight());
        }
    }

    private void cell(GraphicsContext g, WindowSum.Product of, Picture picture, double x, double y, MatrixLayout layout) {
        boolean zero = of.sourceRow() < 0;
        Color under = zero ? tokens.apply("raised") : gray(picture, of.pixel());
        g.setFill(under);
        g.fillRect(x, y, layout.cellWidth(), layout.cellHeight());
        if (of.isPadding()) {
            g.setStroke(zero ? tokens.apply("border") : contrast(under));
            g.setLineWidth(1);
            double corner = zero ? layout.cellHeight() : Math.min(6, layout.cellHeight() / 2);
            g.strokeLine(x + 1, y + corner, x + 1 + (zero ? layout.cellWidth() - 2 : corner), y);
        }
        g.setFill(zero ? tokens.apply("muted") : contrast(under));
        g.fillText(MatrixTexts.number(of.pixel()), x + layout.cellWidth() / 2, y + layout.cellHeight() / 2, layout.cellWidth() - 2);
    }

    private static Color gray(Picture picture, float value) {
        return Color.gray(picture.white() > picture.black() ? Math.clamp((value - picture.black()) / (picture.white() - picture.black()), 0, 1) : 0.5);
    }

    private static Color contrast(Color under) {
        return 0.299 * under.getRed() + 0.587 * under.getGreen() + 0.114 * under.getBlue() > 0.45 ? Color.gray(0.05) : Color.WHITE;
    }

    private void labels(GraphicsContext g, Sight sight, int row, int column) {
        MatrixLayout layout = sight.layout();
        double line = layout.header() / 2;
        int size = sight.rows().kernelHeight() * sight.rows().kernelWidth();
        g.setTextAlign(TextAlignment.LEFT);
        g.setFill(tokens.apply("text"));
        for (int c = sight.firstColumn(); c < sight.endColumn(); c++) {
            if (c == sight.firstColumn() || c % size == 0) {
                g.fillText(MatrixTexts.channel(sight.rows(), sight.rows().channel(c)), sight.x(c) + 2, line / 2);
            }
        }
        g.setTextAlign(TextAlignment.CENTER);
        for (int c = sight.firstColumn(); c < sight.endColumn(); c++) {
            g.setFill(tokens.apply(c == column ? "hue-3" : "muted"));
            g.fillText(MatrixTexts.columnLabel(sight.rows(), c), sight.x(c) + layout.cellWidth() / 2, line * 1.45, layout.cellWidth());
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(tokens.apply("muted"));
        g.fillText("y,x", layout.labels() - 5, line * 1.45);
        for (int r = sight.firstRow(); r < sight.endRow(); r++) {
            g.setFill(tokens.apply(r == row ? "accent" : "muted"));
            g.fillText(MatrixTexts.rowLabel(sight.rows(), r), layout.labels() - 5, sight.y(r) + layout.cellHeight() / 2);
        }
    }

    private void weights(GraphicsContext g, Sight sight, int column) {
        MatrixLayout layout = sight.layout();
        int first = layout.firstWeight(sight.firstColumn());
        float most = 0;
        for (int i = 0; i < layout.columns(); i++) {
            most = Math.max(most, Math.abs(sight.rows().weight(i)));
        }
        for (int i = first; i < first + layout.seenWeights(); i++) {
            double y = layout.y(i, first);
            g.setTextAlign(TextAlignment.RIGHT);
            g.setFill(tokens.apply(i == column ? "hue-3" : "muted"));
            g.fillText(MatrixTexts.weightLabel(sight.rows(), i), layout.weightLeft() - 4, y + layout.cellHeight() / 2);
            signed(g, sight.rows().weight(i), most, MatrixTexts.number(sight.rows().weight(i)), layout.weightLeft(), y, layout.weight(), layout.cellHeight());
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(tokens.apply("muted"));
        g.fillText("u,v", layout.weightLeft() - 4, layout.header() * 0.725);
        heading(g, "kernel", layout.weightLeft() + layout.weight() / 2, layout);
    }

    private void outputs(GraphicsContext g, Sight sight, int row) {
        MatrixLayout layout = sight.layout();
        float most = 0;
        for (int r = sight.firstRow(); r < sight.endRow(); r++) {
            most = Math.max(most, Math.abs(sight.rows().output(r)));
        }
        for (int r = sight.firstRow(); r < sight.endRow(); r++) {
            float value = sight.rows().output(r);
            signed(g, value, most, MatrixTexts.result(value), layout.outputLeft(), sight.y(r), layout.output(), layout.cellHeight());
        }
        heading(g, "output", layout.outputLeft() + layout.output() / 2, layout);
    }

    private void heading(GraphicsContext g, String text, double x, MatrixLayout layout) {
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(tokens.apply("text"));
        g.fillText(text, x, layout.header() * 0.725);
    }

    private void signed(GraphicsContext g, float value, float most, String text, double x, double y, double width, double height) {
        double share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
        g.setFill(tokens.apply("surface").interpolate(tokens.apply(value < 0 ? "training" : "validation"), 0.6 * share));
        g.fillRect(x, y, width, height);
        g.setStroke(tokens.apply("border"));
        g.setLineWidth(1);
        g.strokeRect(x + LINE, y + LINE, width, height);
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(tokens.apply("text"));
        g.fillText(text, x + width / 2, y + height / 2, width - 2);
    }

    private void signs(GraphicsContext g, Sight sight) {
        MatrixLayout layout = sight.layout();
        Font small = g.getFont();
        g.setFont(Font.font(small.getFamily(), small.getSize() * 1.6));
        g.setFill(tokens.apply("muted"));
        double y = layout.header() + Math.min(layout.seenRows(), layout.seenWeights()) * layout.cellHeight() / 2;
        boolean biased = sight.rows().bias() != 0 || sight.rows().convolved().plan().relu();
        g.fillText("×", layout.labels() + layout.matrixWidth() + MatrixLayout.SIGN / 2, y);
        g.fillText(biased ? "→" : "=", layout.outputLeft() - MatrixLayout.SIGN / 2, y);
        g.setFont(small);
    }

    private void rings(GraphicsContext g, Sight sight, int row, int column) {
        MatrixLayout layout = sight.layout();
        if (column != RowsModel.NONE) {
            int first = layout.firstWeight(sight.firstColumn());
            if (column >= sight.firstColumn() && column < sight.endColumn()) {
                ring(g, "hue-3", sight.x(column), layout.header(), layout.cellWidth(), layout.seenRows() * layout.cellHeight());
            }
            if (column >= first && column < first + layout.seenWeights()) {
                ring(g, "hue-3", layout.weightLeft(), layout.y(column, first), layout.weight(), layout.cellHeight());
            }
        }
        if (row != RowsModel.NONE && sight.isRowSeen(row)) {
            ring(g, "accent", layout.labels(), sight.y(row), layout.matrixWidth(), layout.cellHeight());
            ring(g, "accent", layout.outputLeft(), sight.y(row), layout.output(), layout.cellHeight());
        }
    }

    /** With a rim of the surface's color, to be seen on any gray. */
    private void ring(GraphicsContext g, String token, double x, double y, double width, double height) {
        g.setStroke(tokens.apply("surface"));
        g.setLineWidth(RING + 2);
        g.strokeRect(x, y, width, height);
        g.setStroke(tokens.apply(token));
        g.setLineWidth(RING);
        g.strokeRect(x, y, width, height);
    }
}
