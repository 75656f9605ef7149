package tadpole.engine.picture.insight;

import java.util.Arrays;
import tadpole.engine.tensor.Tensor;

/**
 * How the values of a layer's maps under the mask are moved to the painting's distribution.
 *
 * @param maps           of picture and painting
 * @param remapped       the picture's, [channels,height,width], at the places
 * @param places         of the picture that count; nobody writes into it
 * @param paintingPlaces of the painting that count; nobody writes into it
 */
public record Histograms(InsightQuestion question, LayerMaps maps, Tensor remapped, int[] places, int[] paintingPlaces) implements Insight {

    public int channels() {
        return maps.channels();
    }

    public Remapped channel(int channel) {
        return new Remapped(sorted(maps.current(), channel, places), sorted(remapped, channel, places), sorted(maps.painting(), channel, paintingPlaces));
    }

    private static float[] sorted(Tensor maps, int channel, int[] at) {
        int area = maps.shape().at(1) * maps.shape().at(2);
        float[] values = new float[at.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = maps.data()[channel * area + at[i]];
        }
        Arrays.sort(values);
        return values;
    }
}
