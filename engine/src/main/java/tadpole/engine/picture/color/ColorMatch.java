package tadpole.engine.picture.color;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.histogram.Histogram;
import tadpole.engine.picture.histogram.HistogramRemap;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One photograph with the colors of another: each channel gets the other's histogram.
 *
 * @param picture with the new colors, of the size of the first photograph
 * @param before  the first photograph's histograms, one of each channel, in the bounds of {@link #wanted}
 * @param wanted  the second photograph's
 * @param after   of what came out
 */
public record ColorMatch(Picture picture, List<Histogram> before, List<Histogram> wanted, List<Histogram> after) {

    /** In which numbers colors are matched. */
    public enum Space {
        RGB, LAB
    }

    /** Where each channel's histogram is drawn: RGB 0..255; lightness 0..100, a and b -128..128. */
    private static final float[][] RGB_BOUNDS = {{0, 255}, {0, 255}, {0, 255}};
    private static final float[][] LAB_BOUNDS = {{0, 100}, {-128, 128}, {-128, 128}};

    public ColorMatch {
        before = List.copyOf(before);
        wanted = List.copyOf(wanted);
        after = List.copyOf(after);
    }

    /** @param photograph whose pixels stay where they are, @param colors whose colors it gets; gray ones count as colored */
    public static ColorMatch of(Picture photograph, Picture colors, Space space, Device device) {
        Tensor values = values(photograph, space, device);
        Tensor other = values(colors, space, device);
        int area = photograph.height() * photograph.width();
        int otherArea = colors.height() * colors.width();
        Tensor made = Tensor.zeros(values.shape());
        int[] places = Histogram.all(area);
        List<Histogram> wanted = HistogramRemap.histograms(other.data(), 3, otherArea, Histogram.all(otherArea), Histogram.BINS);
        new HistogramRemap(wanted, places, HistogramRemap.Range.WANTED, device).remap(values.data(), area, made.data(), device);
        String name = "%s with the colors of %s".formatted(photograph.name(), colors.name());
        Picture picture = space == Space.RGB ? Picture.ofBytes(name, made) : Lab.picture(name, made, device);
        return new ColorMatch(picture, drawn(values, space), drawn(other, space), drawn(made, space));
    }

    private static List<Histogram> drawn(Tensor values, Space space) {
        int area = values.size() / 3;
        int[] places = Histogram.all(area);
        float[][] bounds = space == Space.RGB ? RGB_BOUNDS : LAB_BOUNDS;
        return IntStream.range(0, 3).mapToObj(c -> Histogram.of(values.data(), c * area, places, Histogram.BINS, bounds[c][0], bounds[c][1])).toList();
    }

    private static Tensor values(Picture picture, Space space, Device device) {
        Picture colored = picture.isColored() ? picture : colored(picture);
        return space == Space.RGB ? colored.values() : Lab.of(colored, device);
    }

    private static Picture colored(Picture gray) {
        int area = gray.height() * gray.width();
        Tensor made = Tensor.zeros(Shape.of(3, gray.height(), gray.width()));
        for (int c = 0; c < 3; c++) {
            System.arraycopy(gray.gray().values().data(), 0, made.data(), c * area, area);
        }
        return Picture.ofBytes(gray.name(), made);
    }
}
