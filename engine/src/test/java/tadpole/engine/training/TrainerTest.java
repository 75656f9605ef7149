package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static tadpole.engine.training.TinyExperiment.linear;
import static tadpole.engine.training.TinyExperiment.with;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.NegativeLogLikelihood;
import tadpole.engine.loss.ProbabilityCrossEntropy;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.EpochEnded;
import tadpole.engine.training.TrainingEvent.HeldOut;
import tadpole.engine.training.TrainingEvent.Stepped;

class TrainerTest {

    private final Dataset clouds = TinyData.clouds(25, 20, 3);

    @Nested
    class Learning {

        private final Dataset many = TinyData.clouds(200, 100, 3);

        @Test
        void separatesWhatALineSeparates() {
            TinyRun run = TinyRun.of(TinyExperiment.of(3).plan("epochs", 10), many);

            assertThat(run.result().test().orElseThrow().accuracy()).isGreaterThan(0.98);
            assertThat(run.result().train().loss()).isLessThan(0.1);
            assertThat(run.result().ending()).isEqualTo("Finished 10 epochs.");
        }

        @Test
        void startsAtTheLogarithmOfTheClassesWithZeroWeights() {
            TinyRun run = TinyRun.of(new TinyExperiment().layers(with(Linear.RECIPE, Map.of("out", 3, "init", "zeros"))), many);

            assertThat(run.steps().getFirst().loss()).isCloseTo(Math.log(3), within(1e-6));
        }

        @Test
        void threeWaysToTheSameLossLearnTheSame() {
            TinyRun logits = TinyRun.of(new TinyExperiment().layers(linear(3)), many);
            TinyRun logProbabilities = TinyRun.of(
                    new TinyExperiment().layers(linear(3), LogSoftmax.RECIPE.standard()).loss(NegativeLogLikelihood.RECIPE), many);
            TinyRun probabilities = TinyRun.of(
                    new TinyExperiment().layers(linear(3), Softmax.RECIPE.standard()).loss(ProbabilityCrossEntropy.RECIPE), many);

            double expected = logits.result().train().loss();
            assertThat(logProbabilities.result().train().loss()).isCloseTo(expected, within(1e-5));
            assertThat(probabilities.result().train().loss()).isCloseTo(expected, within(1e-5));
        }

        @Test
        void oneOutputLearnsTheNumberOfTheClass() {
            TinyRun run = TinyRun.of(TinyExperiment.of(1).loss(MeanSquaredError.RECIPE).plan("epochs", 20), many);

            assertThat(run.result().test().orElseThrow().accuracy()).isGreaterThan(0.9);
        }
    }

    @Nested
    class Telling {

        private final TinyRun run = TinyRun.of(TinyExperiment.of(3), clouds);

        @Test
        void everyStepIsAnEventAndAnEpochEndsAfterItsSteps() {
            assertThat(run.events()).extracting(event -> event.getClass().getSimpleName()).containsExactly(
                    "Stepped", "Stepped", "Stepped", "EpochEnded", "Stepped", "Stepped", "Stepped", "EpochEnded");
            assertThat(run.events()).extracting(TrainingEvent::step).containsExactly(1L, 2L, 3L, 3L, 4L, 5L, 6L, 6L);
            assertThat(run.epochs()).extracting(EpochEnded::epoch).containsExactly(1, 2);
        }

        @Test
        void theLastBatchHasWhatIsLeft() {
            assertThat(run.steps()).extracting(Stepped::count).containsExactly(10, 10, 5, 10, 10, 5);
            assertThat(run.trainer().stepsAnEpoch()).isEqualTo(3);
            assertThat(run.trainer().plannedSteps()).isEqualTo(6);
            assertThat(run.result().steps()).isEqualTo(6);
        }

        @Test
        void placesInTheEpochAreSharesOfItsSamples() {
            assertThat(run.steps()).extracting(Stepped::epoch).containsExactly(0.4, 0.8, 1.0, 1.4, 1.8, 2.0);
        }

        @Test
        void anEpochsFiguresAreTheMeansOverItsSamples() {
            for (int epoch = 0; epoch < 2; epoch++) {
                List<Stepped> steps = run.steps().subList(3 * epoch, 3 * epoch + 3);
                Evaluation train = run.epochs().get(epoch).train();

                assertThat(train.loss()).isCloseTo(steps.stream().mapToDouble(step -> step.loss() * step.count()).sum() / 25, within(1e-12));
                assertThat(train.correct()).isEqualTo(steps.stream().mapToInt(Stepped::correct).sum());
                assertThat(train.count()).isEqualTo(25);
            }
            assertThat(run.result().train()).isEqualTo(run.epochs().getLast().train());
        }

        @Test
        void withoutValidationTheTestSetIsLookedAt() {
            HeldOut heldOut = run.epochs().getLast().heldOut().orElseThrow();

            assertThat(heldOut.name()).isEqualTo("test");
            assertThat(run.result().test()).contains(heldOut.evaluation());
            assertThat(run.result().validation()).isEmpty();
        }

