package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;

class SamplersTest {

    static final List<String> ALL = Samplers.ALL.stream().map(Recipe::type).toList();

    private static final Seed EPOCH = new Seed(7).derive("order").derive(3);

    @ParameterizedTest
    @FieldSource("ALL")
    void sameSeedGivesTheSameOrder(String type) {
        assertThat(order(type, 1000, EPOCH)).containsExactly(order(type, 1000, EPOCH));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void placesLieWithinTheSplit(String type) {
        for (int size : new int[] {0, 1, 2, 1000}) {
            assertThat(Arrays.stream(order(type, size, EPOCH)).boxed()).hasSize(size).allMatch(place -> place >= 0 && place < size);
        }
    }

    @Test
    void inOrderIsTheFilesOrder() {
        assertThat(order("inOrder", 4, EPOCH)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void shuffledTakesEverySampleOnce() {
        int[] order = order("shuffled", 1000, EPOCH);

        assertThat(order).isNotEqualTo(IntStream.range(0, 1000).toArray());
        assertThat(Arrays.stream(order).sorted().toArray()).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void shuffledDiffersFromEpochToEpoch() {
        Seed run = new Seed(7).derive("order");

        assertThat(order("shuffled", 1000, run.derive(0))).isNotEqualTo(order("shuffled", 1000, run.derive(1)));
    }

    @Test
    void shuffledGivesEveryOrderEquallyOften() {
        int[] counts = new int[6];
        for (int epoch = 0; epoch < 60_000; epoch++) {
            int[] order = order("shuffled", 3, new Seed(1).derive(epoch));
            counts[order[0] * 2 + (order[1] > order[2] ? 1 : 0)]++;
        }

        // 10 000 each, standard deviation 91.
        assertThat(Arrays.stream(counts).boxed()).allMatch(count -> Math.abs(count - 10_000) < 400);
    }

    @Test
    void withReplacementTakesSomeTwiceAndLeavesOutAboutOneInE() {
        long different = Arrays.stream(order("withReplacement", 100_000, EPOCH)).distinct().count();

        // 1 - 1/e of all: 63 212, standard deviation 100.
        assertThat(different).isBetween(62_700L, 63_700L);
    }

    /** Starts from a dirty array. */
    private static int[] order(String type, int size, Seed epoch) {
        int[] order = new int[size];
        Arrays.fill(order, -1);
        try {
            Recipe<SamplerMaker> recipe = Recipe.find(Samplers.ALL, "sampler", type);
            recipe.maker().make(recipe.settings(Map.of())).fill(order, epoch);
        } catch (SettingException impossible) {
            throw new AssertionError(impossible);
        }
        return order;
    }
}
