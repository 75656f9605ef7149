package tadpole.engine.picture.mask;

import tadpole.engine.picture.GaussianBlur;

/**
 * The masks that a harmonization makes of the object's own one. Luan et al. 2018, as their released program works. Its windows are said for
 * pictures of 700 pixels.
 */
public final class MaskSteps {

    /** The longer side of the pictures that the windows are said for. */
    public static final int PIXELS = 700;

    private static final int REACH = 17;
    private static final double DILATED = 0.1;
    private static final double SOFT = 0.01;
    private static final int WINDOW = 7;
    private static final double SIGMA = 3;
    private static final double FLAT_SIGMA = 21;

    private MaskSteps() {}

    /** The loose mask at 700 pixels: blurred by 35×35 pixels, sigma 35/3; all above 0.1 becomes 1. */
    public static Mask dilated(Mask tight) {
        return dilated(tight, PIXELS);
    }

    /**
     * The loose mask of a picture of any size: the window's side is 2 · round(17 · s / 700) + 1, at least 3, for a longer side of s pixels, its
     * sigma a third of that.
     *
     * @param longSide of the whole picture, of which the mask may be a part
     */
    public static Mask dilated(Mask tight, int longSide) {
        int side = 2 * reach(longSide) + 1;
        return tight.blurred(GaussianBlur.of(side, side / 3.0)).above(DILATED);
    }

    /** How far the loose mask may reach beyond the tight one, in pixels. */
    public static int reach(int longSide) {
        return Math.max(1, (int) Math.round((double) REACH * longSide / PIXELS));
    }

    /** What a result is laid over the painting with: the tight mask under a nearly flat window of 7×7 pixels (a Gaussian of sigma 21). */
    public static Mask composing(Mask tight) {
        return tight.blurred(GaussianBlur.of(WINDOW, FLAT_SIGMA));
    }

    /** What the finish is laid over the painting with: 7×7 pixels, sigma 3; all above 0.01 becomes 1; blurred so again. */
    public static Mask soft(Mask tight) {
        GaussianBlur blur = GaussianBlur.of(WINDOW, SIGMA);
        return tight.blurred(blur).above(SOFT).blurred(blur);
    }
}
