package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.loss.ProbabilityCrossEntropy;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

class SetupTest {

    private final Dataset numbered = TinyData.numbered(40);

    @Test
    void validationAndTrainingShareNoSampleAndLoseNone() throws SettingException {
        Setup setup = Setup.of(TinyExperiment.of(2).validation(0.25).build(), numbered);

        List<Integer> train = numbers(setup.train());
        List<Integer> validation = numbers(setup.validation().orElseThrow());
        assertThat(validation).hasSize(10).isSorted().doesNotContainAnyElementsOf(train);
        assertThat(train).hasSize(30).isSorted();
        assertThat(IntStream.range(0, 40).boxed()).allMatch(i -> train.contains(i) || validation.contains(i));
        assertThat(setup.heldOutName()).isEqualTo("validation");
    }

    @Test
    void theSeedDrawsTheValidation() throws SettingException {
        assertThat(validation(1)).isEqualTo(validation(1)).isNotEqualTo(validation(2));
        assertThat(validation(1)).isNotEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void samplesKeepTheirLabels() throws SettingException {
        Split validation = Setup.of(TinyExperiment.of(2).validation(0.25).build(), numbered).validation().orElseThrow();

        List<Integer> numbers = numbers(validation);
        for (int i = 0; i < numbers.size(); i++) {
            assertThat(validation.label(i)).isEqualTo(numbers.get(i) % 2);
        }
    }

    @Test
    void aLossOnProbabilitiesRefusesANetworkThatGivesScores() {
        Experiment scores = TinyExperiment.of(2).loss(ProbabilityCrossEntropy.RECIPE).build();

        assertThatThrownBy(() -> Setup.of(scores, numbered)).isInstanceOf(SettingException.class).hasMessage(
                "Cross-entropy on probabilities needs a network that ends with \"softmax\", but this one ends with \"linear\". "
                        + "Add a \"softmax\" layer at its end.");
    }

    @Test
    void withoutAShareAllSamplesAreLearnedFrom() throws SettingException {
        Setup setup = Setup.of(TinyExperiment.of(2).build(), numbered);

        assertThat(setup.train().size()).isEqualTo(40);
        assertThat(setup.validation()).isEmpty();
        assertThat(setup.heldOut()).isEmpty();
    }

    @Test
    void whatIsMeasuredIsMeasuredOnTheTrainingSamplesOnly() throws SettingException {
        Experiment experiment = TinyExperiment.of(2).validation(0.25).build();
        Experiment measuring = new Experiment(experiment.name(), "", new DataPlan("tiny", List.of(Standardize.RECIPE.standard()), 0.25),
                experiment.layers(), experiment.loss(), experiment.optimizer(), experiment.schedule(), experiment.training(), 1);
        Setup setup = Setup.of(measuring, numbered);

        double sum = 0;
        float[] room = new float[1];
        for (int i = 0; i < setup.train().size(); i++) {
            setup.train().read(i, room, 0);
            setup.preparations().getFirst().apply(room, 0, 1);
            sum += room[0];
        }
        assertThat(sum).isBetween(-1e-4, 1e-4);
    }

    @Test
    void theFirstOfEachClassAreLearnedFromAndHeldOut() throws SettingException {
        Setup all = Setup.of(perClass(3, 0), numbered);
        Setup parted = Setup.of(perClass(4, 0.25), numbered);

        assertThat(numbers(all.train())).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(numbers(parted.validation().orElseThrow())).hasSize(2).doesNotContainAnyElementsOf(numbers(parted.train()));
        assertThat(Stream.concat(numbers(parted.train()).stream(), numbers(parted.validation().orElseThrow()).stream()))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void moreOfAClassThanThereAreIsRefused() throws SettingException {
        assertThat(Setup.of(perClass(20, 0), numbered).train().size()).isEqualTo(40);
        assertThatThrownBy(() -> Setup.of(perClass(21, 0), numbered)).isInstanceOf(SettingException.class).hasMessage(
                "Images of each class (\"perClass\") must be at most 20, the number that class 0 has, but is 21.");
    }

    private static Experiment perClass(int count, double validation) {
        Experiment e = TinyExperiment.of(2).build();
        return new Experiment(e.name(), "", new DataPlan("tiny", List.of(), List.of(), validation, count),
                e.layers(), e.loss(), e.optimizer(), e.schedule(), e.training(), 1);
    }

    @Test
    void aNetworkThatDoesNotEndInTheClassesIsRefused() {
        assertThatThrownBy(() -> Setup.of(TinyExperiment.of(5).build(), numbered))
                .isInstanceOf(SettingException.class)
                .hasMessage("Cross-entropy needs one output for each of the 2 classes, but the network gives 5. End it with a linear layer of 2 outputs.");
    }

    @Test
    void dataThatLeavesNothingToLearnFromIsRefused() {
        assertThatThrownBy(() -> Setup.of(TinyExperiment.of(2).build(), TinyData.numbered(0)))
                .isInstanceOf(SettingException.class)
                .hasMessage("Numbered has no samples to train on.");
        assertThatThrownBy(() -> Setup.of(TinyExperiment.of(2).validation(0.9).build(), TinyData.numbered(1)))
                .hasMessage("Numbered leaves no samples to train on: round(0.9 · 1) = 1 of 1 are held out. Hold out a smaller share.");
    }

    @Test
    void anUnknownPartIsNamedByItsKind() {
        Recipe<String> unknown = new Recipe<>("magic", "Magic", "Does all.", List.of(), "");
        Spec spec = unknown.standard();

        assertThatThrownBy(() -> Setup.of(TinyExperiment.of(2).layers(spec).build(), numbered))
                .hasMessageStartingWith("There is no layer \"magic\"; known are ");
        assertThatThrownBy(() -> Setup.of(TinyExperiment.of(2).loss(unknown).build(), numbered))
                .hasMessageStartingWith("There is no loss \"magic\"; known are ");
    }

    private List<Integer> validation(long seed) throws SettingException {
        return numbers(Setup.of(TinyExperiment.of(2).validation(0.25).seed(seed).build(), numbered).validation().orElseThrow());
    }

    private static List<Integer> numbers(Split split) {
        float[] room = new float[1];
        return IntStream.range(0, split.size()).mapToObj(i -> {
            split.read(i, room, 0);
            return (int) room[0];
        }).toList();
    }
}
