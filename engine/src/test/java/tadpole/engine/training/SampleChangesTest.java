package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.SampleChanges.Correction;

/** The data set's sample i holds nothing but the number i, of class i % 2. */
class SampleChangesTest {

    private final Dataset numbered = TinyData.numbered(40);
    private final Dataset tested = numbered.with(numbered.train(), Optional.of(TinyData.numbered(10).train()));

    private static Correction relabel(boolean test, int index, int label) {
        return new Correction(test, index, OptionalInt.of(label));
    }

    private static Correction leaveOut(boolean test, int index) {
        return new Correction(test, index, OptionalInt.empty());
    }

    private static SampleChanges corrected(Correction... corrections) {
        return SampleChanges.NONE.withCorrections(List.of(corrections));
    }

    private static Setup setup(Dataset dataset, SampleChanges changes, double validation, int perClass) throws SettingException {
        return Setup.of(TinyExperiment.of(2)
                .data(new DataPlan("numbered", List.of(), List.of(), validation, perClass).withChanges(changes)).build(), dataset);
    }

    private static Split train(SampleChanges changes) throws SettingException {
        return setup(TinyData.numbered(40), changes, 0, 0).train();
    }

    private static List<Integer> numbers(Split split) {
        float[] room = new float[1];
        return IntStream.range(0, split.size()).mapToObj(i -> {
            split.read(i, room, 0);
            return (int) room[0];
        }).toList();
    }

    private static List<Integer> labels(Split split) {
        return IntStream.range(0, split.size()).mapToObj(split::label).toList();
    }

    @Nested
    class Corrected {

        @Test
        void aSampleIsLearnedWithItsNewClass() throws SettingException {
            Split train = train(corrected(relabel(false, 6, 1)));

            assertThat(numbers(train)).isEqualTo(IntStream.range(0, 40).boxed().toList());
            assertThat(labels(train)).isEqualTo(IntStream.range(0, 40).mapToObj(i -> i == 6 ? 1 : i % 2).toList());
            assertThat(numbered.train().label(6)).isZero();
        }

        @Test
        void aSampleLeftOutIsNotThere() throws SettingException {
            Split train = train(corrected(leaveOut(false, 6), leaveOut(false, 39)));

            assertThat(numbers(train)).isEqualTo(IntStream.range(0, 39).filter(i -> i != 6).boxed().toList());
            assertThat(labels(train)).isEqualTo(numbers(train).stream().map(i -> i % 2).toList());
        }

        @Test
        void trainingAndTestSamplesAreCorrectedApart() throws SettingException {
            Setup setup = setup(tested, corrected(leaveOut(true, 0), relabel(true, 2, 1), leaveOut(false, 4)), 0, 0);

            assertThat(numbers(setup.test().orElseThrow())).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(labels(setup.test().orElseThrow())).containsExactly(1, 1, 1, 0, 1, 0, 1, 0, 1);
            assertThat(numbers(setup.train())).hasSize(39).doesNotContain(4).contains(0, 2);
        }

        @Test
        void theFirstOfEachClassAreThoseOfTheCorrectedOnes() throws SettingException {
            Setup setup = setup(numbered, corrected(leaveOut(false, 0), relabel(false, 2, 1)), 0, 2);

            assertThat(numbers(setup.train())).containsExactly(1, 2, 4, 6);
            assertThat(labels(setup.train())).containsExactly(1, 1, 0, 0);
        }

        @Test
        void heldOutOnesAreCorrectedToo() throws SettingException {
            Correction[] all = IntStream.range(0, 20).mapToObj(i -> i % 4 == 0 ? leaveOut(false, 2 * i) : relabel(false, 2 * i, 1)).toArray(Correction[]::new);
            Setup setup = setup(numbered, corrected(all), 0.2, 0);

            assertThat(setup.train().size()).isEqualTo(28);
            assertThat(setup.validation().orElseThrow().size()).isEqualTo(7);
            assertThat(labels(setup.train())).containsOnly(1);
            assertThat(labels(setup.validation().orElseThrow())).containsOnly(1);
        }

