package tadpole.engine.picture.insight;

import java.util.Arrays;
import tadpole.engine.picture.harmonize.HistogramRemap;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Tensor;

/**
 * How the values of a layer's maps under the mask are moved to the painting's distribution.
 *
 * @param current      [channels,height,width] of the picture
 * @param mask         which of its places count: those above 1/2
 * @param painting     [channels,height,width]
 * @param paintingMask which of the painting's places count
 */
public record Histograms(InsightQuestion question, Tensor current, Mask mask, Tensor painting, Mask paintingMask, HistogramRemap remap,
        HistogramRemap.Range range) implements Insight {

    public int channels() {
        return current.shape().at(0);
    }

    public Remapped channel(int channel) {
        float[] before = values(current, mask, channel);
        Arrays.sort(before);
        float[] wanted = values(painting, paintingMask, channel);
        Arrays.sort(wanted);
        boolean paintings = range == HistogramRemap.Range.PAINTING;
        float low = paintings || before.length == 0 ? remap.least(channel) : before[0];
        float high = paintings || before.length == 0 ? remap.greatest(channel) : before[before.length - 1];
        float[] after = new float[before.length];
        for (int rank = 0; rank < after.length; rank++) {
            after[rank] = remap.value(channel, rank, low, high);
        }
        return new Remapped(before, after, wanted);
    }

    private static float[] values(Tensor maps, Mask mask, int channel) {
        float[] values = new float[HistogramRemap.places(mask)];
        int area = mask.height() * mask.width();
        int n = 0;
        for (int i = 0; i < area; i++) {
            if (mask.values()[i] > 0.5f) {
                values[n++] = maps.data()[channel * area + i];
            }
        }
        return values;
    }
}