        @Test
        void withValidationThatIsLookedAtAndTheTestSetOnlyAtTheEnd() {
            TinyRun held = TinyRun.of(TinyExperiment.of(3).validation(0.2), clouds);
            HeldOut heldOut = held.epochs().getLast().heldOut().orElseThrow();

            assertThat(heldOut.name()).isEqualTo("validation");
            assertThat(heldOut.evaluation().count()).isEqualTo(5);
            assertThat(held.result().validation()).contains(heldOut.evaluation());
            assertThat(held.result().test().orElseThrow().count()).isEqualTo(20);
        }

        @Test
        void withoutAnyHeldOutSamplesThereIsNoFigureForThem() {
            TinyRun alone = TinyRun.of(TinyExperiment.of(3), TinyData.clouds(25, 0, 3));

            assertThat(alone.epochs()).allSatisfy(epoch -> assertThat(epoch.heldOut()).isEmpty());
            assertThat(alone.result().test()).isEmpty();
        }

        @Test
        void progressEndsWhereTheRunEnds() {
            assertThat(run.progress()).hasSize(6);
            assertThat(run.progress().getLast().fraction()).isEqualTo(1);
            assertThat(run.progress().getLast().text()).isEqualTo("epoch 2 of 2");
        }

        @Test
        void progressOfALimitedRunEndsWhereTheLimitIs() {
            TinyRun limited = TinyRun.of(TinyExperiment.of(3).plan("epochs", 1000).plan("steps", 4), clouds);

            assertThat(limited.progress()).extracting(Progress::fraction).containsExactly(0.25, 0.5, 0.75, 1.0);
        }
    }

    @Nested
    class ChangedWhileItRuns {

        @Test
        void aRateHoldsFromTheNextStepOn() {
            TinyRun run = TinyRun.watched(TinyExperiment.of(3), clouds, (trainer, event) -> {
                if (event instanceof Stepped && event.step() == 2) {
                    trainer.changeRate(0.5);
                }
            });

            assertThat(run.steps()).extracting(Stepped::rate).containsExactly(0.1, 0.1, 0.5, 0.5, 0.5, 0.5);
            assertThat(run.events().get(2)).isEqualTo(new Changed(2, 0.8, "rate", 0.1, 0.5));
        }

        @Test
        void aBatchSizeHoldsFromTheNextStepOn() {
            TinyRun run = TinyRun.watched(TinyExperiment.of(3), clouds, (trainer, event) -> {
                if (event instanceof Stepped && event.step() == 1) {
                    trainer.changeBatchSize(4);
                }
            });

            assertThat(run.steps()).extracting(Stepped::count)
                    .containsExactly(10, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1);
            assertThat(run.events().get(1)).isEqualTo(new Changed(1, 0.4, "batch size", 10, 4));
            assertThat(run.epochs()).extracting(epoch -> epoch.train().count()).containsExactly(25, 25);
        }

        @Test
        void aNumberOutOfBoundsIsRefusedAtOnce() throws Exception {
            try (Device device = Device.cpu(1)) {
                Trainer trainer = new Trainer(TinyExperiment.of(3).build(), clouds, device, _ -> {});

                assertThatThrownBy(() -> trainer.changeBatchSize(0))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Batch size (\"batch\") must be between 1 and 100000, but is 0.");
                assertThatThrownBy(() -> trainer.changeRate(-1))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("Learning rate (\"rate\") must be between 1e-12 and 1000, but is -1: a step is p -= -1 · direction.");
                assertThat(trainer.run(JobControl.UNWATCHED)).isInstanceOf(JobOutcome.Finished.class);
            }
        }
    }

    @Nested
    class Ending {

        @Test
        void afterSoManyStepsEvenWithinAnEpoch() {
            TinyRun run = TinyRun.of(TinyExperiment.of(3).plan("steps", 4), clouds);

            assertThat(run.outcome()).isInstanceOf(JobOutcome.Finished.class);
            assertThat(run.steps()).hasSize(4);
            assertThat(run.epochs()).hasSize(1);
            assertThat(run.trainer().plannedSteps()).isEqualTo(4);
            assertThat(run.result().train().count()).isEqualTo(10);
            assertThat(run.result().test()).isPresent();
            assertThat(run.result().ending()).isEqualTo("Reached 4 steps.");
        }

        @Test
        void whenValidationIsNoBetterWithTheBestWeightsKept() {
            TinyRun run = TinyRun.of(impatient("loss"), TinyData.overlapping(60, 10, 4));

            EpochEnded best = run.epochs().stream().min(Comparator.comparingDouble(epoch -> heldOut(epoch).loss())).orElseThrow();
            assertThat(best.epoch()).as("the first epoch is not the best").isGreaterThan(1);
            assertThat(run.result().epochs()).isLessThan(200).isEqualTo(best.epoch() + 3);
            assertThat(run.result().validation()).contains(heldOut(best));
            assertThat(run.result().ending())
                    .isEqualTo("No better for 3 epochs; kept the weights of epoch %d.".formatted(best.epoch()));
        }