        @Test
        void thePlanCountsWhatIsLeft() throws SettingException {
            DataPlan plan = new DataPlan("numbered", List.of(), List.of(), 0.25, 0).withChanges(corrected(leaveOut(false, 1), leaveOut(false, 2), relabel(false, 3, 0)));

            Setup setup = Setup.of(TinyExperiment.of(2).data(plan).build(), numbered);
            assertThat(plan.learned(40, 2)).isEqualTo(setup.train().size());
            assertThat(plan.heldOut(plan.samples(40, 2))).isEqualTo(setup.validation().orElseThrow().size());
        }
    }

    @Nested
    class Planted {

        @Test
        void soManyLabelsAreDealtOutAnew() throws SettingException {
            for (double share : new double[] {0.3, 1}) {
                Split train = train(SampleChanges.NONE.withShuffledLabels(share));

                assertThat(numbers(train)).isEqualTo(IntStream.range(0, 40).boxed().toList());
                long moved = IntStream.range(0, 40).filter(i -> train.label(i) != i % 2).count();
                assertThat(moved).isPositive().isLessThanOrEqualTo(Math.round(share * 40));
                assertThat(labels(train).stream().mapToInt(i -> i).sum()).isEqualTo(20);
            }
        }

        @Test
        void theSeedDealsThem() throws SettingException {
            SampleChanges changes = SampleChanges.NONE.withShuffledLabels(1);
            List<List<Integer>> dealt = new java.util.ArrayList<>();
            for (long seed : new long[] {1, 1, 2}) {
                dealt.add(labels(Setup.of(TinyExperiment.of(2).seed(seed)
                        .data(new DataPlan("numbered", List.of(), 0).withChanges(changes)).build(), numbered).train()));
            }

            assertThat(dealt.get(0)).isEqualTo(dealt.get(1)).isNotEqualTo(dealt.get(2));
        }

        @Test
        void sortedOnesStandClassByClassInTheirOrder() throws SettingException {
            assertThat(numbers(train(SampleChanges.NONE.withSorted(true)))).isEqualTo(Stream.concat(
                    IntStream.range(0, 20).mapToObj(i -> 2 * i), IntStream.range(0, 20).mapToObj(i -> 2 * i + 1)).toList());
        }

        @Test
        void heldOutAndTestSamplesStayAsTheyAre() throws SettingException {
            Setup setup = setup(tested, new SampleChanges(List.of(), 1, true), 0.5, 0);

            Split held = setup.validation().orElseThrow();
            assertThat(numbers(held)).isSorted();
            assertThat(labels(held)).isEqualTo(numbers(held).stream().map(i -> i % 2).toList());
            assertThat(labels(setup.test().orElseThrow())).isEqualTo(labels(tested.test().orElseThrow()));
            assertThat(numbers(setup.test().orElseThrow())).isEqualTo(numbers(tested.test().orElseThrow()));
        }
    }

    @Nested
    class Unchanged {

        @Test
        void theSplitsAreTheVeryOnes() throws SettingException {
            Setup setup = setup(tested, SampleChanges.NONE, 0, 0);

            assertThat(setup.train()).isSameAs(tested.train());
            assertThat(setup.test().orElseThrow()).isSameAs(tested.test().orElseThrow());
        }

        @Test
        void aRunIsTheSameToTheLastBit() {
            Dataset clouds = TinyData.clouds(60, 20, 3);
            DataPlan plain = new DataPlan("clouds", List.of(), List.of(), 0.2, 0);
            DataPlan back = plain.withChanges(corrected(IntStream.range(0, 60).mapToObj(i -> relabel(false, i, clouds.train().label(i))).toArray(Correction[]::new)));

            assertThat(weights(plain, clouds)).usingRecursiveComparison().isEqualTo(weights(back, clouds));
        }

