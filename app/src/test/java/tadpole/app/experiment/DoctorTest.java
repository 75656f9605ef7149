package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.doctor.Diagnosis;
import tadpole.engine.doctor.Examination;
import tadpole.engine.doctor.Finding;
import tadpole.engine.doctor.Trial;
import tadpole.engine.doctor.TrialJob;
import tadpole.engine.doctor.TrialResult;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Moment;
import tadpole.engine.training.SampleChanges;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingPlan;
import tadpole.engine.training.TrainingResult;
import tadpole.samples.SampleData;

/** What the doctor says of runs on the bundled digits, with a planted fault and without. */
class DoctorTest {

    private static final Device DEVICE = Device.cpu(1);
    private static Dataset digits;

    @BeforeAll
    static void open() {
        digits = ((JobOutcome.Finished<Dataset>) new OpenDataset(SampleData.data().resolve("tadpole-digits")).run(JobControl.UNWATCHED)).result();
    }

    @AfterAll
    static void close() {
        DEVICE.close();
    }

    @Nested
    class OnTheShelfOfFailures {

        @ParameterizedTest
        @CsvSource({
            "raw-inputs, raw-inputs",
            "rate-too-high, rate-too-high",
            "rate-too-low, rate-too-low",
            "shuffled-labels, labels",
            "sorted-by-class, unshuffled",
            "dead-relus, dead-relu",
            "vanishing-gradients, vanishing-gradients",
            "exploding-gradients, exploding-gradients",
            "start-too-large, first-loss",
            "softmax-twice, loss-misfit",
            "gradients-never-zeroed, stale-gradients",
            "tiny-batches, tiny-batches",
            "learned-by-heart, overfitting",
            "schedule-over, schedule-ended",
            "decay-too-strong, strong-decay"})
        void namesTheCauseFirstAndItsTrialConfirmsIt(String failure, String cause) throws Exception {
            Finding named = last(shipped("failure-" + failure)).cause().orElseThrow();
            TrialResult tried = tried(named.trial().orElseThrow());

            assertThat(named.rule()).as(named.toString()).isEqualTo(cause);
            assertThat(tried.confirmed()).as(tried.words()).isTrue();
            assertThat(tried.words()).startsWith("confirmed: ");
        }

