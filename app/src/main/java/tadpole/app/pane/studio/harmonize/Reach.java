package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

/**
 * How far the object shows in the painting: where it lies and the mask lets it through by half or more.
 *
 * @param selected pixels that the mask lets through
 * @param showing  those of them that the object covers
 * @param left     of the smallest box around what shows, as top, right and bottom; right and bottom lie just outside
 */
record Reach(int selected, int showing, int left, int top, int right, int bottom) {

    static Reach of(Composition layers) {
        Mask mask = layers.mask();
        Optional<Rectangle> object = layers.object().map(each -> new Rectangle(layers.placement(), 0.5 * each.width(), 0.5 * each.height()));
        int selected = 0;
        int showing = 0;
        int left = mask.width();
        int top = mask.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < mask.height(); y++) {
            for (int x = 0; x < mask.width(); x++) {
                if (mask.at(y, x) < 0.5f) {
                    continue;
                }
                selected++;
                if (object.isPresent() && object.get().holds(x + 0.5, y + 0.5)) {
                    showing++;
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = y + 1;
                }
            }
        }
        return new Reach(selected, showing, left, top, right, bottom);
    }

    /** A part of the painting around what shows, a little larger and of a wanted form; all of the painting where nothing shows. */
    Part part(Composition layers, double widthToHeight) {
        int width = layers.painting().width();
        int height = layers.painting().height();
        return showing == 0 ? Part.around(0, 0, width, height, widthToHeight, width, height)
                : Part.around(left, top, right, bottom, widthToHeight, width, height);
    }

    /** Where an object lies. */
    private record Rectangle(Placement placement, double halfWidth, double halfHeight, double cosine, double sine) {

        Rectangle(Placement placement, double halfWidth, double halfHeight) {
            this(placement, halfWidth, halfHeight, Math.cos(Math.toRadians(placement.degrees())), Math.sin(Math.toRadians(placement.degrees())));
        }

        boolean holds(double x, double y) {
            double dx = (x - placement.x()) / placement.scale();
            double dy = (y - placement.y()) / placement.scale();
            return Math.abs(cosine * dx + sine * dy) <= halfWidth && Math.abs(cosine * dy - sine * dx) <= halfHeight;
        }
    }
}
