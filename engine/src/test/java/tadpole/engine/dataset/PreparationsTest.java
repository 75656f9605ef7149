package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

class PreparationsTest {

    private static final int LARGE = 3 * 22 * 23;

    private final Images gray = Pictures.random(20, 1, 4, 5);
    private final Images color = Pictures.random(20, 3, 4, 5);
    private final Images large = Pictures.random(5, 3, 22, 23);

    @Test
    void noneLeavesPixelsAsTheyAre() throws SettingException {
        assertThat(prepared(gray, List.of())[7]).isEqualTo(gray.pixel(0, 0, 1, 2));
    }

    @Test
    void divideBy255GivesZeroToOne() throws SettingException {
        float[] values = prepared(gray, List.of(spec("divide", Map.of())));

        assertThat(values[7]).isEqualTo(gray.pixel(0, 0, 1, 2) / 255f);
    }

    @Test
    void normalizeTakesOneNumberForAllChannels() throws SettingException {
        float[] values = prepared(color, List.of(spec("divide", Map.of()),
                spec("normalize", Map.of("mean", List.of(0.1307), "deviation", List.of(0.3081)))));

        assertThat(values[47]).isEqualTo((color.pixel(0, 2, 1, 2) / 255f - 0.1307f) / 0.3081f);
    }

    @Test
    void normalizeTakesANumberForEachChannel() throws SettingException {
        float[] values = prepared(color, List.of(
                spec("normalize", Map.of("mean", List.of(1, 2, 3), "deviation", List.of(4, 5, 6)))));

        assertThat(values[7]).isEqualTo((color.pixel(0, 0, 1, 2) - 1f) / 4f);
        assertThat(values[27]).isEqualTo((color.pixel(0, 1, 1, 2) - 2f) / 5f);
        assertThat(values[47]).isEqualTo((color.pixel(0, 2, 1, 2) - 3f) / 6f);
    }

    @Test
    void normalizeRefusesAnotherNumberOfNumbers() {
        assertThatThrownBy(() -> Preparations.make(List.of(spec("normalize", Map.of("mean", List.of(1, 2)))), color))
                .isInstanceOf(SettingException.class)
                .hasMessage("\"mean\" of \"normalize\" needs 1 number or one for each of the 3 channels, but has 2.");
    }

    @Test
    void standardizeGivesMeanZeroAndDeviationOneAfterWhatComesBefore() throws SettingException {
        List<Preparation> steps = Preparations.make(List.of(spec("divide", Map.of("by", 51)), spec("standardize", Map.of())), color);

        ChannelStatistics after = ChannelStatistics.of(color, steps);

        assertThat(after.mean()).containsExactly(new double[] {0, 0, 0}, within(1e-6));
        assertThat(after.deviation()).containsExactly(new double[] {1, 1, 1}, within(1e-6));
    }

    @Test
    void standardizeMeasuresOnTheTrainingSamplesOnly() throws SettingException {
        Split train = gray.subset(new int[] {1, 2, 3});
        ChannelStatistics statistics = ChannelStatistics.of(train);

        float[] values = new float[20];
        gray.read(0, values, 0);
        Preparations.make(List.of(spec("standardize", Map.of())), train).getFirst().apply(values, 0, 20);

        assertThat((double) values[7]).isCloseTo(
                (gray.pixel(0, 0, 1, 2) - statistics.mean()[0]) / statistics.deviation()[0], within(1e-5));
    }

    @Test
    void standardizeLeavesAChannelWithoutDeviationAtZero() throws SettingException {
        Images black = new Images(gray.shape(), new byte[40], new byte[2]);

        assertThat(prepared(black, List.of(spec("standardize", Map.of())))).containsOnly(0f);
    }

    @Test
    void centerCropKeepsTheMiddleOfEveryChannel() throws SettingException {
        List<Preparation> steps = Preparations.make(List.of(spec("centerCrop", Map.of("size", 2))), color);
        float[] values = prepared(color, List.of(spec("centerCrop", Map.of("size", 2))));

        assertThat(Preparations.shape(steps, color.shape())).isEqualTo(Shape.of(3, 2, 2));
        for (int channel = 0; channel < 3; channel++) {
            assertThat(Arrays.copyOfRange(values, 4 * channel, 4 * channel + 4)).containsExactly(
                    color.pixel(0, channel, 1, 1), color.pixel(0, channel, 1, 2), color.pixel(0, channel, 2, 1), color.pixel(0, channel, 2, 2));
        }
    }

