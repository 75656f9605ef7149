package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class RefinementTest {

    private final RandomGenerator random = new Seed(3).generator();

    private Matches matches(int height, int width, int rows, int columns) {
        int[] places = new int[height * width];
        for (int i = 0; i < places.length; i++) {
            places[i] = i % 7 == 3 ? Matches.NONE : random.nextInt(rows * columns);
        }
        return new Matches(height, width, rows, columns, places, new float[places.length]);
    }

    private Tensor colors(int rows, int columns) {
        Tensor colors = Tensor.zeros(Shape.of(3, rows, columns));
        for (int i = 0; i < colors.size(); i++) {
            colors.data()[i] = 255 * random.nextFloat();
        }
        return colors;
    }

    private static double distance(Tensor colors, int[] one, int[] other) {
        int area = colors.shape().at(1) * colors.shape().at(2);
        int columns = colors.shape().at(2);
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            sum += Math.pow((double) colors.data()[c * area + one[0] * columns + one[1]] - colors.data()[c * area + other[0] * columns + other[1]], 2);
        }
        return Math.sqrt(sum);
    }

    @Test
    void keepsTheSuggestionNearestToAllSuggestions() {
        Matches matches = matches(6, 8, 9, 7);
        Tensor colors = colors(9, 7);

        Matches refined = Refinement.refine(matches, colors, i -> i != 10, 2);

        for (int p = 0; p < 48; p++) {
            if (p == 10 || matches.places()[p] == Matches.NONE) {
                assertThat(refined.places()[p]).isEqualTo(matches.places()[p]);
                continue;
            }
            List<int[]> suggestions = new ArrayList<>();
            for (int d = 0; d < 25; d++) {
                int y = p / 8 + d / 5 - 2;
                int x = p % 8 + d % 5 - 2;
                if (y >= 0 && y < 6 && x >= 0 && x < 8 && matches.places()[y * 8 + x] != Matches.NONE) {
                    int v = matches.places()[y * 8 + x] / 7 - (y - p / 8);
                    int u = matches.places()[y * 8 + x] % 7 - (x - p % 8);
                    if (v >= 0 && v < 9 && u >= 0 && u < 7) {
                        suggestions.add(new int[] {v, u});
                    }
                }
            }
            int[] best = suggestions.getFirst();
            double least = Double.MAX_VALUE;
            for (int[] one : suggestions) {
                double mean = suggestions.stream().mapToDouble(other -> distance(colors, one, other)).average().orElseThrow();
                if (mean < least) {
                    least = mean;
                    best = one;
                }
            }
            assertThat(refined.places()[p]).isEqualTo(best[0] * 7 + best[1]);
        }
    }

    @Test
    void bringsAnOutlierBackToItsNeighbors() {
        int[] places = new int[25];
        for (int i = 0; i < 25; i++) {
            places[i] = (i / 5 + 2) * 10 + i % 5 + 1;
        }
        places[12] = 99;

        Matches refined = Refinement.refine(new Matches(5, 5, 10, 10, places, new float[25]), colors(10, 10), _ -> true, 2);

        assertThat(refined.places()[12]).isEqualTo(4 * 10 + 3);
    }

    @Test
    void eachPlaceOfThePaintingCountsOnceWithItsNeighbors() {
        Mask mask = PaintingMask.of(new Matches(1, 4, 5, 6, new int[] {0, 15, 15, Matches.NONE}, new float[4]));

        assertThat(mask).isEqualTo(new Mask(5, 6, new float[] {
            1, 1, 0, 0, 0, 0,
            1, 1, 1, 1, 1, 0,
            0, 0, 1, 1, 1, 0,
            0, 0, 1, 1, 1, 0,
            0, 0, 0, 0, 0, 0}));
    }

    @Test
    void aFinerLayerTakesTheValueOfThePlaceItLiesIn() {
        Mask finer = PaintingMask.nearest(new Mask(2, 2, new float[] {1, 0, 0, 1}), 4, 5);

        assertThat(finer).isEqualTo(new Mask(4, 5, new float[] {1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1}));
    }
}
