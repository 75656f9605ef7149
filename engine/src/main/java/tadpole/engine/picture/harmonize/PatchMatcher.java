package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import java.util.function.IntPredicate;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * Finds for each 3x3 patch of one picture's maps the most similar one of another's. Products of single places with all of the
 * painting's are made strip by strip, of three rows at a time, and nine of them summed to the product of two patches: never is there a
 * table of all places with all. Of equal ones the first is taken.
 */
public final class PatchMatcher {

    /** What says how alike two patches are. */
    public enum Measure {
        /** The cosine of the angle between the patches; what lies outside of either picture counts in neither. */
        COSINE,
        /** The sum of the nine products, of maps whose places have length 1. */
        PRODUCT
    }

    /** Columns of the picture that go through a strip together; the products of one strip are 3 · (this + 2) · the painting's places. */
    private static final int STRIP = 32;

    private final Device device;
    private final Measure measure;

    public PatchMatcher(Device device, Measure measure) {
        this.device = device;
        this.measure = measure;
    }

    /**
     * @param picture  [channels,height,width]
     * @param painting [channels,any height,any width]
     * @param wanted   which places of the picture are asked for, row by row
     */
    public Matches match(Tensor picture, Tensor painting, IntPredicate wanted) {
        if (picture.shape().at(0) != painting.shape().at(0)) {
            throw new ShapeException("Maps " + picture.shape() + " and " + painting.shape() + " have not the same channels.");
        }
        return new Search(picture, painting, wanted).run();
    }

    /** The same maps with every place's channels divided by their length + 1e-8. */
    public static Tensor normalized(Tensor maps) {
        Tensor normalized = maps.copy();
        int area = maps.shape().at(1) * maps.shape().at(2);
        double[] squares = squares(maps);
        for (int i = 0; i < maps.size(); i++) {
            normalized.data()[i] = (float) (maps.data()[i] / (Math.sqrt(squares[i % area]) + 1e-8));
        }
        return normalized;
    }

    private static double[] squares(Tensor maps) {
        int area = maps.shape().at(1) * maps.shape().at(2);
        double[] squares = new double[area];
        for (int channel = 0; channel < maps.shape().at(0); channel++) {
            for (int i = 0; i < area; i++) {
                double value = maps.data()[channel * area + i];
                squares[i] += value * value;
            }
        }
        return squares;
    }

    /** One search: rows from the top, and in each strip of columns the products of the last three rows. */
    private final class Search {

        private final Tensor picture;
        private final Tensor painting;
        private final IntPredicate wanted;
        private final int height;
        private final int width;
        private final int rows;
        private final int columns;
        private final double[] squares;
        private final double[] paintingSquares;
        private final float[][] factors = new float[16][];
        private final int[] places;
        private final float[] similarities;
        private final float[] products;
        private final float[][] sums;

        private Search(Tensor picture, Tensor painting, IntPredicate wanted) {
            this.picture = picture;
            this.painting = painting;
            this.wanted = wanted;
            this.height = picture.shape().at(1);
            this.width = picture.shape().at(2);
            this.rows = painting.shape().at(1);
            this.columns = painting.shape().at(2);
            this.squares = squares(picture);
            this.paintingSquares = squares(painting);
            this.places = new int[height * width];
            this.similarities = new float[height * width];
            this.products = new float[3 * (Math.min(STRIP, width) + 2) * rows * columns];
            this.sums = new float[STRIP][columns];
            Arrays.fill(places, Matches.NONE);
        }

        private Matches run() {
            for (int first = 0; first < width; first += STRIP) {
                strip(first, Math.min(width, first + STRIP));
            }
            return new Matches(height, width, rows, columns, places, similarities);
        }

        private void strip(int first, int end) {
            int from = Math.max(0, first - 1);
            int to = Math.min(width, end + 1);
            int made = -1;
            for (int y = 0; y < height; y++) {
                if (!isWanted(y, first, end)) {
                    continue;
                }
                for (int row = Math.max(made + 1, Math.max(0, y - 1)); row <= Math.min(height - 1, y + 1); row++) {
                    multiply(row, from, to);
                    made = row;
                }
                int middle = y;
                prepareFactors(y);
                device.run(end - first, n -> {
                    if (wanted.test(middle * width + first + n)) {
                        search(middle, first + n, from, to, sums[n]);
                    }
                });
            }
        }

        private boolean isWanted(int y, int first, int end) {
            for (int x = first; x < end; x++) {
                if (wanted.test(y * width + x)) {
                    return true;
                }
            }
            return false;
        }

