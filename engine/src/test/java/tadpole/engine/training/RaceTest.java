package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Standing.Gap;

class RaceTest {

    private final Dataset clouds = TinyData.overlapping(200, 20, 3);

    private static final Contestant SGD = new Contestant("SGD", Sgd.RECIPE.standard(), List.of(0.1, 0.01));
    private static final Contestant MOMENTUM = new Contestant("Momentum", Momentum.RECIPE.standard(), List.of(0.01, 0.03));

    private static RacePlan plan(Map<String, Object> settings, Contestant... contestants) {
        return new RacePlan("tiny", "", TinyExperiment.of(3).build(), List.of(contestants),
                TinyExperiment.with(RacePlan.RECIPE, settings).settings());
    }

    private RaceResult run(RacePlan plan, List<RaceEvent> events) {
        return ((JobOutcome.Finished<RaceResult>) outcome(plan, events, JobControl.UNWATCHED)).result();
    }

    private JobOutcome<RaceResult> outcome(RacePlan plan, List<RaceEvent> events, JobControl control) {
        try (Device device = Device.cpu(1)) {
            return new Race(plan, clouds, device, events::add).run(control);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    @Nested
    class Racing {

        @Test
        void repeatsToTheLastBitWithTheSameSeed() {
            RacePlan plan = plan(Map.of("steps", 30, "seeds", 2), SGD, MOMENTUM);
            List<RaceEvent> first = new ArrayList<>();
            List<RaceEvent> second = new ArrayList<>();

            RaceResult one = run(plan, first);
            RaceResult other = run(plan, second);

            assertThat(one.standings()).isEqualTo(other.standings()).hasSize(2);
            assertThat(losses(first)).isEqualTo(losses(second)).hasSize(6 * 30);
        }

        @Test
        void startsAllFromTheSameParametersOnTheSameBatch() {
            List<RaceEvent> events = new ArrayList<>();

            run(plan(Map.of("mode", "same", "steps", 3, "seeds", 2), SGD, MOMENTUM), events);

            List<RaceEvent.Stepped> starts = stepped(events).stream().filter(each -> each.step() == 1).toList();
            assertThat(starts).hasSize(4);
            assertThat(starts.get(0).loss()).isEqualTo(starts.get(1).loss());
            assertThat(starts.get(2).loss()).isEqualTo(starts.get(3).loss()).isNotEqualTo(starts.get(0).loss());
        }

        @Test
        void namesSmallRatesAsTheFilesDo() {
            Set<String> told = new HashSet<>();
            JobControl control = new JobControl() {
                @Override
                public boolean proceed() {
                    return true;
                }

                @Override
                public void report(Progress progress) {
                    told.add(progress.text());
                }
            };

            outcome(plan(Map.of("steps", 3, "seeds", 1), new Contestant("Slow", Sgd.RECIPE.standard(), List.of(0.0001, 1e-5))), new ArrayList<>(), control);

            assertThat(told).containsExactlyInAnyOrder("Slow at 0.0001, seed 1 of 1", "Slow at 1e-5, seed 1 of 1");
        }

        @Test
        void takesOnlyTheBestRateToTheOtherSeeds() {
            RaceResult result = run(plan(Map.of("steps", 30, "seeds", 3), SGD), new ArrayList<>());

            assertThat(result.tried(0)).extracting(RaceResult.Tried::rate).containsExactly(0.01, 0.1);
            assertThat(result.racing(0)).hasSize(3).allMatch(run -> run.lane().rate() == 0.1);
            assertThat(result.standings().getFirst().edge()).isTrue();
        }

        @Test
        void goesOnLongerThanTheExperimentWould() {
            RaceResult result = run(plan(Map.of("mode", "same", "steps", 55, "seeds", 1), SGD), new ArrayList<>());

            assertThat(result.runs().getFirst().trace().seen()).isEqualTo(55);
        }

        @Test
        void givesEachItsOwnScheduleOverTheWholeRace() throws SettingException {
            Contestant cycle = new Contestant("1cycle", Sgd.RECIPE.standard(), Optional.of(OneCycle.RECIPE.standard()), List.of(0.1));
            Contestant constant = new Contestant("Constant", Sgd.RECIPE.standard(), List.of(0.1));
            List<RaceEvent> events = new ArrayList<>();

            run(plan(Map.of("steps", 30, "seeds", 1), cycle, constant), events);

            List<Double> rates = stepped(events).stream().map(RaceEvent.Stepped::rate).toList();
            assertThat(rates.subList(0, 30).getFirst()).isCloseTo(0.1 / 25, within(1e-12));
            assertThat(rates.subList(0, 30).getLast()).isCloseTo(0.1 / 25e4, within(1e-12));
            assertThat(rates.subList(30, 60)).containsOnly(0.1);
        }

        @Test
        void refusesAScheduleThatCannotBe() throws SettingException {
            Contestant cycle = new Contestant("1cycle", Sgd.RECIPE.standard(),
                    Optional.of(OneCycle.RECIPE.with(Map.of("threePhase", true, "pctStart", 0.7))), List.of(0.1));

            try (Device device = Device.cpu(1)) {
                assertThatThrownBy(() -> new Race(plan(Map.of(), SGD, cycle), clouds, device, _ -> {}))
                        .isInstanceOf(SettingException.class)
                        .hasMessageContaining("2 · 0.7 = 1.4");
            }
        }

        @Test
        void epochsGoThroughTheImagesOfEachClassThatTheExperimentTakes() throws SettingException {
            RacePlan few = new RacePlan("tiny", "", TinyExperiment.of(3).perClass(10).plan("batch", 10).build(), List.of(SGD),
                    TinyExperiment.with(RacePlan.RECIPE, Map.of("mode", "same", "epochs", 2, "seeds", 1)).settings());

            assertThat(run(few, new ArrayList<>()).runs().getFirst().trace().seen()).isEqualTo(6);
        }

        @Test
        void epochsTakeAsManyStepsAsTheirBatches() {
            RaceResult result = run(plan(Map.of("mode", "same", "epochs", 2, "steps", 7, "seeds", 1), SGD), new ArrayList<>());

            int batch = result.plan().experiment().training().batch();
            assertThat(result.plan().steps()).isEqualTo(2 * Math.ceilDiv(clouds.train().size(), batch));
            assertThat(result.runs().getFirst().trace().seen()).isEqualTo(result.plan().steps());
        }

        @Test
        void aLookAtTheTestImagesMovesNoLoss() {
            RaceResult without = run(plan(Map.of("mode", "same", "steps", 30, "seeds", 2), SGD, MOMENTUM), new ArrayList<>());
            RaceResult with = run(plan(Map.of("mode", "same", "steps", 30, "seeds", 2, "test", true), SGD, MOMENTUM), new ArrayList<>());

            assertThat(with.standings()).extracting(Standing::mean).isEqualTo(without.standings().stream().map(Standing::mean).toList());
            assertThat(with.standings()).allSatisfy(each -> assertThat(each.test().orElseThrow().count()).isEqualTo(2 * 20));
            assertThat(without.standings()).allSatisfy(each -> assertThat(each.test()).isEmpty());
        }

        @Test
        void refusesToMeasureWhereThereAreNoTestImages() {
            Dataset untested = new Dataset(clouds.key(), "Clouds", clouds.classes(), clouds.train(), Optional.empty());

            try (Device device = Device.cpu(1)) {
                assertThatThrownBy(() -> new Race(plan(Map.of("test", true), SGD), untested, device, _ -> {}))
                        .hasMessage("Clouds has no test images to measure on.");
            }
        }

        @Test
        void tellsOfWhoDivergedAndRanksItLast() {
            Contestant wild = new Contestant("Wild", Sgd.RECIPE.standard(), List.of(1000.0));
            TinyExperiment deep = TinyExperiment.of(3);
            RacePlan plan = new RacePlan("tiny", "",
                    deep.layers(TinyExperiment.linear(8), TinyExperiment.linear(8), TinyExperiment.linear(8), TinyExperiment.linear(3)).build(),
                    List.of(wild, SGD), TinyExperiment.with(RacePlan.RECIPE, Map.of("steps", 60, "seeds", 2)).settings());

            RaceResult result = run(plan, new ArrayList<>());

            assertThat(result.standings()).extracting(Standing::contestant).containsExactly(1, 0);
            assertThat(result.standings().getLast().diverged()).isEqualTo(2);
            assertThat(result.runs().getFirst().diverged().orElseThrow()).contains("1000");
        }

        @Test
        void aStopGivesWhatThereIs() {
            JobControl soon = new JobControl() {
                private int left = 45;

                @Override
                public boolean proceed() {
                    return left-- > 0;
                }

                @Override
                public void report(Progress progress) {}
            };

            JobOutcome<RaceResult> outcome = outcome(plan(Map.of("steps", 30, "seeds", 1), SGD, MOMENTUM), new ArrayList<>(), soon);

            RaceResult result = ((JobOutcome.Stopped<RaceResult>) outcome).resultSoFar();
            assertThat(result.runs()).hasSize(1);
            assertThat(result.standings()).hasSize(1);
        }

        private List<Double> losses(List<RaceEvent> events) {
            return stepped(events).stream().map(RaceEvent.Stepped::loss).toList();
        }

        private List<RaceEvent.Stepped> stepped(List<RaceEvent> events) {
            return events.stream().filter(RaceEvent.Stepped.class::isInstance).map(RaceEvent.Stepped.class::cast).toList();
        }
    }

    @Nested
    class Ranking {

        private Standing of(double... finals) {
            return RaceResult.of(0, 0.1, finals, false, Optional.empty());
        }

        @Test
        void meanAndSpreadAreThoseOfTheSeeds() {
            Standing standing = of(1, 2, 3);

            assertThat(standing.mean()).isEqualTo(2);
            assertThat(standing.spread()).isEqualTo(OptionalDouble.of(1));
        }

        @Test
        void notApartWhenTheyDifferByLessThanTheirSeedsDo() {
            assertThat(of(1, 2, 3).gap(of(1.9, 2.9, 3.9))).isEqualTo(Gap.NOT_APART);
            assertThat(of(1, 2, 3).gap(of(2.1, 3.1, 4.1))).isEqualTo(Gap.APART);
        }

        @Test
        void theWiderSpreadCounts() {
            Standing steady = of(1, 1, 1);

            assertThat(steady.gap(of(0.95, 1.95, 2.95))).isEqualTo(Gap.NOT_APART);
            assertThat(steady.gap(of(1.05, 2.05, 3.05))).isEqualTo(Gap.APART);
        }

        @Test
        void oneSeedSaysNothing() {
            assertThat(of(1).gap(of(2))).isEqualTo(Gap.UNKNOWN);
            assertThat(of(1).spread()).isEmpty();
        }

        @Test
        void whoDivergedIsApartFromWhoDidNot() {
            Standing diverged = of(1, Double.POSITIVE_INFINITY, 1);

            assertThat(of(1, 2, 3).gap(diverged)).isEqualTo(Gap.APART);
            assertThat(diverged.diverged()).isEqualTo(1);
        }
    }

    @Nested
    class Searching {

        @Test
        void goesOnWhileTheBestLiesAtAnEnd() {
            RateSearch search = new RateSearch(0.01);
            List<Double> tried = new ArrayList<>();
            for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
                tried.add(rate.getAsDouble());
                search.told(rate.getAsDouble(), Math.abs(Math.log10(rate.getAsDouble() / 0.3)));
            }

            assertThat(tried).containsExactly(0.01, 0.003, 0.03, 0.1, 0.3, 1.0);
        }

        @Test
        void stopsAfterThreeWhereTheOwnRateIsBest() {
            RateSearch search = new RateSearch(0.001);
            List<Double> tried = new ArrayList<>();
            for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
                tried.add(rate.getAsDouble());
                search.told(rate.getAsDouble(), Math.abs(Math.log10(rate.getAsDouble() / 0.001)));
            }

            assertThat(tried).containsExactly(0.001, 3e-4, 0.003);
        }
    }

    @Test
    void tracesKeepTheLastStepAndSmoothWithoutAPullToZero() {
        RaceTrace trace = new RaceTrace(2501, 0.5, 2);
        for (int i = 0; i < 2501; i++) {
            trace.add(7);
        }

        assertThat(trace.step(trace.points() - 1)).isEqualTo(2501);
        assertThat(trace.smoothed(0)).isCloseTo(7, within(1e-12));
        assertThat(trace.finalLoss()).isEqualTo(7);
    }

    @Test
    void refusesTwoOfTheSameName() {
        assertThatThrownBy(() -> plan(Map.of(), SGD, SGD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two optimizers are called \"SGD\". Give one of them another label.");
        assertThat(Contestant.of(Adam.RECIPE).label()).isEqualTo("Adam");
    }
}
