package tadpole.engine.picture.insight;

import java.util.Arrays;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.color.ColorMatch;
import tadpole.engine.picture.color.Lab;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * One photograph with the colors of another, and how each channel was remapped.
 *
 * @param picture with the new colors
 * @param before  [3,height,width] of the first photograph in the numbers that were matched
 * @param after   the same of the picture
 * @param wanted  [3,height,width] of the second photograph
 */
public record PhotoColors(Picture picture, Tensor before, Tensor after, Tensor wanted) {

    /** @param from whose pixels @param to whose colors; both of three channels */
    public static PhotoColors of(Picture from, Picture to, ColorMatch.Space space, Device device) {
        Picture made = ColorMatch.of(from, to, space, device).picture();
        return new PhotoColors(made, values(from, space, device), values(made, space, device), values(to, space, device));
    }

    private static Tensor values(Picture picture, ColorMatch.Space space, Device device) {
        return space == ColorMatch.Space.RGB ? picture.values() : Lab.of(picture, device);
    }

    /** How the values of one channel moved. */
    public Remapped channel(int channel) {
        return new Remapped(sorted(before, channel), sorted(after, channel), sorted(wanted, channel));
    }

    private static float[] sorted(Tensor values, int channel) {
        int area = values.shape().at(1) * values.shape().at(2);
        float[] sorted = Arrays.copyOfRange(values.data(), channel * area, (channel + 1) * area);
        Arrays.sort(sorted);
        return sorted;
    }
}
