package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tadpole.engine.training.TinyExperiment.linear;
import static tadpole.engine.training.TinyExperiment.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Relu;
import tadpole.engine.layer.Tanh;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.RmsProp;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.TrainingEvent.Changed;
import tadpole.engine.training.TrainingEvent.Stepped;
import tadpole.engine.training.TrainingEvent.Value;

/** A run that goes on from a recorded moment is the same run, to the last bit. */
class MomentTest {

    private final Dataset data = TinyData.overlapping(60, 20, 3);

    private static Stream<Spec> optimizers() {
        return Stream.concat(Optimizers.ALL.stream().map(MomentTest::inFewIterations), Stream.of(
                with(Adam.RECIPE, Map.of("amsgrad", true, "weightDecay", 0.01)),
                with(RmsProp.RECIPE, Map.of("momentum", 0.9, "centered", true)),
                with(optimizer("lbfgs"), Map.of("lineSearch", "strongWolfe", "historySize", 3, "maxIter", 4)),
                with(optimizer("conjugateGradient"), Map.of("maxIter", 3))));
    }

    private static Spec inFewIterations(Recipe<?> recipe) {
        return recipe.type().equals("lbfgs") ? with(recipe, Map.of("maxIter", 4)) : recipe.standard();
    }

    private static Recipe<?> optimizer(String type) {
        return Optimizers.ALL.stream().filter(each -> each.type().equals(type)).findFirst().orElseThrow();
    }

