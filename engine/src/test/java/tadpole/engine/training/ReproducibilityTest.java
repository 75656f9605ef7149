package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.training.TinyExperiment.linear;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.TrainingEvent.EpochEnded;

/** The same experiment gives the same numbers to the last bit, on one core or many. */
class ReproducibilityTest {

    private final Dataset data = TinyData.wide(300, 96);

    @Test
    void theSameSeedGivesTheSameBits() {
        assertSameBits(TinyRun.of(experiment(), data), TinyRun.of(experiment(), data));
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(TinyRun.of(experiment().seed(2), data).weights().getFirst())
                .isNotEqualTo(TinyRun.of(experiment(), data).weights().getFirst());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        TinyRun alone = TinyRun.onThreads(1, experiment(), data);

        for (int threads = 2; threads <= 4; threads++) {
            assertSameBits(alone, TinyRun.onThreads(threads, experiment(), data));
        }
    }

    @Test
    void augmentationGivesOtherNumbersThatAreTheSameForAnyNumberOfThreads() {
        TinyRun alone = TinyRun.onThreads(1, experiment().augment(noise()), data);

        assertThat(alone.weights().getFirst()).isNotEqualTo(TinyRun.of(experiment(), data).weights().getFirst());
        for (int threads = 2; threads <= 4; threads++) {
            assertSameBits(alone, TinyRun.onThreads(threads, experiment().augment(noise()), data));
        }
    }

    private static Spec noise() {
        return Augmentations.ALL.stream().filter(recipe -> recipe.type().equals("noise")).findFirst().orElseThrow().standard();
    }

    @Test
    void aLookAtHeldOutDataChangesNoBitOfTheTraining() {
        Dataset untested = new Dataset(data.key(), data.title(), data.classes(), data.train(), Optional.empty());

        assertSameWeights(TinyRun.of(experiment(), data), TinyRun.of(experiment(), untested));
    }

    /** Large and with all that is random: start weights, order, dropout, a last batch that is smaller. */
    private static TinyExperiment experiment() {
        return new TinyExperiment()
                .layers(linear(200), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), linear(60), Tanh.RECIPE.standard(), linear(10))
                .plan("batch", 128)
                .plan("epochs", 2);
    }

    private static void assertSameBits(TinyRun one, TinyRun other) {
        assertThat(other.steps()).isEqualTo(one.steps());
        assertThat(other.epochs().stream().map(EpochEnded::train)).containsExactlyElementsOf(one.epochs().stream().map(EpochEnded::train).toList());
        assertThat(other.epochs().stream().map(EpochEnded::heldOut)).containsExactlyElementsOf(one.epochs().stream().map(EpochEnded::heldOut).toList());
        assertThat(other.result().test()).isEqualTo(one.result().test());
        assertSameWeights(one, other);
    }

    private static void assertSameWeights(TinyRun one, TinyRun other) {
        assertThat(other.weights()).hasSameSizeAs(one.weights());
        for (int i = 0; i < one.weights().size(); i++) {
            assertThat(other.weights().get(i)).isEqualTo(one.weights().get(i));
        }
    }
}
