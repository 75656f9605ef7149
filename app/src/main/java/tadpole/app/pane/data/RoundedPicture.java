package tadpole.app.pane.data;

import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** Frames one region with rounded corners; how large it is, stands in the style sheet, so that it grows with the type. */
final class RoundedPicture extends Region {

    private static final double CORNER = 12;

    private final Region content;
    private final Rectangle round = new Rectangle();

    RoundedPicture(Region content) {
        this.content = content;
        getStyleClass().add("rounded-picture");
        round.setArcWidth(CORNER);
        round.setArcHeight(CORNER);
        setClip(round);
        getChildren().add(content);
    }

    @Override
    protected void layoutChildren() {
        round.setWidth(getWidth());
        round.setHeight(getHeight());
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
