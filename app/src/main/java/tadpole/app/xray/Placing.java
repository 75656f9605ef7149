package tadpole.app.xray;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;

/** Where a card may float: beside what was clicked, never over it, and inside the stage. */
final class Placing {

    private static final double GAP = 8;
    private static final double EDGE = 8;

    private Placing() {}

    /**
     * Below where there is room, else right, left, above; where there is nowhere enough, as large as the widest side allows.
     *
     * @param clicked in the stage's coordinates
     * @param card    its wanted size
     */
    static Bounds place(Bounds clicked, Dimension2D card, Dimension2D stage) {
        List<Bounds> sides = sides(clicked, stage);
        Bounds side = sides.stream()
                .filter(each -> each.getWidth() >= card.getWidth() && each.getHeight() >= card.getHeight())
                .findFirst()
                .orElseGet(() -> sides.stream().max(Comparator.comparingDouble(each -> shown(each, card))).orElseThrow());
        double width = Math.max(0, Math.min(card.getWidth(), side.getWidth()));
        double height = Math.max(0, Math.min(card.getHeight(), side.getHeight()));
        boolean above = side.getMaxY() <= clicked.getMinY();
        boolean left = side.getMaxX() <= clicked.getMinX();
        double x = left ? side.getMaxX() - width : Math.clamp(clicked.getMinX(), side.getMinX(), Math.max(side.getMinX(), side.getMaxX() - width));
        double y = above ? side.getMaxY() - height : Math.clamp(clicked.getMinY(), side.getMinY(), Math.max(side.getMinY(), side.getMaxY() - height));
        return new BoundingBox(Math.round(x), Math.round(y), width, height);
    }

    private static double shown(Bounds side, Dimension2D card) {
        return Math.max(0, Math.min(side.getWidth(), card.getWidth())) * Math.max(0, Math.min(side.getHeight(), card.getHeight()));
    }

    private static List<Bounds> sides(Bounds clicked, Dimension2D stage) {
        double right = stage.getWidth() - EDGE;
        double bottom = stage.getHeight() - EDGE;
        return List.of(
                box(EDGE, Math.max(EDGE, clicked.getMaxY() + GAP), right, bottom),
                box(Math.max(EDGE, clicked.getMaxX() + GAP), EDGE, right, bottom),
                box(EDGE, EDGE, Math.min(right, clicked.getMinX() - GAP), bottom),
                box(EDGE, EDGE, right, Math.min(bottom, clicked.getMinY() - GAP)));
    }

    private static Bounds box(double left, double top, double right, double bottom) {
        return new BoundingBox(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }
}
