package tadpole.engine.picture.finish;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;

/**
 * A finish with all that it went through, every picture of the whole painting's size.
 *
 * @param guided  a and b smoothed along the composite's lightness (O1)
 * @param base    as patches of the painting have it
 * @param detail  the base with the details of O1 (O2)
 * @param soft    how much of the detail picture lies over the painting
 * @param picture what came of it
 */
public record Finished(Picture guided, Picture base, Picture detail, Mask soft, Picture picture) {}
