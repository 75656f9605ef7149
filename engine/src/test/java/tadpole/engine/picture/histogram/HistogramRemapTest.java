package tadpole.engine.picture.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;

class HistogramRemapTest {

    private static final int CHANNELS = 5;
    private static final int AREA = 700;
    private static final int PAINTED = 1100;
    private final RandomGenerator random = new Seed(5).generator();
    private final float[] maps = maps(AREA);
    private final float[] painting = maps(PAINTED);

    /** As after a ReLU: many zeros, and one channel of zeros alone. */
    private float[] maps(int area) {
        float[] made = new float[CHANNELS * area];
        for (int i = 0; i < made.length; i++) {
            made[i] = i / area == 3 ? 0 : (float) Math.max(0, random.nextGaussian() * (1 + i / area) + 0.3);
        }
        return made;
    }

    /** As the formula says it: for every value count who lies before it, then walk over the bins. */
    private static double[] remapped(double[] values, double[] wanted, boolean ownRange) {
        double least = Arrays.stream(wanted).min().orElseThrow();
        double greatest = Arrays.stream(wanted).max().orElseThrow();
        double[] counts = new double[256];
        for (double value : wanted) {
            counts[greatest == least ? 0 : Math.min(255, (int) ((value - least) / (greatest - least) * 256))] += (double) values.length / wanted.length;
        }
        double from = ownRange ? least : Arrays.stream(values).min().orElseThrow();
        double to = ownRange ? greatest : Arrays.stream(values).max().orElseThrow();
        double[] made = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double rank = 0.5;
            for (int j = 0; j < values.length; j++) {
                rank += values[j] < values[i] || values[j] == values[i] && j < i ? 1 : 0;
            }
            double below = 0;
            int bin = 0;
            while (below + counts[bin] < rank - 1e-9) {
                below += counts[bin++];
            }
            made[i] = from + (bin + (rank - below) / counts[bin]) / 256 * (to - from);
        }
        return made;
    }

    @ParameterizedTest
    @EnumSource(HistogramRemap.Range.class)
    void isTheFormulas(HistogramRemap.Range range) {
        int[] places = IntStream.range(0, AREA).filter(i -> i % 3 != 1).toArray();
        List<Histogram> wanted = HistogramRemap.histograms(painting, CHANNELS, PAINTED, Histogram.all(PAINTED), Histogram.BINS);
        float[] out = new float[maps.length];
        Arrays.fill(out, -7);
        try (Device device = Device.cpu(3)) {
            HistogramRemap remap = new HistogramRemap(wanted, places, range, device);
            remap.remap(maps, AREA, out, device);
            remap.remap(maps, AREA, out, device);
        }

        for (int c = 0; c < CHANNELS; c++) {
            int offset = c * AREA;
            int channel = c;
            double[] values = Arrays.stream(places).mapToDouble(place -> maps[offset + place]).toArray();
            double[] style = IntStream.range(0, PAINTED).mapToDouble(i -> painting[channel * PAINTED + i]).toArray();
            double[] expected = remapped(values, style, range == HistogramRemap.Range.WANTED);
            for (int i = 0; i < places.length; i++) {
                assertThat((double) out[offset + places[i]]).as("channel %d, place %d", c, places[i]).isEqualTo(expected[i], within(2e-5));
            }
            assertThat(out[offset + 1]).isEqualTo(-7);
        }
        float[] alone = new float[maps.length];
        Arrays.fill(alone, -7);
        new HistogramRemap(wanted, places, range, Device.plain()).remap(maps, AREA, alone, Device.plain());
        assertThat(alone).isEqualTo(out);
    }

    @Test
    void whatIsRemappedHasTheWantedHistogram() {
        List<Histogram> wanted = HistogramRemap.histograms(painting, CHANNELS, PAINTED, Histogram.all(PAINTED), 16);
        float[] out = new float[maps.length];

        new HistogramRemap(wanted, Histogram.all(AREA), HistogramRemap.Range.WANTED, Device.plain()).remap(maps, AREA, out, Device.plain());

        for (int c = 0; c < CHANNELS; c++) {
            int[] got = Histogram.of(out, c * AREA, Histogram.all(AREA), 16, wanted.get(c).least(), wanted.get(c).greatest()).counts();
            for (int bin = 0; bin < 16; bin++) {
                assertThat((double) got[bin]).isEqualTo(wanted.get(c).counts()[bin] * (double) AREA / PAINTED, within(1.0));
            }
        }
    }

    @Test
    void oneValueAlone() {
        float[] out = new float[1];

        new HistogramRemap(List.of(Histogram.of(new float[] {3}, 0, new int[] {0}, 256)), new int[] {0}, HistogramRemap.Range.WANTED, Device.plain())
                .remap(new float[] {9}, 1, out, Device.plain());

        assertThat(out).containsExactly(3);
    }

    @Test
    void rankingIsAStableSort() {
        float[] values = new float[5000];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (i % 4) {
                case 0 -> (float) random.nextGaussian() * 1e6f;
                case 1 -> random.nextInt(5) - 2;
                case 2 -> (i % 8 == 2 ? -0f : 0f);
                default -> (float) random.nextGaussian() * 1e-30f;
            };
        }
        int[] places = IntStream.range(10, 4990).filter(i -> i % 7 != 0).toArray();
        Ranking ranking = new Ranking(5000);

        ranking.order(values, 0, Histogram.all(5000));
        int[] order = Arrays.copyOf(ranking.order(values, 3, places), places.length);

        int[] sorted = Arrays.stream(places).boxed().sorted(Comparator.comparingDouble(place -> values[place + 3] + 0.0)).mapToInt(Integer::intValue).toArray();
        assertThat(order).isEqualTo(sorted);
    }
}
