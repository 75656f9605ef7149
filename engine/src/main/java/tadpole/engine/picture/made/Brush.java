package tadpole.engine.picture.made;

/**
 * How a painter works.
 *
 * @param radii     of the brushes in pixels of a picture 400 high, from the broadest
 * @param length    of a stroke in radii
 * @param density   strokes per area that one stroke's width squared covers
 * @param tolerance how far the canvas may be off before a finer brush mends it, in gray levels
 * @param jitter    how far a stroke's color strays from what is painted, in gray levels
 * @param bristles  how deep the furrows are that bristles leave, 0 to 1
 * @param relief    how much light and shadow the thickness of the paint makes, 0 to 1
 */
record Brush(double[] radii, double length, double density, double tolerance, double jitter, double bristles, double relief) {}
