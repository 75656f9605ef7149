package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.TinyExperiment;

class AugmentationsTest {

    private static final float[] PICTURE = {
        1, 2, 3,
        4, 5, 6,
        7, 8, 9};
    private static final Shape SHAPE = Shape.of(1, 3, 3);

    /** What it makes of the 3×3 picture when it draws those numbers in turn. */
    private static float[] changed(Recipe<AugmentationMaker> recipe, Map<String, ?> settings, double... drawn) throws SettingException {
        Spec spec = recipe.with(settings);
        float[] values = {-1, -1, 1, 2, 3, 4, 5, 6, 7, 8, 9, -1};
        float[] room = new float[9];
        Arrays.fill(room, Float.NaN);

        recipe.maker().make(spec.settings(), SHAPE).apply(values, 2, room, new Told(drawn));

        assertThat(values).startsWith(-1, -1).endsWith(-1);
        return Arrays.copyOfRange(values, 2, 11);
    }

    /** Draws what it is told. */
    private static final class Told implements RandomGenerator {

        private final double[] drawn;
        private int next;

        Told(double... drawn) {
            this.drawn = drawn;
        }

        @Override
        public double nextDouble() {
            return drawn[next++];
        }

        @Override
        public int nextInt(int bound) {
            return (int) drawn[next++];
        }

        @Override
        public double nextGaussian() {
            return drawn[next++ % drawn.length];
        }

        @Override
        public long nextLong() {
            throw new AssertionError("Nothing was told.");
        }
    }

    @Nested
    class OfAKnownPicture {

        @Test
        void flipSwapsLeftAndRightBelowItsProbability() throws SettingException {
            assertThat(changed(Flip.RECIPE, Map.of("probability", 0.3), 0.29)).containsExactly(3, 2, 1, 6, 5, 4, 9, 8, 7);
            assertThat(changed(Flip.RECIPE, Map.of("probability", 0.3), 0.3)).containsExactly(PICTURE);
        }

        @Test
        void cropTakesAPieceOfTheMirroredPicture() throws SettingException {
            assertThat(changed(Crop.RECIPE, Map.of("padding", 1), 1, 1)).containsExactly(PICTURE);
            assertThat(changed(Crop.RECIPE, Map.of("padding", 1), 0, 2)).containsExactly(5, 6, 5, 2, 3, 2, 5, 6, 5);
            assertThat(changed(Crop.RECIPE, Map.of("padding", 2), 4, 2)).containsExactly(7, 8, 9, 4, 5, 6, 1, 2, 3);
        }

        @Test
        void cropTakesAPieceOfThePictureInBlack() throws SettingException {
            assertThat(changed(Crop.RECIPE, Map.of("padding", 1, "paddingMode", "zeros"), 2, 0)).containsExactly(0, 4, 5, 0, 7, 8, 0, 0, 0);
            assertThat(changed(Crop.RECIPE, Map.of("padding", 2, "paddingMode", "zeros"), 0, 4)).containsExactly(0, 0, 0, 0, 0, 0, 3, 0, 0);
        }

        @Test
        void shiftFillsWithItsBorder() throws SettingException {
            assertThat(changed(Shift.RECIPE, Map.of("pixels", 1, "border", 255), 0, 1)).containsExactly(255, 255, 255, 1, 2, 3, 4, 5, 6);
            assertThat(changed(Shift.RECIPE, Map.of("pixels", 2, "border", 7), 2, 4)).containsExactly(3, 7, 7, 6, 7, 7, 9, 7, 7);
        }

        @Test
        void rotateByARightAngleMovesEveryPixelToItsPlace() throws SettingException {
            assertClose(changed(Rotate.RECIPE, Map.of("degrees", 90.0), 1), 3, 6, 9, 2, 5, 8, 1, 4, 7);
            assertClose(changed(Rotate.RECIPE, Map.of("degrees", 180.0), 1), 9, 8, 7, 6, 5, 4, 3, 2, 1);
            assertThat(changed(Rotate.RECIPE, Map.of("degrees", 90.0), 0.5)).containsExactly(PICTURE);
        }

        /** The corner falls to (1 - √2, 1): 0.4142 of it outside. */
        @Test
        void rotateByHalfARightAngleMixesNeighborsAndBorder() throws SettingException {
            float[] turned = changed(Rotate.RECIPE, Map.of("degrees", 45.0, "border", 100.0), 1);

            assertThat(turned[4]).isEqualTo(5);
            assertThat((double) turned[0]).isCloseTo(100 * 0.41421 + 2 * 0.58579, Offset.offset(1e-3));
        }

        private static void assertClose(float[] actual, float... expected) {
            assertThat(actual).containsExactly(expected, Offset.offset(1e-5f));
        }

        @Test
        void noiseAddsItsDeviation() throws SettingException {
            assertThat(changed(Noise.RECIPE, Map.of("deviation", 0.5), 1, -2, 0)).containsExactly(1.5f, 1, 3, 4.5f, 4, 6, 7.5f, 7, 9);
        }

