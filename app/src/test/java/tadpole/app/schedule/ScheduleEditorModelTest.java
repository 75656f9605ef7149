package tadpole.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;
import tadpole.engine.schedule.Cosine;
import tadpole.engine.schedule.OneCycle;
import tadpole.engine.schedule.ScheduleMaker;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.schedule.Triangular;
import tadpole.engine.training.TrainingEvent;

class ScheduleEditorModelTest {

    private final RecipePickerModel<ScheduleMaker> schedule = new RecipePickerModel<>(Schedules.ALL);
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);
    private final SimpleObjectProperty<RunLength> length = new SimpleObjectProperty<>(new RunLength(1000, 100));
    private final ScheduleEditorModel model = new ScheduleEditorModel(schedule, optimizer, length);

    @BeforeEach
    void oneCycleToATenth() {
        optimizer.pick(Momentum.RECIPE);
        optimizer.form().field("rate").take(0.1);
        schedule.pick(OneCycle.RECIPE);
    }

    @Test
    void everyScheduleHasItsCurve() {
        for (var recipe : schedule.all()) {
            schedule.pick(recipe);

            assertThat(model.curveProperty().get()).as(recipe.label()).isPresent();
            assertThat(model.problemProperty().get()).as(recipe.label()).isEmpty();
            assertThat(model.handlesProperty().get()).extracting(Grip.Handle::grip).as(recipe.label()).contains(Grip.PEAK);
        }
    }

    @Test
    void theCurveFollowsRateLengthAndOptimizer() {
        assertThat(model.curveProperty().get().orElseThrow().peak()).isEqualTo(new SchedulePoint(299, 0.1, OptionalDouble.of(0.85)));

        optimizer.form().field("rate").take(0.5);
        length.set(new RunLength(2000, 100));
        optimizer.pick(Sgd.RECIPE);
        optimizer.form().field("rate").take(0.5);

        assertThat(model.curveProperty().get().orElseThrow().peak()).isEqualTo(new SchedulePoint(599, 0.5, OptionalDouble.empty()));
        assertThat(grips()).containsExactly(Grip.START, Grip.PEAK, Grip.END);
    }

    @Nested
    class Presets {

        @Test
        void fillTheSettingsAndAreKnownAgain() {
            assertThat(model.presetProperty().get()).isEqualTo("PyTorch");

            for (Preset preset : model.presets()) {
                model.usePreset(preset);

                assertThat(schedule.spec()).isEqualTo(preset.of(OneCycle.RECIPE));
                assertThat(model.presetProperty().get()).isEqualTo(preset.label());
            }
        }

        @Test
        void areOwnOnceSomethingIsChangedButNotTheRate() {
            optimizer.form().field("rate").take(0.3);
            assertThat(model.presetProperty().get()).isEqualTo("PyTorch");

            schedule.form().field("divFactor").enter("20");
            assertThat(model.presetProperty().get()).isEqualTo(ScheduleEditorModel.OWN);
        }

        @Test
        void areThereForOneCycleAlone() {
            schedule.pick(Cosine.RECIPE);

            assertThat(model.presets()).isEmpty();
        }
    }

    @Nested
    class Grips {

        @Test
        void thePeakHasItsRateAndItsPlace() {
            drag(Grip.PEAK, 0.2487);
            assertThat(rate()).isEqualTo(0.25);
            assertThat(setting("pctStart")).isEqualTo(0.3);

            model.dragTo(449);
            assertThat(setting("pctStart")).isEqualTo(0.45);
            assertThat(model.curveProperty().get().orElseThrow().peak().step()).isEqualTo(449);
        }

        @Test
        void startAndEndAreSharesOfThePeakAndNeverAboveIt() {
            drag(Grip.START, 0.01);
            assertThat(setting("divFactor")).isEqualTo(10);
            drag(Grip.END, 0.0005);
            assertThat(setting("finalDivFactor")).isEqualTo(20);

            drag(Grip.START, 7);
            drag(Grip.END, 7);
            assertThat(setting("divFactor")).isEqualTo(1);
            assertThat(setting("finalDivFactor")).isEqualTo(1);
            drag(Grip.END, 0);
            assertThat(setting("finalDivFactor")).isEqualTo(1e6);
        }

        @Test
        void momentaDoNotPassEachOther() {
            drag(Grip.HIGH, 0.974);
            assertThat(setting("maxMomentum")).isEqualTo(0.97);
            drag(Grip.LOW, 0.99);
            assertThat(setting("baseMomentum")).isEqualTo(0.97);
            drag(Grip.HIGH, 0.2);
            assertThat(setting("maxMomentum")).isEqualTo(0.97);
            assertThat(model.problemProperty().get()).isEmpty();
        }

        @Test
        void threePhasesLeaveRoomForTheWayBack() {
            schedule.form().field("threePhase").take(true);

            model.dragTo(900);

            assertThat(setting("pctStart")).isEqualTo(0.5);
            assertThat(model.curveProperty().get()).isPresent();
        }

        @Test
        void thoseOfTriangularWriteItsWayUp() {
            schedule.pick(Triangular.RECIPE);
            assertThat(grips()).containsExactly(Grip.START, Grip.PEAK, Grip.HIGH, Grip.LOW);

            model.dragTo(312);
            drag(Grip.START, 0.02);

            assertThat(setting("stepSizeUp")).isEqualTo(3.1);
            assertThat(setting("divFactor")).isEqualTo(5);
        }

        @Test
        void aWarmUpGrowsOutOfTheStart() {
            schedule.pick(Cosine.RECIPE);
            assertThat(grips()).containsExactly(Grip.PEAK);

            model.dragTo(200);
            assertThat(setting("warmUp")).isEqualTo(2);
            drag(Grip.START, 0.05);
            assertThat(setting("startFactor")).isEqualTo(0.5);
            assertThat(model.curveProperty().get().orElseThrow().peak()).isEqualTo(new SchedulePoint(200, 0.1, OptionalDouble.empty()));
        }

        @Test
        void aConstantRateHasOneThatOnlyGoesUpAndDown() {
            schedule.pick(Constant.RECIPE);

            assertThat(model.handlesProperty().get()).containsExactly(new Grip.Handle(Grip.PEAK, 0, 0.1, false));
        }

        @Test
        void keysMoveThemByLittle() {
            model.nudge(Grip.PEAK, 0, 1);
            assertThat(rate()).isEqualTo(0.11);
            model.nudge(Grip.PEAK, -1, 0);
            assertThat(setting("pctStart")).isEqualTo(0.29);
            model.nudge(Grip.LOW, 0, -1);
            assertThat(setting("baseMomentum")).isEqualTo(0.84);
            model.nudge(Grip.END, 0, -1);
            assertThat(setting("finalDivFactor")).isEqualTo(11_000);
            model.nudge(Grip.END, 1, 0);
            assertThat(setting("pctStart")).isEqualTo(0.29);
        }

        private void drag(Grip grip, double value) {
            model.drag(grip, value);
        }
    }

    @Nested
    class Undo {

        @Test
        void takesBackADragAsAWholeAndThenWhatWasBefore() {
            model.usePreset(model.presets().getLast());
            model.grab();
            model.drag(Grip.PEAK, 0.2);
            model.drag(Grip.PEAK, 0.3);
            model.dragTo(100);
            assertThat(model.undoable().get()).isFalse();
            model.release();

            model.undo();
            assertThat(rate()).isEqualTo(0.1);
            assertThat(model.presetProperty().get()).isEqualTo("Smith");
            model.undo();
            assertThat(schedule.spec()).isEqualTo(OneCycle.RECIPE.standard());
            assertThat(model.undoable().get()).isFalse();
        }

        @Test
        void leavesAloneWhatSomebodyElseChangedSince() {
            model.nudge(Grip.PEAK, 0, 1);
            optimizer.form().field("rate").enter("0.7");
            assertThat(model.undoable().get()).isFalse();

            model.undo();

            assertThat(rate()).isEqualTo(0.7);
        }

        @Test
        void aCancelledDragNeverWas() {
            model.grab();
            model.drag(Grip.PEAK, 0.5);

            model.cancel();

            assertThat(rate()).isEqualTo(0.1);
            assertThat(model.undoable().get()).isFalse();
        }
    }

    @Nested
    class Problems {

        @Test
        void momentumTheWrongWayRoundHasNoCurve() {
            schedule.form().field("baseMomentum").enter("0.99");

            assertThat(model.curveProperty().get()).isEmpty();
            assertThat(model.problemProperty().get()).isEqualTo("Momentum falls from the greatest to the least while the rate rises: "
                    + "baseMomentum ≤ maxMomentum, but 0.99 > 0.95. Swap the two.");
            assertThat(model.readoutProperty().get()).isEmpty();
        }
    }

    @Test
    void readsTheStepThatOnePointsAtElseWhereTheRunIs() {
        assertThat(model.readoutProperty().get()).isEqualTo(ScheduleEditorModel.HINT);

        model.follow(schedule.spec(), Optional.of(new TrainingEvent.Stepped(1000, 10, 0.3, 9, 10, 4e-7, OptionalDouble.of(0.95))));
        assertThat(model.liveProperty().get()).contains(new SchedulePoint(999, 4e-7, OptionalDouble.of(0.95)));
        assertThat(model.readoutProperty().get()).isEqualTo("epoch 9.99 · step 1\u00A0000 · rate 4e-7 · momentum 0.95");

        model.hoveredProperty().set(Optional.of(299L));
        assertThat(model.readoutProperty().get()).isEqualTo("epoch 2.99 · step 300 · rate 0.1 · momentum 0.85");

        model.hoveredProperty().set(Optional.empty());
        model.forget();
        assertThat(model.readoutProperty().get()).isEqualTo(ScheduleEditorModel.HINT);
    }

    @Test
    void theDotStandsOnlyOnTheCurveOfItsOwnRun() {
        model.follow(schedule.spec(), Optional.of(new TrainingEvent.Stepped(1000, 10, 0.3, 9, 10, 4e-7, OptionalDouble.of(0.95))));
        Spec ran = schedule.spec();

        schedule.pick(Cosine.RECIPE);
        assertThat(model.liveProperty().get()).isEmpty();
        schedule.show(ran);
        assertThat(model.liveProperty().get()).isPresent();
        optimizer.form().field("rate").enter("0.7");
        assertThat(model.liveProperty().get()).isEmpty();
        optimizer.form().field("rate").enter("0.1");
        assertThat(model.liveProperty().get()).isPresent();
        length.set(new RunLength(500, 50));
        assertThat(model.liveProperty().get()).isEmpty();
    }

    @Test
    void axesReachBelowTheEndAndAboveThePeak() {
        ScheduleCurve curve = model.curveProperty().get().orElseThrow();

        RateAxis log = RateAxis.of(curve, true, 4);
        RateAxis linear = RateAxis.of(curve, false, 4);

        for (RateAxis axis : Arrays.asList(log, linear)) {
            assertThat(axis.share(0.1)).isStrictlyBetween(0.8, 1.0);
            assertThat(axis.value(axis.share(0.03))).isCloseTo(0.03, within(1e-9));
        }
        assertThat(log.share(4e-7)).isBetween(0.0, 0.2);
        assertThat(log.ticks()).extracting(RateAxis.Tick::text).contains("1e-7").doesNotHaveDuplicates();
        assertThat(linear.ticks()).extracting(RateAxis.Tick::text).contains("0", "0.1").doesNotHaveDuplicates();
    }

    private List<Grip> grips() {
        return model.handlesProperty().get().stream().map(Grip.Handle::grip).toList();
    }

    private double rate() {
        return optimizer.spec().settings().decimal("rate");
    }

    private double setting(String key) {
        return schedule.spec().settings().decimal(key);
    }
}
