package tadpole.engine.picture.finish;

import java.util.Arrays;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.tensor.Device;

/**
 * How much smoothness a painting asks for: little of one that is itself rough, as its brush strokes show, much of one with even planes. It falls
 * from 10 to 0 where the median squared step between neighbors passes 25 / 10000.
 */
public final class TotalVariationSwitch {

    private static final int PIXELS = 700;
    private static final double MOST = 10;
    private static final double STEEPNESS = 1e4;
    private static final double MIDDLE = 25;

    private TotalVariationSwitch() {}

    /** 10 / (1 + exp(10⁴ m - 25)), m the median of (dx² + dy²) / 2. Luan et al. 2018, as their released program works. */
    public static double authors(Picture painting, Device device) {
        return of(median(painting, device) / 2);
    }

    /** The same with m the median of dx² + dy², as the lesson's article has it. */
    public static double article(Picture painting, Device device) {
        return of(median(painting, device));
    }

    /**
     * The median of dx² + dy² over pixels and channels, values in 0..1, steps to the right and downward neighbor, at a longer side of 700
     * pixels; the lower one of two in the middle.
     */
    public static double median(Picture painting, Device device) {
        Picture scaled = Resize.toLongSide(painting, PIXELS, device);
        int width = scaled.width();
        int height = scaled.height();
        if (width < 2 || height < 2) {
            return 0;
        }
        double span = painting.white() - painting.black();
        float[] squares = new float[scaled.channels() * (height - 1) * (width - 1)];
        int n = 0;
        for (int c = 0; c < scaled.channels(); c++) {
            for (int y = 0; y + 1 < height; y++) {
                for (int x = 0; x + 1 < width; x++) {
                    double dx = (scaled.at(c, y, x + 1) - scaled.at(c, y, x)) / span;
                    double dy = (scaled.at(c, y + 1, x) - scaled.at(c, y, x)) / span;
                    squares[n++] = (float) (dx * dx + dy * dy);
                }
            }
        }
        Arrays.sort(squares);
        return squares[(squares.length - 1) / 2];
    }

    private static double of(double m) {
        return MOST / (1 + StrictMath.exp(STEEPNESS * m - MIDDLE));
    }
}
