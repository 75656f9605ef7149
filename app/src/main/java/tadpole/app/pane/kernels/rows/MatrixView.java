package tadpole.app.pane.kernels.rows;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import tadpole.engine.convolution.ImageRows;

/**
 * The matrix of windows times the kernel's column, equals the output's. Only what is seen of it is computed and drawn. Pointing and the arrow keys
 * choose a row and a column.
 */
final class MatrixView extends Region {

    private static final double BAR = 10;
    private static final double NOTCH = 40;
    private static final double LEAST_THUMB = 0.06;
    /** Type as large as there is room for, to be read from afar. */
    private static final double[] LARGER = {1.7, 1.5, 1.3, 1.15, 1};
    /** So many rows are seen before the type grows. */
    private static final int ENOUGH = 18;

    private final RowsModel model;
    private final Canvas canvas = new Canvas();
    private final Text letter = new Text("0");
    private final ScrollBar down = bar("matrix-down", Orientation.VERTICAL);
    private final ScrollBar right = bar("matrix-right", Orientation.HORIZONTAL);
    private final MatrixPainter painter;
    private Optional<MatrixLayout> laid = Optional.empty();
    private Font font = Font.getDefault();
    private boolean pointing;

    /** @param tokens the theme's colors by their names */
    MatrixView(RowsModel model, Function<String, Color> tokens) {
        this.model = model;
        this.painter = new MatrixPainter(tokens);
        setId("matrix");
        getStyleClass().add("matrix");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        setMinSize(0, 0);
        letter.getStyleClass().addAll("mono", "matrix-letter");
        letter.setVisible(false);
        letter.setManaged(false);
        getChildren().setAll(canvas, down, right, letter);
        letter.fontProperty().addListener(_ -> requestLayout());
        model.rowsProperty().subscribe(_ -> requestLayout());
        model.columnProperty().subscribe(_ -> requestLayout());
        model.kernels().placeProperty().subscribe(this::follow);
        model.kernels().inputProperty().subscribe(this::followPixel);
        down.valueProperty().addListener(_ -> requestLayout());
        right.valueProperty().addListener(_ -> requestLayout());
        focusedProperty().addListener(_ -> requestLayout());
        addEventHandler(MouseEvent.MOUSE_MOVED, this::point);
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> model.columnProperty().set(RowsModel.NONE));
        addEventHandler(MouseEvent.MOUSE_PRESSED, _ -> requestFocus());
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private static ScrollBar bar(String id, Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setId(id);
        bar.setOrientation(orientation);
        bar.setMin(0);
        bar.setUnitIncrement(1);
        return bar;
    }

    /** Colors that changed with the theme. */
    void repaint() {
        requestLayout();
    }

    /** Scrolls to a row, where it is not seen. */
    void reveal(int row) {
        laid.filter(_ -> row != RowsModel.NONE).ifPresent(layout -> down.setValue(layout.showing(row, firstRow())));
    }

    /** How much of the matrix is seen; empty before it was laid out. */
    Optional<MatrixLayout> laid() {
        return laid;
    }

    int firstRow() {
        return (int) Math.round(down.getValue());
    }

    int firstColumn() {
        return (int) Math.round(right.getValue());
    }

    private void follow() {
        if (!pointing) {
            reveal(model.row());
        }
        setAccessibleText(model.rowName());
        requestLayout();
    }

    /** Brings one of its cells into sight, where none is. */
    private void followPixel() {
        List<ImageRows.Cell> cells = model.cellsOfPixel();
        laid.filter(layout -> !cells.isEmpty()).ifPresent(layout -> {
            MatrixPainter.Sight sight = new MatrixPainter.Sight(model.rowsProperty().get().orElseThrow(), layout, firstRow(), firstColumn());
            if (cells.stream().noneMatch(cell -> sight.isSeen(cell.row(), cell.column()))) {
                reveal(cells.getFirst().row());
                right.setValue(layout.clampColumn(cells.getFirst().column() - layout.seenColumns() / 2));
            }
        });
        requestLayout();
    }

    private void point(MouseEvent event) {
        pointing = true;
        Optional<MatrixLayout.Spot> spot = laid.flatMap(layout -> layout.at(event.getX(), event.getY(), firstRow(), firstColumn()));
        spot.filter(at -> at.row() != RowsModel.NONE).ifPresent(at -> model.hoverRow(at.row()));
        model.columnProperty().set(spot.map(MatrixLayout.Spot::column).orElse(RowsModel.NONE));
        pointing = false;
    }

    private void click(MouseEvent event) {
        pointing = true;
        laid.flatMap(layout -> layout.at(event.getX(), event.getY(), firstRow(), firstColumn())).filter(at -> at.row() != RowsModel.NONE)
                .ifPresent(at -> model.hold(at.row()));
        pointing = false;
    }

