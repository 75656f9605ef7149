package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;

/**
 * A thing to paste into a painting: it looks like a photograph of it.
 *
 * @param picture three channels; behind the thing its own colors go on, so that a soft edge has no fringe
 * @param mask    of the picture's size: where the thing is
 */
public record MadeObject(Picture picture, Mask mask) {}
