package tadpole.app.pane.data;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Keeps one region square, as wide as there is room, with rounded corners. */
final class Square extends Region {

    private static final double CORNER = 12;

    private final Region content;
    private final Rectangle round = new Rectangle();

    Square(Region content) {
        this.content = content;
        round.setArcWidth(CORNER);
        round.setArcHeight(CORNER);
        setClip(round);
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(0, width);
    }

    @Override
    protected void layoutChildren() {
        round.setWidth(getWidth());
        round.setHeight(getHeight());
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
