package tadpole.engine.design;

import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Words;

/**
 * A window that slides along one axis: floor((n + before + after - dilation (size - 1) - 1) / stride) + 1 places.
 *
 * @param n pixels of the picture along the axis
 */
record Slide(int n, int size, int stride, int before, int after, int dilation) {

    static Slide rows(Settings settings, int n) {
        return convolution(settings, n, settings.whole("kernel"), settings.whole("padding"));
    }

    static Slide columns(Settings settings, int n) {
        int width = settings.whole("kernelWidth");
        int padding = settings.whole("paddingWidth");
        return convolution(settings, n, width == 0 ? settings.whole("kernel") : width, padding < 0 ? settings.whole("padding") : padding);
    }

    private static Slide convolution(Settings settings, int n, int size, int padding) {
        int dilation = settings.whole("dilation");
        int all = dilation * (size - 1);
        boolean same = settings.on("paddingSame");
        return new Slide(n, size, settings.whole("stride"), same ? all / 2 : padding, same ? all - all / 2 : padding, dilation);
    }

    static Slide pooling(Settings settings, int n) {
        int padding = settings.whole("padding");
        return new Slide(n, settings.whole("kernel"), settings.whole("stride"), padding, padding, 1);
    }

    private int span() {
        return n + before + after - dilation * (size - 1) - 1;
    }

    int places() {
        return Math.floorDiv(span(), stride) + 1;
    }

    boolean fits() {
        return places() >= 1;
    }

    Slide undilated() {
        return new Slide(n, size, stride, before, after, 1);
    }

    Slide padded(int padding) {
        return new Slide(n, size, stride, padding, padding, dilation);
    }

    /** How many pixels of the picture itself, at its end, no window reaches. */
    int leftOut() {
        return fits() ? Math.max(0, Math.floorMod(span(), stride) - after) : 0;
    }

    /** The largest window that fits. */
    int largest() {
        return (n + before + after - 1) / dilation + 1;
    }

    /** The least padding on each side with which it fits. */
    int paddingToFit() {
        return Math.max(0, Math.ceilDiv(dilation * (size - 1) + 1 - n, 2));
    }

    /** The least padding with which no pixel of the picture is left out and the division comes out even, or -1. */
    int paddingToBeEven() {
        for (int padding = 0; padding <= size / 2; padding++) {
            Slide padded = padded(padding);
            if (padded.fits() && Math.floorMod(padded.span(), stride) == 0) {
                return padding;
            }
        }
        return -1;
    }

    /** "(28 + 2·0 - 5)/2 + 1 = 12.5". */
    String formula() {
        String padded = before == after ? "%d + 2·%d".formatted(n, before) : "%d + %d + %d".formatted(n, before, after);
        String less = dilation == 1 ? " - " + size : " - %d·(%d - 1) - 1".formatted(dilation, size);
        return "(%s%s)/%d + 1 = %s".formatted(padded, less, stride, Words.rounded((double) span() / stride + 1, 4));
    }
}