    /** All that is drawn or remembered on the way: order, dropout, noise, running statistics, a schedule, the best epoch. Five steps an epoch. */
    private static TinyExperiment everything() {
        return new TinyExperiment()
                .layers(linear(12), BatchNorm2d.RECIPE.standard(), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), linear(3))
                .augment(Augmentations.ALL.stream().filter(recipe -> recipe.type().equals("noise")).findFirst().orElseThrow().standard())
                .schedule(OneCycle.RECIPE.standard())
                .validation(0.2)
                .plan("epochs", 4).plan("patience", 2);
    }

    private void requireSame(Recorded first, Recorded.Taken taken, int threads, String where) {
        Recorded again = Recorded.from(taken.moment(), data, threads);

        assertThat(again.eventsFrom(0)).as("events from " + where).isEqualTo(first.eventsFrom(taken.told()));
        assertThat(again.checksum()).as("everything after going on from " + where).isEqualTo(first.checksum());
        assertThat(again.result()).as("result from " + where).usingRecursiveComparison().ignoringFields("network", "seconds").isEqualTo(first.result());
        assertThat(again.taken().get("end").moment()).as("last moment from " + where).usingRecursiveComparison()
                .ignoringFields("tally.seconds").isEqualTo(first.taken().get("end").moment());
    }

    @Nested
    class GoingOnToTheSameBits {

        @ParameterizedTest
        @MethodSource("tadpole.engine.training.MomentTest#optimizers")
        void fromEveryMoment(Spec optimizer) {
            Recorded first = Recorded.of(everything().optimizer(optimizer).build(), data, 1);

            assertThat(first.taken()).containsKeys("start", "step 3", "step 5", "told of epoch 1", "end");
            first.taken().forEach((where, taken) -> requireSame(first, taken, 1, where));
        }

        @ParameterizedTest
        @ValueSource(strings = {"notBiases", "none"})
        void whereGradientsPileUp(String zeroed) {
            Recorded first = Recorded.of(everything().plan("zeroGradients", zeroed).plan("l1", 0.001).plan("clipNorm", 2.0).build(), data, 1);

            first.taken().forEach((where, taken) -> requireSame(first, taken, 1, where));
        }

        @Test
        void whereStepsEndTheRunWithinAnEpoch() {
            Recorded first = Recorded.of(everything().plan("steps", 13L).build(), data, 1);

            assertThat(first.result().ending()).startsWith("Reached 13 steps");
            first.taken().forEach((where, taken) -> requireSame(first, taken, 1, where));
        }

        @Test
        void whereThePatienceEndsIt() {
            Recorded first = Recorded.of(everything().optimizer(with(Sgd.RECIPE, Map.of("rate", 5.0))).plan("patience", 1).plan("epochs", 30).build(), data, 1);

            assertThat(first.result().ending()).startsWith("No better for 1 epoch; kept the weights of epoch");
            first.taken().forEach((where, taken) -> requireSame(first, taken, 1, where));
        }

        @Test
        void onAnotherNumberOfThreads() {
            Dataset wide = TinyData.wide(300, 96);
            Experiment large = new TinyExperiment()
                    .layers(linear(200), BatchNorm2d.RECIPE.standard(), Relu.RECIPE.standard(), Dropout.RECIPE.standard(), linear(10))
                    .optimizer(Adam.RECIPE.standard()).plan("batch", 128).build();
            Recorded alone = Recorded.of(large, wide, 1);

            for (int threads = 1; threads <= 2; threads++) {
                Recorded again = Recorded.from(alone.taken().get("step 2").moment(), wide, threads);
                assertThat(again.checksum()).isEqualTo(alone.checksum());
                assertThat(Recorded.of(large, wide, threads).checksum()).isEqualTo(alone.checksum());
            }
        }

        @Test
        void afterEverythingThatCanChangeWasChangedByHand() {
            Recorded first = Recorded.of(everything().optimizer(Momentum.RECIPE.standard()).build(), data, 1, Optional.empty(), trainer -> {
                if (trainer.step() == 3) {
                    trainer.changeRate(0.05);
                    trainer.changeBatchSize(7);
                }
                if (trainer.step() == 4) {
                    trainer.changeOptimizer(with(Adam.RECIPE, Map.of("rate", 0.01, "beta1", 0.8)));
                    trainer.changePlan(trainer.inUse().training().with(TrainingPlan.CLIP_NORM, 0.5).with(TrainingPlan.L1, 0.001).with(TrainingPlan.EPOCHS, 5L));
                }
                if (trainer.step() == 9) {
                    trainer.changeOptimizer(with(Adam.RECIPE, Map.of("rate", 0.02, "amsgrad", true)));
                }
            });

            assertThat(first.result().epochs()).isEqualTo(5);
            for (int step = 5; step <= 8; step++) {
                Recorded again = Recorded.of(first.taken().get("step " + step).moment().experiment(), data, 1,
                        Optional.of(first.taken().get("step " + step).moment()), trainer -> {
                            if (trainer.step() == 9) {
                                trainer.changeOptimizer(with(Adam.RECIPE, Map.of("rate", 0.02, "amsgrad", true)));
                            }
                        });
                assertThat(again.eventsFrom(0)).isEqualTo(first.eventsFrom(first.taken().get("step " + step).told()));
                assertThat(again.checksum()).isEqualTo(first.checksum());
            }
            requireSame(first, first.taken().get("step 12"), 1, "step 12");
        }

        @Test
        void afterTheRunWasStoppedWhileTheHeldOutSamplesWereJudged() throws SettingException {
            Recorded first = Recorded.of(everything().build(), data, 1);
            boolean[] stopped = {false};
            Moment moment;
            try (Device device = Device.cpu(1)) {
                Trainer trainer = new Trainer(everything().build(), data, device, _ -> {});
                trainer.watch(new Onlooker() {
                    @Override
                    public void afterStep(Trainer of, Stepped event) {
                        stopped[0] = event.step() == 5;
                    }
                });
                trainer.run(new Recorded.Going(() -> !stopped[0]));
                moment = trainer.moment();
            }

            Recorded again = Recorded.from(moment, data, 1);

            assertThat(moment.step()).isEqualTo(5);
            assertThat(again.eventsFrom(0)).isEqualTo(first.eventsFrom(5));
            assertThat(again.checksum()).isEqualTo(first.checksum());
        }
    }

    @Nested
    class GoingOnBeyondTheEnd {

        @Test
        void isTheRunThatHadMoreEpochsFromTheStart() {
            TinyExperiment shorter = TinyExperiment.of(3).optimizer(Momentum.RECIPE.standard());
            Recorded first = Recorded.of(shorter.plan("epochs", 2).build(), data, 1);
            Recorded longer = Recorded.of(shorter.plan("epochs", 5).build(), data, 1);

            Recorded further = Recorded.of(shorter.build(), data, 1, Optional.of(first.taken().get("end").moment()), _ -> {});

            assertThat(further.checksum()).isEqualTo(longer.checksum());
            assertThat(further.result()).usingRecursiveComparison().ignoringFields("network", "seconds").isEqualTo(longer.result());
            assertThat(further.result().ending()).isEqualTo("Finished 5 epochs.");
            assertThat(further.result().seconds()).isGreaterThan(first.result().seconds());
        }

        @Test
        void goesOnWithTheLastWeightsAlsoWhereTheBestOnesWereKept() {
            TinyExperiment jumping = everything().optimizer(with(Sgd.RECIPE, Map.of("rate", 5.0))).schedule(Constant.RECIPE.standard());
            Recorded first = Recorded.of(jumping.plan("patience", 1).plan("epochs", 30).build(), data, 1);
            Recorded patient = Recorded.of(jumping.plan("patience", 30).build(), data, 1);

            Recorded further = Recorded.of(jumping.build(), data, 1, Optional.of(first.taken().get("end").moment()), _ -> {});

            assertThat(first.result().epochs()).isLessThan(30);
            assertThat(further.result()).usingRecursiveComparison().ignoringFields("network", "seconds").isEqualTo(patient.result());
            assertThat(further.checksum()).isEqualTo(patient.checksum());
        }
    }

    @Nested
    class Branching {

        private final Recorded parent = Recorded.of(everything().optimizer(Adam.RECIPE.standard()).build(), data, 1);
        private final Moment moment = parent.taken().get("step 7").moment();

        @Test
        void takesTheSettingsOfTheOtherExperiment() {
            Recorded branch = Recorded.of(moment.experiment().withRate(0.5), data, 1, Optional.of(moment), _ -> {});

            assertThat(branch.trainer().inUse().rate()).isEqualTo(0.5);
            assertThat(branch.checksum()).isNotEqualTo(parent.checksum());
            assertThat(branch.events().getFirst().step()).isEqualTo(8);
        }

        @Test
        void keepsTheMemoryOfTheSameOptimizerAndForgetsThatOfAnother() throws SettingException {
            assertThat(memory(moment.experiment().withOptimizer(with(Adam.RECIPE, Map.of("amsgrad", true))))).contains("step", "linear1.weight.exp_avg");
            assertThat(memory(moment.experiment().withOptimizer(Momentum.RECIPE.standard()))).isEmpty();
        }

        private List<String> memory(Experiment other) throws SettingException {
            try (Device device = Device.cpu(1)) {
                return List.copyOf(new Trainer(other, data, device, _ -> {}, moment).setup().optimizer().state().keySet());
            }
        }

        @Test
        void takesLayersOfTheSameParametersAndAnotherBatchSize() {
            Experiment other = new TinyExperiment()
                    .layers(linear(12), BatchNorm2d.RECIPE.standard(), Tanh.RECIPE.standard(), linear(3))
                    .plan("batch", 16).plan("epochs", 3).build();

            Recorded branch = Recorded.of(other, data, 1, Optional.of(moment), _ -> {});

            assertThat(branch.result().epochs()).isEqualTo(3);
            assertThat(branch.trainer().plannedSteps()).isEqualTo(12);
        }

        @Test
        void refusesOtherShapes() {
            refuses(everything().layers(linear(9), BatchNorm2d.RECIPE.standard(), linear(3)).build(), moment,
                    "The recorded moment of step 7 has linear1.weight as 12×6, but this network has it as 9×6."
                            + " Go on with layers of the same parameters, or train from the start.");
        }

        @Test
        void refusesWhatIsMissing() {
            refuses(everything().layers(linear(12), BatchNorm2d.RECIPE.standard(), linear(12), linear(3)).build(), moment,
                    "The recorded moment of step 7 has linear2.weight as 3×12, but this network has it as 12×12. Go on with");
            refuses(everything().layers(linear(12), linear(3)).build(), moment,
                    "The recorded moment of step 7 has batchNorm2d1.weight, but this network does not. Go on with");
            refuses(moment.experiment(), without(Moment.NETWORK + "linear2.bias"), "The recorded moment of step 7 has no linear2.bias. Go on with");
            refuses(moment.experiment(), without(Moment.OPTIMIZER + "linear2.bias.exp_avg"),
                    "The recorded moment of step 7 has no optimizer's linear2.bias.exp_avg. Go on with");
        }

        @Test
        void refusesAMemoryOfAnotherShape() {
            Map<String, Tensor> tensors = new LinkedHashMap<>(moment.tensors());
            tensors.put(Moment.OPTIMIZER + "linear1.bias.exp_avg", Tensor.zeros(Shape.of(2)));

            refuses(moment.experiment(), moment.withTensors(tensors),
                    "The recorded moment of step 7 has optimizer's linear1.bias.exp_avg as 2, but this network has it as 12.");
        }

        private Moment without(String name) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(moment.tensors());
            tensors.remove(name);
            return moment.withTensors(tensors);
        }

        private void refuses(Experiment experiment, Moment from, String why) {
            try (Device device = Device.cpu(1)) {
                assertThatThrownBy(() -> new Trainer(experiment, data, device, _ -> {}, from))
                        .isInstanceOf(SettingException.class).hasMessageStartingWith(why);
            }
        }
    }

    @Nested
    class ChangingWhileItRuns {

        @Test
        void isToldWithOldAndNewValue() {
            Recorded run = Recorded.of(everything().optimizer(Momentum.RECIPE.standard()).build(), data, 1, Optional.empty(), trainer -> {
                if (trainer.step() == 2) {
                    trainer.changeOptimizer(with(Momentum.RECIPE, Map.of("momentum", 0.5, "rate", 0.02, "rateInside", true)));
                    trainer.changePlan(trainer.inUse().training().with(TrainingPlan.CLIP_NORM, 1.0).with(TrainingPlan.WATCH, "accuracy"));
                    trainer.changeOptimizer(Adam.RECIPE.standard());
                }
            });

            assertThat(run.events().stream().filter(Changed.class::isInstance).map(Changed.class::cast)
                    .map(each -> "%s %s %s".formatted(each.label(), text(each.from()), text(each.to())))).containsExactly(
                            "rate 0.01 0.02", "momentum 0.9 0.5", "rate inside the velocity off on", "better means lower loss higher accuracy",
                            "clip gradient length 0.0 1.0", "optimizer Momentum Adam", "rate 0.02 0.001");
        }

        private static String text(Value value) {
            return switch (value) {
                case Value.Amount(double number) -> Double.toString(number);
                case Value.Word(String word) -> word;
            };
        }

        @Test
        void whatIsTheSameIsNotTold() {
            Recorded run = Recorded.of(everything().build(), data, 1, Optional.empty(), trainer -> {
                trainer.changeOptimizer(trainer.inUse().optimizer());
                trainer.changePlan(trainer.inUse().training());
                trainer.changeSchedule(trainer.inUse().schedule());
            });

            assertThat(run.events()).noneMatch(Changed.class::isInstance);
            assertThat(run.checksum()).isEqualTo(Recorded.of(everything().build(), data, 1).checksum());
        }

        @Test
        void aNewSettingHoldsAndTheMemoryStays() {
            Recorded run = Recorded.of(TinyExperiment.of(3).optimizer(Momentum.RECIPE.standard()).build(), data, 1, Optional.empty(), trainer -> {
                if (trainer.step() == 2) {
                    trainer.changeOptimizer(with(Momentum.RECIPE, Map.of("momentum", 0.5)));
                }
            });

            assertThat(run.events().stream().filter(Stepped.class::isInstance).map(Stepped.class::cast).limit(4).map(each -> each.momentum().getAsDouble()))
                    .containsExactly(0.9, 0.9, 0.5, 0.5);
            assertThat(run.trainer().setup().optimizer().state().get("step").data()[0]).isEqualTo(run.result().steps());
        }

        @Test
        void fewerEpochsEndItAfterTheOneUnderWay() {
            Recorded run = Recorded.of(TinyExperiment.of(3).plan("epochs", 9).build(), data, 1, Optional.empty(), trainer ->
                    trainer.changePlan(trainer.inUse().training().with(TrainingPlan.EPOCHS, 1L)));

            assertThat(run.result().epochs()).isEqualTo(1);
        }

        @Test
        void refusesAnOptimizerThatThereIsNot() throws SettingException {
            try (Device device = Device.cpu(1)) {
                Trainer trainer = new Trainer(everything().build(), data, device, _ -> {});
                Spec unknown = new Spec("magic", Sgd.RECIPE.standard().settings());

                assertThatThrownBy(() -> trainer.changeOptimizer(unknown)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("There is no optimizer \"magic\"; known are sgd,");
                assertThatThrownBy(() -> trainer.changeSchedule(unknown)).isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("There is no schedule \"magic\"; known are");
            }
        }
    }
}