        @Test
        void everyFileIsNamedHere() throws IOException {
            String source = Stream.of(OnTheShelfOfFailures.class.getDeclaredMethods())
                    .flatMap(method -> Stream.ofNullable(method.getAnnotation(CsvSource.class))).flatMap(each -> Stream.of(each.value())).toList().toString();
            try (Stream<Path> files = Files.list(SampleData.experiments())) {
                assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("failure-")))
                        .hasSizeGreaterThanOrEqualTo(10)
                        .allSatisfy(name -> assertThat(source).contains(name.substring("failure-".length(), name.length() - ".json".length()) + ","));
            }
        }
    }

    @Nested
    class WithOtherFaults {

        @Test
        void gradientsOfABatchAreSummed() throws Exception {
            assertCause(e -> trained(e, Map.of("reduction", "sum")), "summed-gradients");
        }

        @Test
        void everyGradientIsClippedToNothing() throws Exception {
            assertCause(e -> trained(e, Map.of("clipNorm", 1e-4)), "tight-clip");
        }

        @Test
        void allUnitsStartAlike() throws Exception {
            assertCause(e -> e.withLayers(List.of(layer("flatten", Map.of()), layer("linear", Map.of("out", 100L, "init", "zeros")),
                    layer("relu", Map.of()), layer("linear", Map.of("out", 10L, "init", "zeros")))), "alike-start");
        }

        @Test
        void nearlyAllIsDropped() throws Exception {
            assertCause(e -> net(e, layer("relu", Map.of()), layer("dropout", Map.of("p", 0.95))), "strong-dropout");
        }

        @Test
        void nothingIsBentBetweenTwoLayers() throws Exception {
            assertCause(e -> net(e), "linear-collapse");
        }

        @Test
        void halfOfTheLabelsAreWrong() throws Exception {
            assertCause(e -> trained(e.withData(e.data().withChanges(new SampleChanges(List.of(), 0.5, false))), Map.of("epochs", 4L)), "labels");
        }

        private void assertCause(UnaryOperator<Experiment> fault, String cause) throws Exception {
            Diagnosis said = last(fault.apply(base()));

            assertThat(said.cause()).as(said.toString()).map(Finding::rule).contains(cause);
        }
    }

    @Nested
    class OnSoundRuns {

        static Stream<Arguments> sound() throws Exception {
            Experiment e = base();
            Spec relu = layer("relu", Map.of());
            Spec first = layer("conv2d", Map.of("out", 8L, "kernel", 5L, "stride", 2L));
            Spec second = layer("conv2d", Map.of("out", 16L, "kernel", 3L, "stride", 2L));
            Spec norm = layer("batchNorm2d", Map.of());
            Spec flatten = layer("flatten", Map.of());
            Spec scores = layer("linear", Map.of("out", 10L));
            return Stream.of(
                    Arguments.of("784-100-10", shipped("digits-784-100-10")),
                    Arguments.of("784-100-10 at rate 0.01", e.withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", 0.01)))),
                    Arguments.of("softmax", e.withLayers(List.of(flatten, scores))),
                    Arguments.of("momentum", e.withOptimizer(of(Optimizers.ALL, "momentum", Map.of("rate", 0.01)))),
                    Arguments.of("Adam", e.withOptimizer(of(Optimizers.ALL, "adam", Map.of("rate", 0.001)))),
                    Arguments.of("RMSProp", e.withOptimizer(of(Optimizers.ALL, "rmsprop", Map.of("rate", 0.001)))),
                    Arguments.of("convolutions", e.withLayers(List.of(first, relu, second, relu, flatten, scores))),
                    Arguments.of("batch normalization", e.withLayers(List.of(first, norm, relu, second, norm, relu, flatten, scores))),
                    Arguments.of("dropout", net(e, relu, layer("dropout", Map.of("p", 0.5)))),
                    Arguments.of("tanh", net(e, layer("tanh", Map.of()))),
                    Arguments.of("1cycle", e.withSchedule(Recipe.find(Schedules.ALL, "schedule", "oneCycle").standard())),
                    Arguments.of("mean squared error", new Experiment(e.name(), "", e.data(), e.layers(),
                            Recipe.find(Losses.ALL, "loss", "meanSquaredError").standard(), e.optimizer(), e.schedule(), e.training(), e.seed())));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("sound")
        void saysNothingButWell(String name, Experiment experiment) throws Exception {
            List<Diagnosis> said = said(experiment);

            assertThat(said).hasSizeGreaterThan(2).allSatisfy(each -> assertThat(each.cause()).as("%s at step %d", name, each.step()).isEmpty());
            assertThat(said.getLast().findings()).extracting(Finding::rule).contains("raw-inputs", "first-loss", "rate-too-high");
        }
    }

    @Nested
    class WhereItCouldAccuseWrongly {

        @Test
        void fewImagesHaveFewLookAlikesAndStillTheirOwnLabels() throws Exception {
            Experiment few = few(2, 0.003, 60);

            assertThat(said(few)).flatExtracting(Diagnosis::findings).extracting(Finding::rule).doesNotContain("labels");
        }

        @Test
        void aLowRateOnFewImagesIsNotTheLabels() throws Exception {
            assertOnlyCause(last(few(3, 1e-5, 60)), "rate-too-low");
        }

        @Test
        void sumsWithARateMadeForThemAreSound() throws Exception {
            Experiment sums = trained(base(), Map.of("reduction", "sum", "batch", 64L, "epochs", 4L)).withSeed(57);

            assertThat(said(sums.withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", 0.0008))))).allSatisfy(each -> assertThat(each.cause()).isEmpty());
        }

        @Test
        void weightsThatBlewUpDoNotMakeARateTooLow() throws Exception {
            Diagnosis said = last(base().withOptimizer(of(Optimizers.ALL, "adam", Map.of("rate", 0.3))));

            assertThat(said.cause()).map(Finding::rule).contains("rate-too-high");
            assertThat(said.findings()).extracting(Finding::rule).doesNotContain("rate-too-low");
        }

        @Test
        void aTightClipDoesNotMakeARateTooLow() throws Exception {
            assertOnlyCause(last(trained(base(), Map.of("clipNorm", 1e-4))), "tight-clip");
        }

        @Test
        void aBranchFromTheMiddleIsNotAccusedOfItsFirstBatch() throws Exception {
            Examination parent = new Examination(DEVICE);
            Moment middle = middle(parent);
            Experiment slower = trained(base(), Map.of("epochs", 5L)).withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", 0.03)));

            for (Examination each : List.of(new Examination(DEVICE), new Examination(DEVICE, Optional.of(parent)))) {
                examine(each, new Trainer(slower, digits, DEVICE, _ -> {}, middle));

                assertThat(each.history()).hasSizeGreaterThan(2).allSatisfy(said -> assertThat(said.cause()).as(said.toString()).isEmpty());
            }
        }

        @Test
        void aBranchThatBreaksIsStillNamed() throws Exception {
            Examination parent = new Examination(DEVICE);
            Moment middle = middle(parent);
            Experiment wild = trained(base(), Map.of("epochs", 4L)).withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", 5.0)));

            Examination examination = examine(new Examination(DEVICE, Optional.of(parent)), new Trainer(wild, digits, DEVICE, _ -> {}, middle));

            assertThat(examination.latest().orElseThrow().cause()).map(Finding::rule).contains("rate-too-high");
        }

        @Test
        void aRateThatWasPutRightIsNotHeldAgainstTheRun() throws Exception {
            Experiment wild = trained(base(), Map.of("epochs", 4L)).withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", 1.0)));
            Trainer[] trainer = new Trainer[1];
            trainer[0] = new Trainer(wild, digits, DEVICE, event -> {
                if (event.step() == 40) {
                    trainer[0].changeRate(0.03);
                }
            });

            List<Diagnosis> said = examine(new Examination(DEVICE), trainer[0]).history();

            assertThat(said.getLast().findings()).as(said.getLast().toString()).filteredOn(each -> each.rule().equals("rate-too-high"))
                    .extracting(Finding::state).containsOnly(Finding.State.WELL);
        }

        /** Where 784-100-10 stands after three epochs. */
        private Moment middle(Examination watching) throws Exception {
            Trainer trainer = new Trainer(trained(base(), Map.of("epochs", 3L)), digits, DEVICE, _ -> {});
            examine(watching, trainer);
            return trainer.moment();
        }

        private Experiment few(int perClass, double rate, long epochs) throws Exception {
            Experiment e = trained(base(), Map.of("batch", 20L, "epochs", epochs)).withOptimizer(of(Optimizers.ALL, "sgd", Map.of("rate", rate)));
            DataPlan all = e.data();
            return e.withSeed(3).withData(new DataPlan(all.set(), all.make(), all.prepare(), all.augment(), all.validation(), perClass, all.standardizeTargets(), all.changes()));
        }

        private void assertOnlyCause(Diagnosis said, String cause) {
            assertThat(said.findings()).as(said.toString()).filteredOn(each -> each.state() == Finding.State.ILL).extracting(Finding::rule).containsExactly(cause);
        }
    }

    @Test
    void itSpeaksAfterTheFirstStepAndAfterEachEpoch() throws Exception {
        Examination examination = examined(base());

        assertThat(examination.history()).extracting(Diagnosis::step).containsExactly(1L, 157L, 314L, 314L);
        assertThat(examination.at(200).orElseThrow().step()).isEqualTo(157);
        assertThat(examination.at(0)).isEmpty();
        assertThat(examination.at(1).orElseThrow().findings()).filteredOn(each -> each.rule().equals("first-loss"))
                .singleElement().satisfies(each -> {
                    assertThat(each.headline()).isEqualTo("First loss is that of chance");
                    assertThat(each.evidence()).isEqualTo("2.29, and ln 10 = 2.303");
                });
    }

    @Test
    void watchingChangesNothingOfWhatIsLearned() throws Exception {
        TrainingResult alone = ((JobOutcome.Finished<TrainingResult>) new Trainer(base(), digits, DEVICE, _ -> {}).run(JobControl.UNWATCHED)).result();
        Trainer trainer = new Trainer(base(), digits, DEVICE, _ -> {});
        Examination examination = new Examination(DEVICE);
        trainer.watch(examination);
        examination.begin(trainer);

        TrainingResult watched = ((JobOutcome.Finished<TrainingResult>) trainer.run(JobControl.UNWATCHED)).result();

        for (int i = 0; i < alone.network().parameters().size(); i++) {
            assertThat(watched.network().parameters().get(i).value().data()).isEqualTo(alone.network().parameters().get(i).value().data());
        }
    }

    @Test
    void aTrialThatDoesNotHelpSaysSo() throws Exception {
        Experiment own = base();
        Trial useless = new Trial("Try nothing", own, own, Trial.Goal.LOSS_LOWER, "The loss ends lower.");

        TrialResult tried = tried(useless);

        assertThat(tried.confirmed()).isFalse();
        assertThat(tried.words()).matches("not confirmed: ends at [0-9.]+, without the change at [0-9.]+");
    }

    @Test
    void aTrialCanBeStopped() throws Exception {
        JobControl stopped = new JobControl() {
            private int left = 20;

            @Override
            public boolean proceed() {
                return --left > 0;
            }

            @Override
            public void report(Progress progress) {
                assertThat(progress.fraction()).isLessThan(0.5);
            }
        };

        assertThat(new TrialJob(new Trial("Try nothing", base(), base(), Trial.Goal.LOSS_LOWER, ""), digits, DEVICE).run(stopped))
                .isInstanceOf(JobOutcome.Stopped.class);
    }

    private static List<Diagnosis> said(Experiment experiment) throws SettingException {
        return examined(experiment).history();
    }

    private static Diagnosis last(Experiment experiment) throws SettingException {
        return said(experiment).getLast();
    }

    private static Examination examined(Experiment experiment) throws SettingException {
        return examine(new Examination(DEVICE), new Trainer(experiment, digits, DEVICE, _ -> {}));
    }

    private static Examination examine(Examination examination, Trainer trainer) {
        trainer.watch(examination);
        examination.begin(trainer);
        examination.ended(trainer, trainer.run(JobControl.UNWATCHED));
        return examination;
    }

    private static TrialResult tried(Trial trial) {
        return ((JobOutcome.Finished<TrialResult>) new TrialJob(trial, digits, DEVICE).run(JobControl.UNWATCHED)).result();
    }

    private static Experiment shipped(String name) throws FileException {
        return ExperimentFile.read(SampleData.experiments().resolve(name + ".json"));
    }

    /** 784-100-10 for two epochs. */
    private static Experiment base() throws FileException {
        return trained(shipped("digits-784-100-10"), Map.of("epochs", 2L));
    }

    private static Experiment trained(Experiment experiment, Map<String, Object> settings) {
        Map<String, Object> all = new LinkedHashMap<>(experiment.training().settings().asMap());
        all.putAll(settings);
        return experiment.withTraining(new TrainingPlan(of(List.of(TrainingPlan.RECIPE), "training", all).settings(), experiment.training().order()));
    }

    /** 784-100-10 with those layers between. */
    private static Experiment net(Experiment experiment, Spec... between) {
        List<Spec> layers = new ArrayList<>(List.of(layer("flatten", Map.of()), layer("linear", Map.of("out", 100L))));
        layers.addAll(List.of(between));
        layers.add(layer("linear", Map.of("out", 10L)));
        return experiment.withLayers(layers);
    }

    private static Spec layer(String type, Map<String, Object> settings) {
        return of(Layers.ALL, type, settings);
    }

    private static <M> Spec of(List<Recipe<M>> all, String type, Map<String, Object> settings) {
        try {
            return Recipe.find(all, "recipe", type).with(settings);
        } catch (SettingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
