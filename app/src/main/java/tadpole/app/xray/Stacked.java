package tadpole.app.xray;

import javafx.scene.layout.Region;

/** A fraction: one line over the other, with a bar between. */
final class Stacked extends Region {

    private static final double GAP = 2;
    private static final double BAR = 1.2;
    private static final double SIDE = 3;
    /** How high the bar stands over the base line of the text beside it. */
    private final double axis;
    private final Line over;
    private final Line under;
    private final Region bar = new Region();

    Stacked(Line over, Line under, double axis) {
        this.over = over;
        this.under = under;
        this.axis = axis;
        bar.getStyleClass().add("formula-bar");
        getChildren().setAll(over, under, bar);
    }

    @Override
    protected double computePrefWidth(double height) {
        return Math.max(over.prefWidth(-1), under.prefWidth(-1)) + 2 * SIDE;
    }

    @Override
    protected double computePrefHeight(double width) {
        return over.prefHeight(-1) + under.prefHeight(-1) + 2 * GAP + BAR;
    }

    @Override
    public double getBaselineOffset() {
        return over.prefHeight(-1) + GAP + BAR / 2 + axis;
    }

    @Override
    protected void layoutChildren() {
        place(over, 0);
        double y = over.prefHeight(-1) + GAP;
        bar.resizeRelocate(0, snapPositionY(y), getWidth(), BAR);
        place(under, y + BAR + GAP);
    }

    private void place(Line line, double y) {
        double width = line.prefWidth(-1);
        line.resizeRelocate(snapPositionX((getWidth() - width) / 2), snapPositionY(y), width, line.prefHeight(-1));
    }
}