        @Test
        void whenAccuracyIsWatchedTheFirstOfEqualEpochsIsTheBest() {
            TinyRun run = TinyRun.of(impatient("accuracy"), TinyData.overlapping(60, 10, 4));

            int most = run.epochs().stream().mapToInt(epoch -> heldOut(epoch).correct()).max().orElseThrow();
            EpochEnded best = run.epochs().stream().filter(epoch -> heldOut(epoch).correct() == most).findFirst().orElseThrow();
            assertThat(best.epoch()).as("the first epoch is not the best").isGreaterThan(1);
            assertThat(run.result().epochs()).isLessThan(200).isEqualTo(best.epoch() + 3);
            assertThat(run.result().validation()).contains(heldOut(best));
        }

        @Test
        void theBestWeightsAreKeptAlsoWhenTheEpochsRunOutFirst() {
            TinyRun patient = TinyRun.of(impatient("loss"), TinyData.overlapping(60, 10, 4));
            int best = patient.result().epochs() - 3;

            TinyRun run = TinyRun.of(impatient("loss").plan("epochs", best + 1), TinyData.overlapping(60, 10, 4));

            assertThat(run.result().epochs()).isEqualTo(best + 1);
            assertThat(run.result().validation()).contains(heldOut(run.epochs().get(best - 1)));
            assertThat(run.result().ending())
                    .isEqualTo("Finished %d epochs; kept the weights of epoch %d.".formatted(best + 1, best));
        }

        private static TinyExperiment impatient(String watch) {
            return TinyExperiment.of(4).rate(0.5).validation(0.5).plan("epochs", 200).plan("patience", 3).plan("watch", watch);
        }

        private static Evaluation heldOut(EpochEnded epoch) {
            return epoch.heldOut().orElseThrow().evaluation();
        }
    }

    @Nested
    class WhenStopped {

        @Test
        void givesTheNetworkAsItIsByThen() {
            TinyRun stopped = TinyRun.stoppedAfter(2, TinyExperiment.of(3), clouds);
            TinyRun short2 = TinyRun.of(TinyExperiment.of(3).plan("steps", 2), clouds);

            assertThat(stopped.outcome()).isInstanceOf(JobOutcome.Stopped.class);
            assertThat(stopped.result().steps()).isEqualTo(2);
            assertThat(stopped.result().train().count()).isEqualTo(20);
            assertThat(stopped.result().test()).isEmpty();
            assertThat(stopped.result().ending()).isEqualTo("Stopped.");
            assertThat(stopped.weights().getFirst()).isEqualTo(short2.weights().getFirst());
        }

        @Test
        void beforeItsFirstStepGivesTheStart() {
            TinyRun stopped = TinyRun.stoppedAfter(0, TinyExperiment.of(3), clouds);

            assertThat(stopped.outcome()).isInstanceOf(JobOutcome.Stopped.class);
            assertThat(stopped.events()).isEmpty();
            assertThat(stopped.result().train().accuracy()).isZero();
        }

        /** Three steps and one look at the test set make four questions an epoch, and a last look makes one more. */
        @Test
        void atAnyQuestionItIsStoppedAndNotFinished() {
            LongStream.range(0, 9).forEach(asks -> {
                TinyRun stopped = TinyRun.stoppedAfter((int) asks, TinyExperiment.of(3), clouds);

                assertThat(stopped.outcome()).as("stopped at question %d", asks + 1).isInstanceOf(JobOutcome.Stopped.class);
                assertThat(stopped.result().ending()).isEqualTo("Stopped.");
            });
            assertThat(TinyRun.stoppedAfter(9, TinyExperiment.of(3), clouds).outcome()).isInstanceOf(JobOutcome.Finished.class);
        }
    }

    @Nested
    class WhenItLeavesTheNumbers {

        private final TinyRun run =
                TinyRun.of(TinyExperiment.of(3).loss(MeanSquaredError.RECIPE).rate(1000).plan("epochs", 50), clouds);

        @Test
        void failsAndSaysStepLayerGradientAndWhatToTry() {
            assertThat(run.outcome()).isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> assertThat(failed.message())
                    .matches("The loss became (NaN|infinite) at step %d with learning rate 1000\\. ".formatted(run.steps().size() + 1)
                            + "It broke in layer linear[12], whose last gradient had length (\\d(\\.\\d+)?e\\+\\d\\d|NaN|Infinity)\\. "
                            + "Try a learning rate of 100\\."));
        }

        @Test
        void failsAlsoWhenItsLastStepWasTheOneTooMuch() {
            TinyRun last = TinyRun.of(TinyExperiment.of(3).loss(MeanSquaredError.RECIPE).rate(1000).plan("epochs", 50)
                    .plan("steps", run.steps().size()), clouds);

            assertThat(last.outcome()).isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> assertThat(failed.message())
                    .contains("at step %d with learning rate 1000. ".formatted(run.steps().size())));
        }

        @Test
        void toldEveryStepBeforeWithAFiniteLoss() {
            assertThat(run.steps()).isNotEmpty().allSatisfy(step -> assertThat(step.loss()).isFinite());
        }
    }
}
