package tadpole.engine.picture.pull;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.picture.histogram.Ranking;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/**
 * Colors as a cloud of points: projected on 13 fixed directions of red, green and blue and sorted, those of the picture shall equal the wanted
 * ones, rank by rank (optimal transport, sliced; Rabin et al. 2011). Loss: mean over directions and pixels of the squared difference, in units of
 * 255. With another count of pixels the wanted value is read at the same share of ranks, linearly between two.
 */
public final class ColorPull implements Pull {

    private static final double WHITE = 255;

    /** The neighbors of the middle of a 3x3x3 cube, one of each opposite pair. */
    private static final int[][] DIRECTIONS = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 0}, {1, -1, 0}, {1, 0, 1}, {1, 0, -1}, {0, 1, 1}, {0, 1, -1},
        {1, 1, 1}, {1, 1, -1}, {1, -1, 1}, {1, -1, -1}};

    /** Directions that are worked on at once; fixed, as the order of additions must not depend on threads. */
    private static final int LANES = 4;

    private final PullName name = new PullName(PullName.Kind.COLOR, PullName.PIXELS);
    private final Device device;
    private final float[][] wanted;
    private final int[] places;
    private final double[] losses = new double[DIRECTIONS.length];
    private Lane[] lanes = new Lane[0];

    private ColorPull(float[][] wanted, Device device) {
        this.wanted = wanted;
        this.places = IntStream.range(0, wanted[0].length).toArray();
        this.device = device;
    }

    /**
     * @param styles  pictures [3,height,width] in 0..255
     * @param weights shares of each, that add up to 1: ranks are blended
     * @param pixels  how many the picture has that is to be pulled
     */
    public static ColorPull toward(List<Tensor> styles, double[] weights, int pixels, Device device) {
        float[][] wanted = new float[DIRECTIONS.length][pixels];
        device.run(DIRECTIONS.length, direction -> {
            for (int s = 0; s < weights.length; s++) {
                float[] sorted = sorted(styles.get(s), direction);
                double step = (double) sorted.length / pixels;
                for (int rank = 0; rank < pixels; rank++) {
                    wanted[direction][rank] += (float) (weights[s] * at(sorted, (rank + 0.5) * step - 0.5));
                }
            }
        });
        return new ColorPull(wanted, device);
    }

    @Override
    public PullName name() {
        return name;
    }

    @Override
    public double pull(Tensor pixels, Tensor gradient) {
        Weighted.requireAlike(pixels, gradient);
        int n = Weighted.places(pixels);
        if (n != wanted[0].length) {
            throw new IllegalArgumentException("These colors are for %d pixels, but the picture has %d.".formatted(wanted[0].length, n));
        }
        if (lanes.length == 0) {
            lanes = new Lane[LANES];
            Arrays.setAll(lanes, _ -> new Lane(n));
        }
        device.run(LANES, lane -> {
            Arrays.fill(lanes[lane].gradient, 0);
            for (int direction = lane; direction < DIRECTIONS.length; direction += LANES) {
                losses[direction] = pull(pixels.data(), n, direction, lanes[lane]);
            }
        });
        float[] g = gradient.data();
        device.run(3, channel -> {
            for (int i = channel * n; i < (channel + 1) * n; i++) {
                g[i] = lanes[0].gradient[i] + lanes[1].gradient[i] + lanes[2].gradient[i] + lanes[3].gradient[i];
            }
        });
        return Arrays.stream(losses).sum() / (WHITE * WHITE * DIRECTIONS.length * n);
    }

    private double pull(float[] pixels, int n, int direction, Lane lane) {
        project(pixels, n, direction, lane.values);
        int[] order = lane.ranking.order(lane.values, 0, places);
        float factor = (float) (2 / (WHITE * WHITE * DIRECTIONS.length * n));
        double length = length(direction);
        int[] d = DIRECTIONS[direction];
        float red = (float) (factor * d[0] / length);
        float green = (float) (factor * d[1] / length);
        float blue = (float) (factor * d[2] / length);
        float[] to = wanted[direction];
        float[] g = lane.gradient;
        double sum = 0;
        for (int rank = 0; rank < n; rank++) {
            int i = order[rank];
            float off = lane.values[i] - to[rank];
            sum += (double) off * off;
            g[i] += red * off;
            g[n + i] += green * off;
            g[2 * n + i] += blue * off;
        }
        return sum;
    }

    private static float[] sorted(Tensor picture, int direction) {
        float[] values = new float[Weighted.places(picture)];
        project(picture.data(), values.length, direction, values);
        Arrays.sort(values);
        return values;
    }

    private static void project(float[] pixels, int n, int direction, float[] values) {
        double length = length(direction);
        float red = (float) (DIRECTIONS[direction][0] / length);
        float green = (float) (DIRECTIONS[direction][1] / length);
        float blue = (float) (DIRECTIONS[direction][2] / length);
        for (int i = 0; i < n; i++) {
            values[i] = red * pixels[i] + green * pixels[n + i] + blue * pixels[2 * n + i];
        }
    }

    private static double length(int direction) {
        int[] d = DIRECTIONS[direction];
        return Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
    }

    private static double at(float[] sorted, double place) {
        double within = Math.clamp(place, 0.0, sorted.length - 1.0);
        int below = (int) within;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (within - below) * (sorted[above] - sorted[below]);
    }

    /** What one direction needs at a time. */
    private static final class Lane {
        private final float[] values;
        private final float[] gradient;
        private final Ranking ranking;

        Lane(int n) {
            values = new float[n];
            gradient = new float[3 * n];
            ranking = new Ranking(n);
        }
    }
}
