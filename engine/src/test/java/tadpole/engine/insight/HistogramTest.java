package tadpole.engine.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @Test
    void countsAsPlainDoublesDo() {
        Random random = new Random(1);
        float[] values = new float[1000];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }

        Histogram histogram = Histogram.of(values, 900);

        double least = Double.MAX_VALUE;
        double greatest = -Double.MAX_VALUE;
        for (int i = 0; i < 900; i++) {
            least = Math.min(least, values[i]);
            greatest = Math.max(greatest, values[i]);
        }
        int[] expected = new int[Histogram.BINS];
        for (int i = 0; i < 900; i++) {
            int bin = (int) Math.floor((values[i] - least) * (Histogram.BINS / (greatest - least)));
            expected[Math.min(bin, Histogram.BINS - 1)]++;
        }
        assertThat(histogram.least()).isEqualTo(least);
        assertThat(histogram.greatest()).isEqualTo(greatest);
        assertThat(histogram.counts()).isEqualTo(expected);
        assertThat(histogram.size()).isEqualTo(900);
    }

    @Test
    void whatIsNoNumberIsCountedApart() {
        Histogram histogram = Histogram.of(new float[] {1, Float.NaN, 3, Float.POSITIVE_INFINITY}, 4);

        assertThat(histogram.least()).isEqualTo(1);
        assertThat(histogram.greatest()).isEqualTo(3);
        assertThat(histogram.notFinite()).isEqualTo(2);
        assertThat(histogram.size()).isEqualTo(4);
    }

    @Test
    void numbersThatAreAllTheSameStandInTheMiddle() {
        Histogram histogram = Histogram.of(new float[] {0.5f, 0.5f}, 2);

        assertThat(histogram.counts()[Histogram.BINS / 2]).isEqualTo(2);
        assertThat(histogram.least()).isEqualTo(histogram.greatest()).isEqualTo(0.5);
    }

    @Test
    void nothingHasNoRange() {
        Histogram histogram = Histogram.of(new float[] {Float.NaN}, 1);

        assertThat(histogram.least()).isNaN();
        assertThat(Arrays.stream(histogram.counts()).sum()).isZero();
    }
}
