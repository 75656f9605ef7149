package tadpole.app.pane.studio.style;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import tadpole.engine.picture.Picture;

/** A style that was chosen, and how much of it goes into the blend. */
final class StyleSource {

    static final double MOST = 100;

    private final Picture picture;
    private final DoubleProperty share = new SimpleDoubleProperty(MOST);

    StyleSource(Picture picture) {
        this(picture, MOST);
    }

    StyleSource(Picture picture, double share) {
        this.picture = picture;
        this.share.set(Math.clamp(share, 0, MOST));
    }

    Picture picture() {
        return picture;
    }

    /** 0 leaves it out, 100 is all. */
    DoubleProperty shareProperty() {
        return share;
    }
}