        /** All products of a row's places with the painting's, into the third of the strip's room that is the row's turn. */
        private void multiply(int row, int from, int to) {
            int channels = picture.shape().at(0);
            int area = rows * columns;
            Matrix places = new Matrix(picture.data(), row * width + from, to - from, channels, height * width, true);
            Matrix maps = Matrix.of(painting.data(), channels, area);
            device.kernels().multiply(places, maps, Matrix.of(products, start(row, from, from, to), to - from, area));
        }

        private int start(int row, int x, int from, int to) {
            return (row % 3 * (to - from) + x - from) * rows * columns;
        }

        private void prepareFactors(int y) {
            for (int x : new int[] {0, Math.min(1, width - 1), width - 1}) {
                int sides = sides(y, x);
                if (factors[sides] == null) {
                    factors[sides] = factors(sides);
                }
            }
        }

        /** Which neighbors a place has: 1 above, 2 below, 4 left, 8 right. */
        private int sides(int y, int x) {
            return (y > 0 ? 1 : 0) + (y < height - 1 ? 2 : 0) + (x > 0 ? 4 : 0) + (x < width - 1 ? 8 : 0);
        }

        /** One over the length of each of the painting's patches, of the places that the picture's patch has too. */
        private float[] factors(int sides) {
            float[] factors = new float[rows * columns];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = measure == Measure.PRODUCT ? 1 : factor(paintingSquares, rows, columns, i / columns, i % columns, sides);
            }
            return factors;
        }

        private void search(int y, int x, int from, int to, float[] sum) {
            float[] lengths = factors[sides(y, x)];
            float best = Float.NEGATIVE_INFINITY;
            int place = 0;
            float[] own = own(y, x);
            for (int v = 0; v < rows; v++) {
                Arrays.fill(sum, 0);
                for (int dy = Math.max(-1, -Math.min(y, v)); dy <= 1 && y + dy < height && v + dy < rows; dy++) {
                    for (int dx = x > 0 ? -1 : 0; dx <= 1 && x + dx < width; dx++) {
                        int begin = start(y + dy, x + dx, from, to) + (v + dy) * columns + dx;
                        add(products, begin, sum, Math.max(0, -dx), Math.min(columns, columns - dx));
                    }
                }
                int upDown = (v > 0 ? 1 : 0) + (v < rows - 1 ? 2 : 0);
                float middle = own[upDown + 12];
                for (int u = 0; u < columns; u++) {
                    float factor = u > 0 && u < columns - 1 ? middle : own[upDown + (u > 0 ? 4 : 0) + (u < columns - 1 ? 8 : 0)];
                    float score = sum[u] * lengths[v * columns + u] * factor;
                    if (score > best) {
                        best = score;
                        place = v * columns + u;
                    }
                }
            }
            places[y * width + x] = place;
            similarities[y * width + x] = best;
        }

        private static void add(float[] from, int begin, float[] to, int first, int end) {
            for (int u = first; u < end; u++) {
                to[u] += from[begin + u];
            }
        }

        /** One over the length of a patch of the picture, of the places that a match has too, for each kind of sides that a match can have. */
        private float[] own(int y, int x) {
            float[] own = new float[16];
            for (int sides = 0; sides < own.length; sides++) {
                own[sides] = measure == Measure.PRODUCT ? 1 : factor(squares, height, width, y, x, sides);
            }
            return own;
        }
    }

    /** One over the length of the patch around a place, of what lies inside and on the sides that the other patch has; 0 of an empty one. */
    private static float factor(double[] squares, int height, int width, int y, int x, int sides) {
        double square = 0;
        for (int dy = sides % 2 == 1 ? -1 : 0; dy <= (sides / 2 % 2 == 1 ? 1 : 0); dy++) {
            for (int dx = sides / 4 % 2 == 1 ? -1 : 0; dx <= (sides / 8 == 1 ? 1 : 0); dx++) {
                if (y + dy >= 0 && y + dy < height && x + dx >= 0 && x + dx < width) {
                    square += squares[(y + dy) * width + x + dx];
                }
            }
        }
        return square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    }

    /** The painting's maps moved to where they were taken: [channels, the picture's size]; 0 where nothing was asked for. */
    public static Tensor moved(Tensor painting, Matches matches) {
        int channels = painting.shape().at(0);
        int area = matches.height() * matches.width();
        int from = matches.paintingHeight() * matches.paintingWidth();
        Tensor moved = Tensor.zeros(Shape.of(channels, matches.height(), matches.width()));
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < area; i++) {
                int place = matches.places()[i];
                moved.data()[channel * area + i] = place == Matches.NONE ? 0 : painting.data()[channel * from + place];
            }
        }
        return moved;
    }
}
