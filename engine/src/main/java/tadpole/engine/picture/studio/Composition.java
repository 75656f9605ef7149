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
 */
public record Composition(Picture painting, Optional<Picture> object, Placement placement, Mask mask) {}