        @Test
        void cutoutBlanksASquareThatMayReachOutside() throws SettingException {
            assertThat(changed(Cutout.RECIPE, Map.of("size", 2), 1, 1)).containsExactly(0, 0, 3, 0, 0, 6, 7, 8, 9);
            assertThat(changed(Cutout.RECIPE, Map.of("size", 2), 0, 2)).containsExactly(1, 0, 0, 4, 5, 6, 7, 8, 9);
        }
    }

    @Nested
    class OfABatch {

        private final Images images = Pictures.random(40, 3, 8, 9);
        private final int[] order = IntStream.range(0, 40).map(i -> (i * 7) % 40).toArray();

        @Test
        void dependsOnSeedAndSampleAlone() throws SettingException {
            for (Recipe<AugmentationMaker> recipe : Augmentations.ALL) {
                List<Spec> specs = List.of(TinyExperiment.with(recipe, smaller(recipe)));
                float[][] whole = samples(specs, 1, 40, 5);

                assertThat(samples(specs, 3, 40, 5)).isDeepEqualTo(whole);
                assertThat(samples(specs, 2, 7, 5)).isDeepEqualTo(whole);
                assertThat(Arrays.deepEquals(samples(specs, 1, 40, 6), whole)).as(recipe.type()).isFalse();
                assertThat(distinct(whole)).isGreaterThan(35);
            }
        }

        @Test
        void withoutAugmentationIsAsItWas() throws SettingException {
            Batch plain = new Batch(images, List.of());
            plain.fill(order, 3, 20);
            try (Device device = Device.cpu(2)) {
                Batch batch = new Batch(images, List.of(), List.of(), device);
                batch.fill(order, 3, 20, new Seed(5));

                assertThat(batch.inputs().data()).isEqualTo(plain.inputs().data());
                assertThat(batch.labels()).isEqualTo(plain.labels());
            }
        }

        @Test
        void movesPicturesBeforeThePreparationAndBlanksAfterIt() throws SettingException {
            List<Preparation> prepared = List.of(new Normalize(new double[] {-1000, -1000, -1000}, new double[] {1, 1, 1}));
            try (Device device = Device.plain()) {
                for (Recipe<AugmentationMaker> recipe : List.of(Shift.RECIPE, Cutout.RECIPE)) {
                    List<Augmentation> steps = Augmentations.make(List.of(TinyExperiment.with(recipe, smaller(recipe))), images.shape());
                    Batch batch = new Batch(images, prepared, steps, device);
                    batch.fill(order, 0, 40, new Seed(5));

                    boolean zeros = IntStream.range(0, batch.inputs().size()).anyMatch(i -> batch.inputs().data()[i] == 0);
                    assertThat(zeros).as(recipe.type()).isEqualTo(recipe == Cutout.RECIPE);
                }
            }
        }

        private float[][] samples(List<Spec> specs, int threads, int batchSize, long seed) throws SettingException {
            float[][] samples = new float[40][];
            try (Device device = Device.cpu(threads)) {
                Batch batch = new Batch(images, List.of(), Augmentations.make(specs, images.shape()), device);
                for (int from = 0; from < 40; from += batchSize) {
                    int count = Math.min(batchSize, 40 - from);
                    batch.fill(order, from, count, new Seed(seed));
                    for (int i = 0; i < count; i++) {
                        samples[order[from + i]] = Arrays.copyOfRange(batch.inputs().data(), i * 216, (i + 1) * 216);
                    }
                }
            }
            return samples;
        }

        private int distinct(float[][] samples) {
            Set<List<Float>> seen = new HashSet<>();
            for (float[] sample : samples) {
                List<Float> values = new ArrayList<>();
                for (float value : sample) {
                    values.add(value);
                }
                seen.add(values);
            }
            return seen.size();
        }

        private static Map<String, ?> smaller(Recipe<AugmentationMaker> recipe) {
            return recipe == Cutout.RECIPE ? Map.of("size", 3) : Map.of();
        }
    }

    @Nested
    class RefusesInOneSentence {

        @Test
        void aCropThatHasNotEnoughToMirror() {
            assertThatThrownBy(() -> changed(Crop.RECIPE, Map.of("padding", 3), 0, 0)).isInstanceOf(SettingException.class)
                    .hasMessage("Crop padding (\"padding\") must be less than the pictures' height and width, but is 3 for 3×3 pictures: 3 ≥ 3. Take 2 or less.");
        }

        @Test
        void rowsOfNumbers() {
            assertThatThrownBy(() -> Augmentations.make(List.of(Flip.RECIPE.standard()), Shape.of(400))).isInstanceOf(SettingException.class)
                    .hasMessage("Flip needs pictures (channels×height×width), but the samples are 400. Take it out of \"augment\".");
        }

        @Test
        void whatIsNotKnown() {
            assertThatThrownBy(() -> Augmentations.make(List.of(new Spec("blur", Flip.RECIPE.standard().settings())), SHAPE))
                    .hasMessageStartingWith("There is no augmentation \"blur\"; known are flip, crop,");
        }
    }
}
