package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.histogram.Histogram;
import tadpole.engine.picture.histogram.HistogramRemap;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class HistogramPullTest {

    private static final PullName NAME = new PullName(PullName.Kind.HISTOGRAM, "relu1_1");

    private static HistogramPull pull(float[] painting, int[] places, HistogramRemap.Range range, boolean scaled) {
        List<Histogram> wanted = HistogramRemap.histograms(painting, 1, painting.length, Histogram.all(painting.length), Histogram.BINS);
        return new HistogramPull(NAME, new HistogramRemap(wanted, places, range, scaled, Device.plain()), places, Device.plain());
    }

    @Test
    void theGradientIsTheValueLessTheRemappedOneUnderTheMask() {
        int[] places = HistogramPull.places(new Mask(1, 4, new float[] {1, 0.4f, 0.6f, 0.5f}));
        Tensor maps = Tensor.of(Shape.of(1, 1, 4), 9, 100, 5, 100);
        Tensor gradient = Tensor.of(Shape.of(1, 1, 4), 7, 7, 7, 7);

        double loss = pull(new float[] {0, 256}, places, HistogramRemap.Range.WANTED, true).pull(maps, gradient);

        // Two values, one in the first bin and one in the last: rank 0 goes to the middle of bin 0, rank 1 to the middle of bin 255.
        assertThat(gradient.data()).containsExactly(9 - 255.5f, 0, 5 - 0.5f, 0);
        assertThat(loss).isCloseTo(0.5 * (246.5 * 246.5 + 4.5 * 4.5), within(1e-3));
    }

    @Test
    void unscaledCountsFillOnlyTheLowestRanks() {
        Tensor maps = Tensor.of(Shape.of(1, 1, 4), 1, 2, 3, 4);
        Tensor gradient = Tensor.zeros(maps.shape());

        pull(new float[] {0, 256}, Histogram.all(4), HistogramRemap.Range.WANTED, false).pull(maps, gradient);

        assertThat(gradient.data()).containsExactly(1 - 0.5f, 2 - 255.5f, 3 - 256, 4 - 256);
    }

    @Test
    void outputsOwnRangeIsTakenWhereAsked() {
        Tensor maps = Tensor.of(Shape.of(1, 1, 2), 100, 356);
        Tensor gradient = Tensor.zeros(maps.shape());

        pull(new float[] {0, 1}, Histogram.all(2), HistogramRemap.Range.OUTPUT, true).pull(maps, gradient);

        assertThat(gradient.data()).containsExactly(-0.5f, 0.5f);
    }
}
