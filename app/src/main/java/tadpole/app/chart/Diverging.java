package tadpole.app.chart;

/** The map of signed numbers, each color as 0xRRGGBB: "training" below zero, the surface at zero, "validation" above. */
public record Diverging(int zero, int negative, int positive) {

    /** @param value from -1 to 1; what is beyond is as the end */
    public int at(double value) {
        int end = value < 0 ? negative : positive;
        double share = Math.min(1, Math.abs(value));
        return mixed(zero >> 16, end >> 16, share) << 16 | mixed(zero >> 8, end >> 8, share) << 8 | mixed(zero, end, share);
    }

    private static int mixed(int from, int to, double share) {
        return (int) Math.round((from & 255) + ((to & 255) - (from & 255)) * share);
    }
}
