package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.SampleChanges.Correction;

class PartsTest {

    @Test
    void everySampleKnowsItsPlaceInTheDataSet() throws SettingException {
        Dataset numbered = TinyData.numbered(40);
        Dataset tested = numbered.with(numbered.train(), Optional.of(TinyData.numbered(10).train()));
        SampleChanges changes = new SampleChanges(List.of(
                new Correction(false, 3, OptionalInt.empty()), new Correction(false, 4, OptionalInt.of(1)), new Correction(true, 0, OptionalInt.empty())), 0.5, true);
        Experiment experiment = TinyExperiment.of(2).data(new DataPlan("n", List.of(), List.of(), 0.25, 15).withChanges(changes)).build();

        Setup setup = Setup.of(experiment, tested);
        Parts places = Parts.places(experiment, tested);

        agrees(setup.train(), places.train());
        agrees(setup.validation().orElseThrow(), places.validation().orElseThrow());
        agrees(setup.test().orElseThrow(), places.test().orElseThrow());
        assertThat(Parts.place(places.test().orElseThrow(), 0)).isEqualTo(1);
    }

    private static void agrees(Split part, Split places) {
        float[] number = new float[1];
        assertThat(places.size()).isEqualTo(part.size());
        for (int i = 0; i < part.size(); i++) {
            part.read(i, number, 0);
            assertThat(Parts.place(places, i)).isEqualTo((int) number[0]);
            assertThat(places.label(i)).isEqualTo(part.label(i));
        }
    }

    @Test
    void placesAreExactInLargeDataSets() throws SettingException {
        int size = 20_000_000;
        Split large = new Split() {
            @Override
            public int size() {
                return size;
            }

            @Override
            public Shape shape() {
                return Shape.of(1);
            }

            @Override
            public int label(int index) {
                return 0;
            }

            @Override
            public void read(int index, float[] into, int offset) {}
        };
        Dataset dataset = new Dataset("large", "Large", List.of("one"), TinyData.numbered(4).train(), Optional.of(large));
        Experiment experiment = TinyExperiment.of(2).data(new DataPlan("large", List.of(), 0)).build();

        Split places = Parts.places(experiment, dataset).test().orElseThrow();
        assertThat(IntStream.of(0, 65_535, 65_536, 16_777_217, size - 1).map(i -> Parts.place(places, i)))
                .containsExactly(0, 65_535, 65_536, 16_777_217, size - 1);
    }
}
