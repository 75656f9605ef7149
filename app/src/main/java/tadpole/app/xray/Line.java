package tadpole.app.xray;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Boxes of a formula beside each other on one base line; where they find no room, on several. */
final class Line extends Region {

    private static final double BETWEEN_LINES = 5;

    /**
     * @param space in front of it and behind it
     * @param drop  how far its base line lies below that of the line
     * @param opens how gladly a new line begins with it: not at all, 0, where it must, 1, or there, 2
     */
    private record Box(Node node, double space, double drop, int opens) {}

    private record Row(int from, int to, double above, double below, double width) {}

    private final List<Box> boxes = new ArrayList<>();
    private final double room;

    /** @param room how wide it may become */
    Line(double room) {
        this.room = room;
    }

    void add(Node node) {
        add(new Box(node, 0, 0, 0));
    }

    /** @param gladly whether a new line rather begins here than elsewhere */
    void operator(Node node, double space, boolean gladly) {
        add(new Box(node, space, 0, gladly ? 2 : 1));
    }

    void opening(Node node) {
        add(new Box(node, 0, 0, 1));
    }

    void shifted(Node node, double drop) {
        add(new Box(node, 0, drop, 0));
    }

    private void add(Box box) {
        boxes.add(box);
        getChildren().add(box.node());
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        int from = 0;
        while (from < boxes.size()) {
            int to = endOfRow(from);
            rows.add(row(from, to));
            from = to;
        }
        return rows;
    }

    private int endOfRow(int from) {
        double x = 0;
        int[] last = {from, from, from};
        for (int i = from; i < boxes.size(); i++) {
            if (i > from) {
                last[boxes.get(i).opens()] = i;
            }
            x += width(i, from);
            if (x > room && (last[1] > from || last[2] > from)) {
                return last[2] > from ? last[2] : last[1];
            }
        }
        return boxes.size();
    }

    private Row row(int from, int to) {
        double above = 0;
        double below = 0;
        double width = 0;
        for (int i = from; i < to; i++) {
            Box box = boxes.get(i);
            double base = base(box.node());
            above = Math.max(above, base - box.drop());
            below = Math.max(below, box.node().prefHeight(-1) - base + box.drop());
            width += width(i, from);
        }
        return new Row(from, to, above, below, width);
    }

    private double width(int box, int rowBegins) {
        Box wide = boxes.get(box);
        return Math.ceil(wide.node().prefWidth(-1)) + wide.space() * (box == rowBegins ? 1 : 2);
    }

    private static double base(Node node) {
        double base = node.getBaselineOffset();
        return base == BASELINE_OFFSET_SAME_AS_HEIGHT ? node.prefHeight(-1) : base;
    }

    @Override
    protected double computePrefWidth(double height) {
        return snappedLeftInset() + snappedRightInset() + rows().stream().mapToDouble(Row::width).max().orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        List<Row> rows = rows();
        double lines = rows.stream().mapToDouble(row -> row.above() + row.below()).sum();
        return Math.ceil(snappedTopInset() + snappedBottomInset() + lines + BETWEEN_LINES * Math.max(0, rows.size() - 1));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computeMinWidth(double height) {
        return computePrefWidth(height);
    }

    @Override
    public double getBaselineOffset() {
        return boxes.isEmpty() ? 0 : snappedTopInset() + rows().getFirst().above();
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        for (Row row : rows()) {
            double x = snappedLeftInset();
            for (int i = row.from(); i < row.to(); i++) {
                Box box = boxes.get(i);
                x += i == row.from() ? 0 : box.space();
                double width = box.node().prefWidth(-1);
                box.node().resizeRelocate(
                        snapPositionX(x), snapPositionY(top + row.above() + box.drop() - base(box.node())), width, box.node().prefHeight(-1));
                x += Math.ceil(width) + box.space();
            }
            top += row.above() + row.below() + BETWEEN_LINES;
        }
    }
}
