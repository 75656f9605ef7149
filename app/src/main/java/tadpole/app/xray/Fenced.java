package tadpole.app.xray;

import javafx.scene.layout.Region;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A line between signs that are as high as it is: round brackets, or the sign of a root. */
final class Fenced extends Region {

    private static final double SIDE = 7;
    private static final double ROOT = 11;
    private static final double TOP = 3;

    private final Line line;
    private final boolean root;
    private final Path left = new Path();
    private final Path right = new Path();

    private Fenced(Line line, boolean root) {
        this.line = line;
        this.root = root;
        left.getStyleClass().add("formula-sign");
        right.getStyleClass().add("formula-sign");
        left.setManaged(false);
        right.setManaged(false);
        getChildren().setAll(line, left, right);
    }

    static Fenced brackets(Line line) {
        return new Fenced(line, false);
    }

    static Fenced root(Line line) {
        return new Fenced(line, true);
    }

    @Override
    protected double computePrefWidth(double height) {
        return line.prefWidth(-1) + (root ? ROOT + 2 : 2 * SIDE);
    }

    @Override
    protected double computePrefHeight(double width) {
        return line.prefHeight(-1) + (root ? TOP : 0);
    }

    @Override
    public double getBaselineOffset() {
        return line.getBaselineOffset() + (root ? TOP : 0);
    }

    @Override
    protected void layoutChildren() {
        double top = root ? TOP : 0;
        line.resizeRelocate(root ? ROOT : SIDE, top, line.prefWidth(-1), line.prefHeight(-1));
        double height = getHeight();
        if (root) {
            left.getElements().setAll(
                    new MoveTo(0.5, height * 0.62), new LineTo(3, height * 0.55), new LineTo(6, height - 2), new LineTo(10, 1), new LineTo(getWidth(), 1));
        } else {
            bracket(left, SIDE - 1.5, 1.5, height);
            bracket(right, getWidth() - SIDE + 1.5, getWidth() - 1.5, height);
        }
    }

    private static void bracket(Path path, double ends, double middle, double height) {
        path.getElements().setAll(
                new MoveTo(ends, 0.5), new CubicCurveTo(middle, height * 0.25, middle, height * 0.75, ends, height - 0.5));
    }
}