        private static List<float[]> weights(DataPlan plan, Dataset dataset) {
            return TinyRun.of(TinyExperiment.of(3).data(plan), dataset).weights();
        }
    }

    @Nested
    class Refused {

        private static void refuses(Dataset dataset, SampleChanges changes, String path, String sentence) {
            assertThatThrownBy(() -> setup(dataset, changes, 0, 0)).isInstanceOfSatisfying(SettingException.class, misfit -> {
                assertThat(misfit).hasMessage(sentence);
                assertThat(misfit.path()).isEqualTo(path);
            });
        }

        @Test
        void whatTheDataSetDoesNotHave() {
            refuses(numbered, corrected(leaveOut(false, 39), leaveOut(false, 40)), "data.changes.corrections[1].index",
                    "Numbered has 40 training samples, counted from 0, but training sample 40 is corrected.");
            refuses(tested, corrected(relabel(true, 10, 1)), "data.changes.corrections[0].index",
                    "Numbered has 10 test samples, counted from 0, but test sample 10 is corrected.");
            refuses(numbered, corrected(leaveOut(true, 0)), "data.changes.corrections[0].part",
                    "Numbered has no test samples, but test sample 0 is corrected.");
            refuses(numbered, corrected(relabel(false, 5, 2)), "data.changes.corrections[0].label",
                    "Numbered has the classes 0 to 1, but training sample 5 is given class 2.");
        }

        @Test
        void twoCorrectionsOfOneSample() {
            refuses(tested, corrected(leaveOut(false, 3), leaveOut(true, 3), relabel(false, 3, 1)), "data.changes.corrections[2].index",
                    "Training sample 3 is corrected twice. Keep one of both.");
        }

        @Test
        void leavingOutAll() {
            refuses(numbered, corrected(IntStream.range(0, 40).mapToObj(i -> leaveOut(false, i)).toArray(Correction[]::new)),
                    "data.changes.corrections", "All 40 training samples of Numbered are left out. Keep some.");
            refuses(tested, corrected(IntStream.range(0, 10).mapToObj(i -> leaveOut(true, i)).toArray(Correction[]::new)),
                    "data.changes.corrections", "All 10 test samples of Numbered are left out. Keep some.");
        }

        @Test
        void aClassThatIsThenTooSmall() {
            assertThatThrownBy(() -> setup(numbered, corrected(leaveOut(false, 0)), 0, 20))
                    .hasMessage("Images of each class (\"perClass\") must be at most 19, the number that class 0 has, but is 20.");
        }

        @Test
        void dataWithoutClasses() {
            Dataset numbers = new Dataset("numbers", "Numbers", List.of(), new Targets(), Optional.empty());
            Experiment experiment = TinyExperiment.of(1).loss(MeanSquaredError.RECIPE)
                    .data(new DataPlan("numbers", List.of(), 0).withChanges(SampleChanges.NONE.withSorted(true))).build();

            assertThatThrownBy(() -> Setup.of(experiment, numbers))
                    .hasMessage("Changed samples (\"changes\") need data with classes, but Numbers has numbers to come out. Leave them out.");
        }

        @Test
        void impossibleNumbers() {
            assertThatThrownBy(() -> new SampleChanges(List.of(), 1.5, false)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> leaveOut(false, -1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> relabel(false, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        }

        private record Targets() implements Split {

            @Override
            public int size() {
                return 4;
            }

            @Override
            public tadpole.engine.tensor.Shape shape() {
                return tadpole.engine.tensor.Shape.of(1);
            }

            @Override
            public Optional<tadpole.engine.tensor.Shape> target() {
                return Optional.of(tadpole.engine.tensor.Shape.of(1));
            }

            @Override
            public int label(int index) {
                return 0;
            }

            @Override
            public void read(int index, float[] into, int offset) {
                into[offset] = index;
            }
        }
    }
}
