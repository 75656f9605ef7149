package tadpole.engine.picture.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class MaskTest {

    private static Mask random(int height, int width, double share) {
        RandomGenerator random = new Seed(7).generator();
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextDouble() < share ? 1 : 0;
        }
        return new Mask(height, width, values);
    }

    @Test
    void aPictureComesAndGoesAsAMask() {
        Picture picture = Picture.ofBytes("p", Tensor.of(Shape.of(1, 2, 2), 0, 51, 255, 128));

        Mask mask = Mask.of(picture);

        assertThat(mask.values()).containsExactly(0, 0.2f, 1, 128 / 255f);
        assertThat(mask.picture("back").values().data()).containsExactly(0, 51, 255, 128);
        assertThat(mask.above(0.5).values()).containsExactly(0, 0, 1, 1);
        assertThat(mask.inverted().inverted().values()).containsExactly(mask.values(), within(1e-6f));
    }

    @Test
    void theBoxHoldsAllAboveNothing() {
        float[] values = new float[20];
        values[7] = 0.01f;
        values[13] = 1;

        assertThat(new Mask(4, 5, values).box()).isEqualTo(new Box(2, 1, 2, 2));
        assertThat(Mask.empty(4, 5).box()).isEqualTo(Box.NOTHING);
        assertThat(Mask.full(4, 5).box()).isEqualTo(Box.of(4, 5));
    }

    @Nested
    class Combined {

        private final Mask one = new Mask(1, 3, new float[] {0, 0.75f, 1});
        private final Mask two = new Mask(1, 3, new float[] {0.5f, 0.5f, 0.5f});

        @Test
        void addsSubtractsAndReplaces() {
            assertThat(one.with(two, Combine.ADD).values()).containsExactly(0.5f, 0.75f, 1);
            assertThat(one.with(two, Combine.SUBTRACT).values()).containsExactly(0, 0.5f, 0.5f);
            assertThat(one.with(two, Combine.REPLACE)).isEqualTo(two);
        }

        @Test
        void refusesAnotherSize() {
            assertThatThrownBy(() -> one.with(Mask.empty(3, 1), Combine.ADD)).hasMessage("Masks that are put together have one size, but here are 3×1 and 1×3 pixels.");
        }
    }

    @Nested
    class GrownAndShrunk {

        @ParameterizedTest
        @ValueSource(doubles = {0, 1, 1.5, 3, 5, 40})
        void areExact(double radius) {
            Mask mask = random(23, 31, 0.02);

            assertThat(mask.grown(radius)).isEqualTo(near(mask, radius, true));
            assertThat(mask.inverted().shrunk(radius)).isEqualTo(near(mask.inverted(), radius, false));
        }

        @Test
        void nothingGrowsToNothingAndAllShrinksToAll() {
            assertThat(Mask.empty(9, 4).grown(3)).isEqualTo(Mask.empty(9, 4));
            assertThat(Mask.full(9, 4).shrunk(3)).isEqualTo(Mask.full(9, 4));
        }

        private static Mask near(Mask mask, double radius, boolean grow) {
            float[] values = new float[mask.values().length];
            for (int y = 0; y < mask.height(); y++) {
                for (int x = 0; x < mask.width(); x++) {
                    boolean found = false;
                    for (int v = 0; v < mask.height(); v++) {
                        for (int u = 0; u < mask.width(); u++) {
                            found |= mask.at(v, u) >= 0.5 == grow && (x - u) * (x - u) + (y - v) * (y - v) <= radius * radius;
                        }
                    }
                    values[y * mask.width() + x] = found == grow ? 1 : 0;
                }
            }
            return new Mask(mask.height(), mask.width(), values);
        }
    }

    @Test
    void featherKeepsWhatIsFarFromTheEdgeAndSpreadsAsAGaussian() {
        Mask half = Shapes.rectangle(40, 60, 0, 0, 30, 40);

        Mask soft = half.feathered(4);

        assertThat(soft.at(20, 5)).isEqualTo(1, within(1e-5f));
        assertThat(soft.at(20, 55)).isZero();
        assertThat(soft.at(20, 29) + soft.at(20, 30)).isEqualTo(1, within(1e-5f));
        double sum = 0;
        double above = 0;
        for (int k = -12; k <= 12; k++) {
            sum += Math.exp(-k * k / 32.0);
            above += k >= 1 ? Math.exp(-k * k / 32.0) : 0;
        }
        assertThat((double) soft.at(20, 30)).isEqualTo(above / sum, within(1e-5));
        assertThat(half.feathered(0)).isSameAs(half);
    }

    @Test
    void croppedIsNothingBeyondTheMask() {
        Mask cropped = new Mask(2, 2, new float[] {1, 2, 3, 4}).cropped(new Box(1, -1, 2, 2));

        assertThat(cropped.values()).containsExactly(0, 0, 2, 0);
    }

    @Test
    void resizedIsBilinearWithHalfPixelCenters() {
        Mask mask = new Mask(1, 4, new float[] {0, 0, 1, 1});

        assertThat(mask.resized(1, 2).values()).containsExactly(0, 1);
        assertThat(mask.resized(1, 8).values()).containsExactly(0, 0, 0, 0.25f, 0.75f, 1, 1, 1);
    }
}