    private void scroll(ScrollEvent event) {
        boolean sideways = event.isShiftDown() || Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        ScrollBar bar = sideways ? right : down;
        double by = -(event.getDeltaX() + event.getDeltaY()) / NOTCH * 3;
        bar.setValue(Math.clamp(Math.round(bar.getValue() + (Math.abs(by) < 1 ? Math.signum(by) : by)), 0, bar.getMax()));
        event.consume();
    }

    private void pressed(KeyEvent key) {
        Optional<ImageRows> rows = model.rowsProperty().get();
        if (rows.isEmpty() || key.isAltDown() || key.isShortcutDown()) {
            return;
        }
        int page = laid.map(MatrixLayout::seenRows).orElse(1);
        switch (key.getCode()) {
            case UP -> choose(rows.get(), -1);
            case DOWN -> choose(rows.get(), 1);
            case PAGE_UP -> choose(rows.get(), -page);
            case PAGE_DOWN -> choose(rows.get(), page);
            case LEFT -> column(rows.get(), -1);
            case RIGHT -> column(rows.get(), 1);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void choose(ImageRows rows, int by) {
        model.pointAtRow(Math.clamp(model.row() + by, 0, rows.rows() - 1));
    }

    private void column(ImageRows rows, int by) {
        int column = Math.clamp(model.columnProperty().get() + by, 0, rows.columns() - 1);
        model.columnProperty().set(column);
        laid.ifPresent(layout -> {
            if (column < firstColumn() || column >= firstColumn() + layout.seenColumns()) {
                right.setValue(layout.clampColumn(column - layout.seenColumns() / 2));
            }
        });
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        Optional<ImageRows> rows = model.rowsProperty().get();
        Optional<Integer> before = laid.map(MatrixLayout::rows);
        laid = rows.map(this::fitting).filter(layout -> layout.seenRows() > 0);
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        canvas.getGraphicsContext2D().clearRect(0, 0, getWidth(), getHeight());
        down.setVisible(laid.filter(layout -> layout.seenRows() < layout.rows()).isPresent());
        right.setVisible(laid.filter(layout -> layout.seenColumns() < layout.columns() || layout.seenWeights() < layout.columns()).isPresent());
        laid.ifPresent(layout -> {
            range(down, layout.rows(), layout.seenRows());
            range(right, layout.columns(), Math.min(layout.seenColumns(), layout.seenWeights()));
            down.resizeRelocate(layout.width() + 4, layout.header(), BAR, layout.seenRows() * layout.cellHeight());
            right.resizeRelocate(layout.labels(), layout.header() + layout.seenRows() * layout.cellHeight() + 4, layout.matrixWidth(), BAR);
            if (before.filter(count -> count == layout.rows()).isEmpty()) {
                reveal(model.row());
                followPixel();
            }
            MatrixPainter.Sight sight = new MatrixPainter.Sight(rows.get(), layout, firstRow(), firstColumn());
            painter.paint(canvas.getGraphicsContext2D(), sight, font, model.row(), model.columnProperty().get(), model.cellsOfPixel());
        });
    }

    private MatrixLayout fitting(ImageRows rows) {
        letter.setText("0".repeat(10));
        MatrixTexts texts = MatrixTexts.of(rows);
        for (double larger : LARGER) {
            MatrixLayout layout = fitting(rows, texts, larger);
            boolean enough = layout.isWhole() || layout.seenRows() >= ENOUGH && layout.seenColumns() == layout.columns() && layout.seenWeights() == layout.columns();
            if (enough || larger == 1) {
                font = Font.font(letter.getFont().getFamily(), letter.getFont().getSize() * larger);
                return layout;
            }
        }
        throw new IllegalStateException("The last size is taken where none is large enough.");
    }

    private MatrixLayout fitting(ImageRows rows, MatrixTexts texts, double larger) {
        double character = letter.getLayoutBounds().getWidth() / 10 * larger;
        double line = letter.getFont().getSize() * larger;
        MatrixLayout.Sizes sizes = new MatrixLayout.Sizes(character * texts.rowLabel(), character * texts.number(), character * texts.weightLabel(),
                character * texts.weight(), character * texts.output(), line);
        MatrixLayout whole = MatrixLayout.fitting(getWidth() - 2, getHeight() - 2, rows.rows(), rows.columns(), sizes);
        return whole.isWhole() ? whole : MatrixLayout.fitting(getWidth() - BAR - 6, getHeight() - BAR - 6, rows.rows(), rows.columns(), sizes);
    }

    private static void range(ScrollBar bar, int all, int seen) {
        bar.setMax(Math.max(0, all - seen));
        bar.setVisibleAmount(bar.getMax() * Math.max(LEAST_THUMB, (double) seen / Math.max(1, all)));
        bar.setBlockIncrement(seen);
        if (bar.getValue() > bar.getMax()) {
            bar.setValue(bar.getMax());
        }
    }
}
