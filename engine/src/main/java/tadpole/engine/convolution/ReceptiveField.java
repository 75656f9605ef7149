package tadpole.engine.convolution;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the places of stacked windows see of the picture. Plane 0 is the picture, plane i what stage i gives.
 *
 * <p>Back over a stage with a window of k pixels, dilation d, stride s and padding p, r places see r' = s r + (d (k - 1) + 1 - s), and the
 * first of them is u' = s u - p; the jump is the product of the strides. (Araujo, Norris, Sim: Computing Receptive Fields of Convolutional
 * Neural Networks, Distill 2019, with the window that dilation spreads.)
 */
public record ReceptiveField(List<Sliding> stages) {

    public ReceptiveField {
        stages = List.copyOf(stages);
    }

    /** How high and wide what one place of a plane sees of the picture is, padding with it. */
    public Area size(int plane) {
        return area(plane, 0, 0, 0);
    }

    /** How many pixels of the picture it is from one place of a plane to the next. */
    public int jump(int plane) {
        return stages.subList(0, plane).stream().mapToInt(Sliding::stride).reduce(1, Math::multiplyExact);
    }

    /** What one place of a plane sees of a plane before it (or of itself), not cut at any edge. */
    public Area area(int plane, int y, int x, int before) {
        Area area = Area.ofPlace(y, x);
        for (int i = plane; i > before; i--) {
            area = stages.get(i - 1).window(area);
        }
        return area;
    }

    /**
     * The rows of a plane that one row of a later plane really comes from, in order: without the gaps of dilation and without zeros, with the
     * rows that stand in the padding again.
     *
     * @param pictureHeight of plane 0
     */
    public int[] rows(int plane, int y, int before, int pictureHeight) {
        int[] sizes = new int[plane + 1];
        sizes[0] = pictureHeight;
        for (int i = 1; i <= plane; i++) {
            sizes[i] = stages.get(i - 1).outHeight(sizes[i - 1]);
        }
        return seen(plane, y, before, sizes, true);
    }

    /** The same of columns. */
    public int[] columns(int plane, int x, int before, int pictureWidth) {
        int[] sizes = new int[plane + 1];
        sizes[0] = pictureWidth;
        for (int i = 1; i <= plane; i++) {
            sizes[i] = stages.get(i - 1).outWidth(sizes[i - 1]);
        }
        return seen(plane, x, before, sizes, false);
    }

    private int[] seen(int plane, int place, int before, int[] sizes, boolean rows) {
        IntStream places = IntStream.of(place);
        for (int i = plane; i > before; i--) {
            Sliding stage = stages.get(i - 1);
            int size = sizes[i - 1];
            int window = rows ? stage.height() : stage.width();
            int first = -stage.padding().before(window, stage.dilation());
            places = places.flatMap(at -> IntStream.range(0, window).map(tap -> at * stage.stride() + first + tap * stage.dilation()))
                    .map(at -> stage.padding().source(at, size)).filter(at -> at >= 0).distinct().sorted();
        }
        return places.toArray();
    }
}