    @Test
    void centerCropAsLargeAsThePictureChangesNothing() throws SettingException {
        Images square = Pictures.random(2, 1, 4, 4);

        assertThat(prepared(square, List.of(spec("centerCrop", Map.of("size", 4))))).isEqualTo(prepared(square, List.of()));
    }

    @Test
    void centerCropRefusesToBeLargerThanThePicture() {
        assertThatThrownBy(() -> Preparations.make(List.of(spec("centerCrop", Map.of("size", 5))), color))
                .isInstanceOf(SettingException.class)
                .hasMessage("Crop size (\"size\") must be at most the pictures' height and width, but is 5 for 4×5 pictures: 5 > 4.");
    }

    @Test
    void whatFollowsACropSeesTheMiddleOnly() throws SettingException {
        List<Preparation> steps = Preparations.make(List.of(spec("centerCrop", Map.of("size", 2)), spec("standardize", Map.of())), color);

        ChannelStatistics after = ChannelStatistics.of(color, steps);

        assertThat(after.mean()).containsExactly(new double[] {0, 0, 0}, within(1e-6));
        assertThat(after.deviation()).containsExactly(new double[] {1, 1, 1}, within(1e-6));
    }

    /** Halves of each channel; red 200, green 10, blue 130 lie in 1, 0, 1: color 5 of 8. */
    @Test
    void colorHistogramGivesTheShareOfEachColor() throws SettingException {
        byte[] pixels = {(byte) 200, (byte) 200, 0, (byte) 255, 10, 127, 0, (byte) 128, (byte) 130, (byte) 130, 0, (byte) 255};
        Images four = new Images(Shape.of(3, 1, 4), pixels, new byte[1]);
        List<Spec> specs = List.of(spec("colorHistogram", Map.of("bins", 2)));

        assertThat(Preparations.shapeOf(specs, four)).isEqualTo(Shape.of(1, 1, 8));
        assertThat(Arrays.copyOf(prepared(four, specs), 8)).containsExactly(0.25f, 0, 0, 0, 0, 0.5f, 0, 0.25f);
    }

    @Test
    void normalizeAfterAHistogramHasOneChannel() throws SettingException {
        List<Spec> specs = List.of(spec("colorHistogram", Map.of("bins", 2)), spec("normalize", Map.of("mean", List.of(0.125), "deviation", List.of(0.5))));

        assertThat(prepared(color, specs)[3]).isEqualTo((prepared(color, specs.subList(0, 1))[3] - 0.125f) / 0.5f);
        assertThatThrownBy(() -> Preparations.make(List.of(specs.getFirst(), spec("normalize", Map.of("mean", List.of(1, 2, 3)))), color))
                .hasMessage("\"mean\" of \"normalize\" needs 1 number or one for each of the 1 channels, but has 3.");
    }

    @Test
    void colorHistogramRefusesMoreColorsThanThePictureHasNumbers() {
        assertThatThrownBy(() -> Preparations.make(List.of(spec("colorHistogram", Map.of("bins", 4))), color))
                .isInstanceOf(SettingException.class)
                .hasMessage("Bins a channel (\"bins\") of a color histogram must give no more colors than a picture has numbers, "
                        + "but 4 of 3 channels give 64 for 3×4×5: 64 > 60.");
    }

    @Test
    void colorHistogramRefusesNumbersThatAreNoLongerRaw() {
        assertThatThrownBy(() -> Preparations.make(List.of(spec("divide", Map.of()), spec("colorHistogram", Map.of("bins", 2))), color))
                .isInstanceOf(SettingException.class)
                .hasMessage("Color histogram counts raw numbers 0..255. Put it before the steps that change them.");
    }

    @Test
    void theShapeIsKnownWithoutMeasuring() throws SettingException {
        List<Spec> specs = List.of(spec("centerCrop", Map.of("size", 3)), spec("standardize", Map.of()));

        assertThat(Preparations.shapeOf(specs, color)).isEqualTo(Shape.of(3, 3, 3));
        assertThat(Preparations.shapeOf(specs, color.subset(new int[0]))).isEqualTo(Shape.of(3, 3, 3));
    }

