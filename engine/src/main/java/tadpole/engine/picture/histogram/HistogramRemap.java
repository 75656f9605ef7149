package tadpole.engine.picture.histogram;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.tensor.Device;

/**
 * Gives the channels of maps or pictures the histograms of others: of n values the one of rank r becomes the value that rank r + 1/2 has in
 * the wanted histogram, its counts scaled to n. Where each rank goes is found once; a remap only sorts. Risser, Wilmot, Barnes 2017.
 */
public final class HistogramRemap {

    /** Between which values the wanted histogram is laid. */
    public enum Range {
        /** Its own least and greatest. */
        WANTED,
        /** The least and greatest of the values that are remapped, as the lesson's article does. */
        OUTPUT
    }

    private final List<Histogram> wanted;
    private final int[] places;
    private final Range range;
    private final float[][] ranks;
    private final Ranking[] rankings;

    /**
     * @param wanted one of each channel
     * @param places of the values in a channel's plane that are remapped; all others are left out
     */
    public HistogramRemap(List<Histogram> wanted, int[] places, Range range, Device device) {
        this(wanted, places, range, true, device);
    }

    /** @param scaled whether the wanted counts are scaled to the count of the places, as they should be: one of the article's experiments leaves it out */
    public HistogramRemap(List<Histogram> wanted, int[] places, Range range, boolean scaled, Device device) {
        this.wanted = List.copyOf(wanted);
        this.places = places.clone();
        this.range = range;
        this.ranks = new float[wanted.size()][];
        device.run(ranks.length, c -> ranks[c] = this.wanted.get(c).places(places.length, scaled));
        this.rankings = new Ranking[Math.min(device.threads(), ranks.length)];
        for (int n = 0; n < rankings.length; n++) {
            rankings[n] = new Ranking(places.length);
        }
    }

    /** One of each channel of [channels, area], of the values at some places. */
    public static List<Histogram> histograms(float[] values, int channels, int area, int[] places, int bins) {
        return IntStream.range(0, channels).mapToObj(c -> Histogram.of(values, c * area, places, bins)).toList();
    }

    public List<Histogram> wanted() {
        return wanted;
    }

    /**
     * Allocates nothing; one remap of an object at a time, whose result does not depend on the number of threads.
     *
     * @param values   [channels, area]; not changed
     * @param area     values of a channel
     * @param remapped [channels, area]; written at the places only
     */
    public void remap(float[] values, int area, float[] remapped, Device device) {
        device.run(rankings.length, n -> {
            for (int c = n; c < ranks.length; c += rankings.length) {
                remap(values, c, area, remapped, rankings[n]);
            }
        });
    }

    private void remap(float[] values, int channel, int area, float[] remapped, Ranking ranking) {
        if (places.length == 0) {
            return;
        }
        int offset = channel * area;
        int[] order = ranking.order(values, offset, places);
        boolean own = range == Range.WANTED;
        float least = own ? wanted.get(channel).least() : values[offset + order[0]];
        float greatest = own ? wanted.get(channel).greatest() : values[offset + order[places.length - 1]];
        float span = greatest - least;
        float[] to = ranks[channel];
        for (int r = 0; r < places.length; r++) {
            remapped[offset + order[r]] = least + to[r] * span;
        }
    }
}
