package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

class PreparationsTest {

    private final Images gray = Pictures.random(20, 1, 4, 5);
    private final Images color = Pictures.random(20, 3, 4, 5);

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

    /** What Preparation promises where it says so: the neighbors do not matter. */
    @Test
    void elementwiseOnesLookAtNothingButTheNumberAndItsChannel() throws SettingException {
        for (Recipe<PreparationMaker> recipe : Preparations.ALL) {
            Preparation step = recipe.maker().make(recipe.settings(Map.of()), color, List.of());
            float[] values = new float[60];
            float[] alone = new float[60];
            color.read(0, values, 0);
            for (int place = 0; place < 60 && step.isElementwise(); place++) {
                float[] all = values.clone();
                Arrays.fill(alone, values[place]);

                step.apply(all, 0, 60);
                step.apply(alone, 0, 60);

                assertThat(all[place]).as(recipe.type()).isEqualTo(alone[place]);
            }
        }
    }

    @Test
    void onlyTheGivenStretchIsChanged() throws SettingException {
        for (Recipe<PreparationMaker> recipe : Preparations.ALL) {
            float[] values = new float[80];
            Arrays.fill(values, 1234.5f);

            recipe.maker().make(recipe.settings(Map.of()), color, List.of()).apply(values, 10, 60);

            assertThat(Arrays.copyOf(values, 10)).as(recipe.type()).containsOnly(1234.5f);
            assertThat(Arrays.copyOfRange(values, 70, 80)).as(recipe.type()).containsOnly(1234.5f);
        }
    }

    private static float[] prepared(Images images, List<Spec> specs) throws SettingException {
        float[] values = new float[images.shape().size()];
        images.read(0, values, 0);
        for (Preparation step : Preparations.make(specs, images)) {
            step.apply(values, 0, values.length);
        }
        return values;
    }

    private static Spec spec(String type, Map<String, ?> settings) throws SettingException {
        return Recipe.find(Preparations.ALL, "preparation", type).with(settings);
    }
}
