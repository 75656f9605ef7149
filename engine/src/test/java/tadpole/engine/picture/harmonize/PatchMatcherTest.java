package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PatchMatcherTest {

    private static final int CHANNELS = 6;

    private static Tensor maps(int height, int width, String name) {
        RandomGenerator random = new Seed(7).derive(name).generator();
        Tensor maps = Tensor.zeros(Shape.of(CHANNELS, height, width));
        for (int i = 0; i < maps.size(); i++) {
            maps.data()[i] = (float) Math.max(0, random.nextGaussian());
        }
        return maps;
    }

    private static double at(Tensor maps, int channel, int y, int x) {
        return maps.data()[(channel * maps.shape().at(1) + y) * maps.shape().at(2) + x];
    }

    private static boolean inside(Tensor maps, int y, int x) {
        return y >= 0 && x >= 0 && y < maps.shape().at(1) && x < maps.shape().at(2);
    }

    /** As the description says it: positions outside either picture are skipped, in the norms too. */
    private static double similarity(Tensor picture, int y, int x, Tensor painting, int v, int u, boolean cosine) {
        double dot = 0;
        double one = 0;
        double other = 0;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                if (!inside(picture, y + dy, x + dx) || !inside(painting, v + dy, u + dx)) {
                    continue;
                }
                for (int c = 0; c < CHANNELS; c++) {
                    double a = at(picture, c, y + dy, x + dx);
                    double b = at(painting, c, v + dy, u + dx);
                    dot += a * b;
                    one += a * a;
                    other += b * b;
                }
            }
        }
        return cosine ? dot / Math.sqrt(one) / Math.sqrt(other) : dot;
    }

    @ParameterizedTest
    @CsvSource({"COSINE, 5, 7, 6, 9", "COSINE, 3, 70, 8, 5", "PRODUCT, 4, 35, 7, 11", "COSINE, 1, 4, 5, 5", "COSINE, 4, 1, 1, 6", "PRODUCT, 2, 2, 2, 3"})
    void takesTheMostSimilarPatch(PatchMatcher.Measure measure, int height, int width, int rows, int columns) {
        Tensor picture = maps(height, width, "picture");
        Tensor painting = maps(rows, columns, "painting");
        boolean cosine = measure == PatchMatcher.Measure.COSINE;
        try (Device one = Device.cpu(1); Device three = Device.cpu(3)) {
            Matches matches = new PatchMatcher(one, measure).match(picture, painting, i -> i % 5 != 2);

            assertThat(new PatchMatcher(three, measure).match(picture, painting, i -> i % 5 != 2)).isEqualTo(matches);
            for (int i = 0; i < height * width; i++) {
                if (i % 5 == 2) {
                    assertThat(matches.places()[i]).isEqualTo(Matches.NONE);
                    continue;
                }
                double best = Double.NEGATIVE_INFINITY;
                int place = 0;
                for (int q = 0; q < rows * columns; q++) {
                    double score = similarity(picture, i / width, i % width, painting, q / columns, q % columns, cosine);
                    if (score > best) {
                        best = score;
                        place = q;
                    }
                }
                assertThat(matches.places()[i]).as("place " + i).isEqualTo(place);
                assertThat(matches.similarities()[i]).isCloseTo((float) best, within(1e-4f));
            }
        }
    }

    @Test
    void findsAPaintingInItselfAndTakesTheFirstOfEqualOnes() {
        Tensor half = maps(6, 5, "half");
        Tensor twice = Tensor.zeros(Shape.of(CHANNELS, 6, 10));
        for (int i = 0; i < half.size(); i++) {
            twice.data()[i / 5 * 10 + i % 5] = half.data()[i];
            twice.data()[i / 5 * 10 + i % 5 + 5] = half.data()[i];
        }

        Matches matches = new PatchMatcher(Device.plain(), PatchMatcher.Measure.COSINE).match(half, twice, inner(6, 5));

        for (int y = 1; y < 5; y++) {
            for (int x = 1; x < 4; x++) {
                assertThat(matches.row(y, x)).isEqualTo(y);
                assertThat(matches.column(y, x)).isEqualTo(x);
                assertThat(matches.similarities()[y * 5 + x]).isCloseTo(1, within(1e-5f));
            }
        }
        assertThat(matches.count()).isEqualTo(12);
    }

    @Test
    void movesMapsToWhereTheyWereTaken() {
        Tensor painting = maps(3, 4, "painting");
        Matches matches = new Matches(1, 3, 3, 4, new int[] {7, Matches.NONE, 0}, new float[3]);

        Tensor moved = PatchMatcher.moved(painting, matches);

        for (int c = 0; c < CHANNELS; c++) {
            assertThat(moved.data()[3 * c]).isEqualTo(painting.data()[12 * c + 7]);
            assertThat(moved.data()[3 * c + 1]).isZero();
            assertThat(moved.data()[3 * c + 2]).isEqualTo(painting.data()[12 * c]);
        }
    }

    @Test
    void normalizedPlacesHaveLengthOneAndEmptyOnesStayEmpty() {
        Tensor maps = maps(4, 4, "maps");
        for (int c = 0; c < CHANNELS; c++) {
            maps.data()[16 * c + 5] = 0;
        }

        Tensor normalized = PatchMatcher.normalized(maps);

        for (int i = 0; i < 16; i++) {
            double square = 0;
            for (int c = 0; c < CHANNELS; c++) {
                square += Math.pow(normalized.data()[16 * c + i], 2);
            }
            assertThat(square).isCloseTo(i == 5 ? 0 : 1, within(1e-6));
        }
    }

    private static IntPredicate inner(int height, int width) {
        return i -> i / width > 0 && i / width < height - 1 && i % width > 0 && i % width < width - 1;
    }
}
