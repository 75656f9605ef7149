package tadpole.app.pane.gradients.softmax;

import javafx.scene.layout.Region;

/** A bar from 0 to 1. */
final class ShareBar extends Region {

    private final Region filled = new Region();
    private double share;

    ShareBar() {
        getStyleClass().add("share-bar");
        filled.getStyleClass().add("share-filled");
        filled.setManaged(false);
        getChildren().setAll(filled);
        setMinWidth(40);
    }

    /** @param right whether it is of the right class */
    void show(double value, boolean right) {
        share = Double.isNaN(value) ? 0 : Math.clamp(value, 0, 1);
        filled.getStyleClass().remove("share-right");
        if (right) {
            filled.getStyleClass().add("share-right");
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        filled.resizeRelocate(0, 0, Math.round(share * getWidth()), getHeight());
    }
}
