package tadpole.app.pane.train.network;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** Cells in reading order, in as many equal columns as find room; a wide one takes two. */
final class ChainPane extends Pane {

    private static final String WIDE = "wide cell";
    private static final double LEAST_EM = 15.6;
    private static final double GAP = 8;

    private final Region measure = new Region();

    ChainPane() {
        getStyleClass().add("chain");
        // Type size scales the columns: one em of the pane's own font.
        measure.getStyleClass().add("chain-em");
        measure.setManaged(false);
        measure.setVisible(false);
    }

    /** @param wide whether it takes two columns, where there are two */
    static void setWide(Region cell, boolean wide) {
        cell.getProperties().put(WIDE, wide);
    }

    void show(List<? extends Region> cells) {
        getChildren().setAll(cells);
        getChildren().add(measure);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width, false);
    }

    @Override
    protected double computeMinWidth(double height) {
        return columnLeast();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 4 * columnLeast();
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    private double columnLeast() {
        return LEAST_EM * Math.max(13, measure.prefWidth(-1));
    }

    /** Gives the height of all rows. */
    private double place(double width, boolean really) {
        List<Node> cells = getManagedChildren();
        int columns = Math.max(1, (int) (width / columnLeast()));
        double column = Math.floor(width / columns);
        double y = 0;
        int begin = 0;
        while (begin < cells.size()) {
            int end = begin;
            int used = 0;
            double height = 0;
            while (end < cells.size() && used + span(cells.get(end), columns) <= columns) {
                int span = span(cells.get(end), columns);
                height = Math.max(height, Math.ceil(cells.get(end).prefHeight(span * column)));
                used += span;
                end++;
            }
            double x = 0;
            for (int i = begin; really && i < end; i++) {
                double wide = span(cells.get(i), columns) * column;
                cells.get(i).resizeRelocate(x, y, wide, height);
                x += wide;
            }
            y += height + GAP;
            begin = end;
        }
        return Math.max(0, y - GAP);
    }

    private static int span(Node cell, int columns) {
        return Boolean.TRUE.equals(cell.getProperties().get(WIDE)) ? Math.min(2, columns) : 1;
    }
}
