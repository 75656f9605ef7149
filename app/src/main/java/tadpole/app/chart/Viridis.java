package tadpole.app.chart;

import java.awt.Color;

/**
 * The map of magnitudes: equal steps look equal, from dark violet to yellow, also without color. The viridis map of van der Walt and
 * Smith 2015, straight lines between eleven of its colors.
 */
public final class Viridis {

    private static final int[] COLORS = {
        0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151, 0xBDDF26, 0xFDE725};

    private Viridis() {}

    /** @param share from 0, dark, to 1 */
    public static Color at(double share) {
        double place = Math.clamp(share, 0, 1) * (COLORS.length - 1);
        int left = Math.min((int) place, COLORS.length - 2);
        return new Color(mix(left, 16, place - left), mix(left, 8, place - left), mix(left, 0, place - left));
    }

    private static int mix(int left, int shift, double share) {
        int from = COLORS[left] >> shift & 255;
        int to = COLORS[left + 1] >> shift & 255;
        return (int) Math.round(from + share * (to - from));
    }
}
