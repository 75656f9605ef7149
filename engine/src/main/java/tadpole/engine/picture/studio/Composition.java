package tadpole.engine.picture.studio;

import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;

/**
 * The layers of the Studio's canvas. Never changed: every edit makes a new one, so that an undo is the one before.
 *
 * @param painting  three channels, 0..255; its pixels are the canvas
 * @param object    what is pasted in, at its own size; empty before one was opened
 * @param placement where the object lies
 * @param mask      of the painting's size: where the object shows
 * @param loose     the mask made wider as somebody else gave it; empty where it follows from the mask
 */
public record Composition(Picture painting, Optional<Picture> object, Placement placement, Mask mask, Optional<Mask> loose) {

    public Composition {
        check(painting, mask);
        loose.ifPresent(each -> check(painting, each));
    }

    public Composition(Picture painting, Optional<Picture> object, Placement placement, Mask mask) {
        this(painting, object, placement, mask, Optional.empty());
    }

    private static void check(Picture painting, Mask mask) {
        if (mask.height() != painting.height() || mask.width() != painting.width()) {
            throw new IllegalArgumentException("The mask is %d×%d pixels, but the painting %d×%d: both must have the same size.".formatted(
                    mask.width(), mask.height(), painting.width(), painting.height()));
        }
    }

    /** The painting alone. */
    public static Composition of(Picture painting) {
        return new Composition(painting, Optional.empty(), new Placement(painting.width() / 2.0, painting.height() / 2.0, 1, 0, false),
                Mask.empty(painting.height(), painting.width()));
    }

    /** With another mask; what was given as the wider one belongs to the old. */
    public Composition withMask(Mask now) {
        return now == mask ? this : new Composition(painting, object, placement, now, Optional.empty());
    }

    public Composition withLoose(Mask given) {
        return new Composition(painting, object, placement, mask, Optional.of(given));
    }

    public Composition withPlacement(Placement now) {
        return now.equals(placement) ? this : new Composition(painting, object, now, mask, loose);
    }

    public Composition withObject(Picture now, Placement where) {
        return new Composition(painting, Optional.of(now), where, mask, loose);
    }
}