    @Test
    void ofPicturesNeverMoreComesOut() throws SettingException {
        for (Recipe<PreparationMaker> recipe : ofPictures()) {
            Preparation step = recipe.maker().make(recipe.settings(Map.of()), large, List.of());

            assertThat(step.output(large.shape()).size()).as(recipe.type()).isLessThanOrEqualTo(LARGE);
        }
    }

    /** What Preparation promises where it says so: the neighbors do not matter. */
    @Test
    void elementwiseOnesLookAtNothingButTheNumberAndItsChannel() throws SettingException {
        for (Recipe<PreparationMaker> recipe : ofPictures()) {
            Preparation step = recipe.maker().make(recipe.settings(Map.of()), large, List.of());
            float[] values = new float[LARGE];
            float[] alone = new float[LARGE];
            large.read(0, values, 0);
            for (int place = 0; place < LARGE && step.isElementwise(); place++) {
                float[] all = values.clone();
                Arrays.fill(alone, values[place]);

                step.apply(all, 0, LARGE);
                step.apply(alone, 0, LARGE);

                assertThat(all[place]).as(recipe.type()).isEqualTo(alone[place]);
            }
        }
    }

    @Test
    void onlyTheGivenStretchIsChanged() throws SettingException {
        for (Recipe<PreparationMaker> recipe : ofPictures()) {
            float[] values = new float[LARGE + 20];
            Arrays.fill(values, 1234.5f);

            recipe.maker().make(recipe.settings(Map.of()), large, List.of()).apply(values, 10, LARGE);

            assertThat(Arrays.copyOf(values, 10)).as(recipe.type()).containsOnly(1234.5f);
            assertThat(Arrays.copyOfRange(values, LARGE + 10, LARGE + 20)).as(recipe.type()).containsOnly(1234.5f);
        }
    }

    /** Those that take pictures. */
    private List<Recipe<PreparationMaker>> ofPictures() {
        return Preparations.ALL.stream().filter(recipe -> takes(recipe, large)).toList();
    }

    private static boolean takes(Recipe<PreparationMaker> recipe, Split split) {
        try {
            recipe.maker().make(recipe.settings(Map.of()), split, List.of());
            return true;
        } catch (SettingException refused) {
            return false;
        }
    }

    /** All but counting colors is a formula of single numbers. */
    @Test
    void formulasLeadToThePreparedNumbers() throws SettingException {
        for (Recipe<PreparationMaker> recipe : Preparations.ALL) {
            for (Split split : List.of(large, row(1), row(2))) {
                if (takes(recipe, split)) {
                    assertFormulasLeadToTheNumbers(recipe, split);
                }
            }
        }
    }

    private static void assertFormulasLeadToTheNumbers(Recipe<PreparationMaker> recipe, Split split) throws SettingException {
        Preparation step = recipe.maker().make(recipe.settings(Map.of()), split, List.of());
        int size = split.shape().size();
        int out = step.output(split.shape()).size();
        float[] given = new float[Math.max(size, out)];
        split.read(0, given, 0);
        float[] values = given.clone();
        step.apply(values, 0, size);
        for (int i = 0; i < out; i++) {
            Optional<Explained> how = step.explain(i, size, k -> new Explained(Expr.symbol("x"), Expr.number(given[k])));
            assertThat(how.isPresent()).as(recipe.type()).isEqualTo(!recipe.type().equals("colorHistogram"));
            if (how.isPresent()) {
                assertThat(how.get().numbers().value()).as(recipe.type()).isCloseTo(values[i], within(1e-5 * (1 + Math.abs(values[i]))));
            }
        }
    }

    /** Two samples of so many numbers. */
    private static Split row(int size) {
        return new Split() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public Shape shape() {
                return Shape.of(size);
            }

            @Override
            public int label(int index) {
                return 0;
            }

            @Override
            public void read(int index, float[] into, int offset) {
                for (int i = 0; i < size; i++) {
                    into[offset + i] = 0.7f + index - 1.3f * i;
                }
            }
        };
    }

    private static float[] prepared(Images images, List<Spec> specs) throws SettingException {
        float[] values = new float[images.shape().size()];
        images.read(0, values, 0);
        Preparations.apply(Preparations.make(specs, images), values, images.shape());
        return values;
    }

    private static Spec spec(String type, Map<String, ?> settings) throws SettingException {
        return Recipe.find(Preparations.ALL, "preparation", type).with(settings);
    }
}
