package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Dropout;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Hinge;
import tadpole.engine.loss.Target;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Moved;
import tadpole.engine.twin.TwinLayer;
import tadpole.engine.twin.Twins;

class GradientCheckTest {

    private static final Map<String, Object> ALL = Map.of("most", 0);

    /** The first lesson: W and b from N(0, 0.1), eps 1e-4, one picture of 3×32×32 in 0..1; here its pixels are drawn. */
    @Nested
    class TheFirstLesson {

        private final CheckSubject subject = lesson();

        private static CheckSubject lesson() {
            try {
                Network network = Network.build(Shape.of(3072), List.of(Linear.RECIPE.with(Map.of("out", 10, "init", "normal", "deviation", 0.1))), new Seed(1));
                return new CheckSubject(network, CrossEntropy.RECIPE.standard(), Drawn.uniform(Shape.of(1, 3072), 0, 1, "frog"), new Target.Classes(new int[] {6}, 1));
            } catch (SettingException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        @Test
        void isRightInDouble() throws SettingException {
            CheckResult result = Nets.check(subject, Optional.empty(), Map.of("most", 0, "h", 1e-4));

            assertThat(result.parameters()).extracting(CheckedTensor::checked).containsExactly(30_720, 10);
            assertThat(result.parameters()).allSatisfy(each -> assertThat(each.norm()).isLessThan(1e-9));
        }

        @Test
        void drownsInRoundingInFloat() throws SettingException {
            CheckResult result = Nets.check(subject, Optional.empty(), Map.of("most", 500, "h", 1e-4, "precision", "float"));

            assertThat(result.norm()).isBetween(5e-4, 1e-2);
        }
    }

    @Test
    void theNumericGradientIsTheQuotientOfTwoWholeForwards() throws SettingException {
        CheckSubject subject = Nets.convolutional(1);

        CheckResult result = Nets.check(subject, Optional.empty(), Map.of("most", 20, "passing", 10));

        Network network = subject.copy();
        Stencil stencil = new Stencil(true, 1e-5);
        for (int t = 0; t < result.tensors().size(); t++) {
            CheckedTensor tensor = result.tensors().get(t);
            for (int i = 0; i < tensor.size(); i++) {
                if (tensor.isChecked(i)) {
                    Chain fresh = new TwinChain(subject, network, Optional.empty());
                    assertThat(tensor.numeric()[i]).as(tensor.name()).isEqualTo(stencil.slope(fresh, t, i).value());
                }
            }
        }
    }

    @Test
    void movingOneNumberGivesTheBitsOfAWholeForward() throws SettingException {
        Network network = Nets.convolutional(1).network();
        for (Network.Stage stage : network.stages()) {
            TwinLayer twin = Twins.layer(stage.spec(), stage.input());
            DoubleTensor x = DoubleTensor.of(Drawn.normal(stage.input().batchOf(3), "x"));
            Conditions conditions = Conditions.training(stage.layer(), new Seed(1));
            DoubleTensor before = twin.forward(x, conditions);
            for (int p = 0; p < conditions.parameters().size(); p++) {
                DoubleTensor parameter = conditions.parameters().get(p);
                for (int i = 0; i < parameter.size(); i++) {
                    double kept = parameter.at(i);
                    parameter.set(i, kept + 0.1);
                    assertThat(twin.forward(x, before, new Moved(p, i), conditions).data()).as(stage.name()).isEqualTo(twin.forward(x, conditions).data());
                    parameter.set(i, kept);
                }
            }
        }
    }

    @Test
    void theResultDoesNotDependOnTheThreads() throws SettingException {
        CheckSubject subject = Nets.convolutional(2);

        CheckResult alone = Nets.check(subject, Optional.empty(), ALL);
        try (Device device = Device.cpu(5)) {
            CheckResult together = Nets.check(subject, Optional.empty(), ALL, device);

            for (int t = 0; t < alone.tensors().size(); t++) {
                assertThat(together.tensors().get(t).numeric()).isEqualTo(alone.tensors().get(t).numeric());
                assertThat(together.tensors().get(t).analytic()).isEqualTo(alone.tensors().get(t).analytic());
                assertThat(together.tensors().get(t).crossed()).isEqualTo(alone.tensors().get(t).crossed());
            }
        }
    }

    @Test
    void theEventsBringTheWholeResult() throws SettingException {
        List<CheckedTensor> seen = new ArrayList<>();
        GradientCheck check = new GradientCheck(Nets.dense(1), CheckPlan.RECIPE.settings(ALL), Optional.empty(), Device.plain(), event -> {
            switch (event) {
                case CheckEvent.Began began -> seen.addAll(began.tensors());
                case CheckEvent.Checked some -> {
                    for (int i = 0; i < some.places().length; i++) {
                        assertThat(seen.get(some.tensor()).isChecked(some.places()[i])).isFalse();
                        seen.get(some.tensor()).numeric()[some.places()[i]] = some.numeric()[i];
                    }
                }
            }
        });

        CheckResult result = ((JobOutcome.Finished<CheckResult>) check.run(JobControl.UNWATCHED)).result();

        assertThat(seen).extracting(CheckedTensor::numeric).containsExactlyElementsOf(result.tensors().stream().map(CheckedTensor::numeric).toList());
        assertThat(result.isComplete()).isTrue();
    }

    @Nested
    class WhenStopped {

        @Test
        void givesWhatWasCheckedUntilThen() throws SettingException {
            Stopping control = new Stopping(40);
            CheckSubject subject = Nets.convolutional(1);
            GradientCheck check = new GradientCheck(subject, CheckPlan.RECIPE.settings(ALL), Optional.empty(), Device.plain(), _ -> {});

            CheckResult result = ((JobOutcome.Stopped<CheckResult>) check.run(control)).resultSoFar();

            assertThat(result.checked()).isBetween(1L, 41L).isLessThan(result.planned());
            assertThat(result.tensors().stream().mapToLong(CheckedTensor::checked).sum()).isEqualTo(result.checked());
            assertThat(result.isComplete()).isFalse();
        }
    }

    /** Stops after so many questions of a running computation. */
    private static final class Stopping implements JobControl {

        private int left;

        Stopping(int questions) {
            this.left = questions;
        }

        @Override
        public boolean proceed() {
            return left > 0;
        }

        @Override
        public boolean isStopped() {
            return left-- <= 0;
        }

        @Override
        public void report(Progress progress) {}
    }

    @Nested
    class AtAKink {

        /** One unit exactly at zero: only its own weights with an input, and its bias, cross. */
        @Test
        void onlyTheNumbersThatMoveAUnitAtZeroAreMarked() throws SettingException {
            Network network = Network.build(Shape.of(2), List.of(Nets.linear(3), Relu.RECIPE.standard(), Nets.linear(2)), new Seed(1));
            set(network, 0, 1, -1, 2, 3, -2, 1);
            set(network, 1, 0, 0, 1);
            CheckSubject subject = new CheckSubject(network, CrossEntropy.RECIPE.standard(), Tensor.of(Shape.of(1, 2), 1, 1), new Target.Classes(new int[] {1}, 1));

            CheckResult result = Nets.check(subject, Optional.empty(), ALL);

            // Unit 0: 1 - 1 + 0 = 0. Unit 1: 2 + 3 + 0. Unit 2: -2 + 1 + 1 = 0.
            assertThat(crossed(result, "linear1.weight")).containsExactly(0, 1, 4, 5);
            assertThat(crossed(result, "linear1.bias")).containsExactly(0, 2);
            assertThat(crossed(result, "linear2.weight")).isEmpty();
            assertThat(crossed(result, "into relu1")).containsExactly(0, 2);
            assertThat(result.parameters().getFirst().grade(0)).isEqualTo(Grade.KINK);
            assertThat(Verdict.of(result, Sanity.of(subject, Optional.empty())).place()).isEqualTo(Place.NOWHERE);
        }

        @Test
        void aTieOfAMaximumIsOne() throws SettingException {
            CheckSubject subject = subject(Shape.of(1, 2, 4), List.of(MaxPool2d.RECIPE.standard(), Flatten.RECIPE.standard()), CrossEntropy.RECIPE.standard(),
                    5, 1, 3, 4, 5, 2, 1, 0);

            CheckResult result = Nets.check(subject, Optional.empty(), ALL);

            assertThat(crossed(result, "into maxPool2d1")).containsExactly(0, 4);
        }

        @Test
        void aHingeAtItsMarginIsOne() throws SettingException {
            CheckSubject subject = subject(Shape.of(3), List.of(Flatten.RECIPE.standard()), Hinge.RECIPE.standard(), 1, 2, 0.5f);

            CheckResult result = Nets.check(subject, Optional.empty(), ALL);

            // The label is 1: class 0 is at 1 - 2 + 1 = 0, class 2 at -0.5.
            assertThat(crossed(result, "outputs")).containsExactly(0, 1);
        }

        private static CheckSubject subject(Shape input, List<Spec> layers, Spec loss, float... x) throws SettingException {
            return new CheckSubject(Network.build(input, layers, new Seed(1)), loss, Tensor.of(input.batchOf(1), x), new Target.Classes(new int[] {1}, 1));
        }

        private static void set(Network network, int parameter, float... numbers) {
            Parameter of = network.parameters().get(parameter);
            System.arraycopy(numbers, 0, of.value().data(), 0, numbers.length);
            of.changed();
        }

        private static List<Integer> crossed(CheckResult result, String name) {
            CheckedTensor tensor = result.tensors().stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
            return IntStream.range(0, tensor.size()).filter(i -> tensor.crossed()[i]).boxed().toList();
        }
    }

    @Test
    void dropoutIsOff() throws SettingException {
        CheckSubject with = Nets.subject(Shape.of(6), List.of(Nets.linear(8), Dropout.RECIPE.standard(), Nets.linear(4)), 4, 1);

        for (String precision : List.of("double", "float")) {
            CheckResult result = Nets.check(with, Optional.empty(), Map.of("precision", precision, "h", precision.equals("float") ? 1e-2 : 1e-5));

            assertThat(result.norm()).as(precision).isLessThan(precision.equals("float") ? 1e-2 : 1e-7);
        }
    }

    @Test
    void floatAndDoubleHaveTheSameAnalyticGradient() throws SettingException {
        CheckSubject subject = Nets.convolutional(1);

        CheckResult wide = Nets.check(subject, Optional.empty(), Map.of("most", 1, "passing", 1));
        CheckResult narrow = Nets.check(subject, Optional.empty(), Map.of("most", 1, "passing", 1, "precision", "float"));

        for (int t = 0; t < wide.tensors().size(); t++) {
            Norm norm = new Norm();
            for (int i = 0; i < wide.tensors().get(t).size(); i++) {
                norm.add(wide.tensors().get(t).analytic()[i], narrow.tensors().get(t).analytic()[i]);
            }
            assertThat(norm.value() < 1e-4 || norm.distance() < 1e-6).as(wide.tensors().get(t).name()).isTrue();
        }
    }

    @Test
    void theNetworkStaysAsItIs() throws SettingException {
        CheckSubject subject = Nets.convolutional(1);
        List<float[]> before = subject.network().state().stream().map(each -> each.tensor().copy().data()).toList();

        Nets.check(subject, Optional.empty(), Map.of("precision", "float", "most", 5));
        Nets.check(subject, Optional.of(new Planted(Mistakes.find("zeroStart"), Place.START)), Map.of("most", 5));

        List<float[]> after = subject.network().state().stream().map(each -> each.tensor().copy().data()).toList();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i)).isEqualTo(before.get(i));
        }
    }

    @Test
    void drawsAsManyOfATensorAsAskedForAndTheSameEachTime() throws SettingException {
        CheckResult one = Nets.check(Nets.dense(1), Optional.empty(), Map.of("most", 7, "seed", 3));
        CheckResult same = Nets.check(Nets.dense(1), Optional.empty(), Map.of("most", 7, "seed", 3));
        CheckResult other = Nets.check(Nets.dense(1), Optional.empty(), Map.of("most", 7, "seed", 4));

        assertThat(one.parameters().getFirst().checked()).isEqualTo(7);
        assertThat(one.parameters().getLast().checked()).isEqualTo(4);
        assertThat(same.parameters().getFirst().numeric()).isEqualTo(one.parameters().getFirst().numeric());
        assertThat(other.parameters().getFirst().numeric()).isNotEqualTo(one.parameters().getFirst().numeric());
    }

    @Test
    void oneSampleIsTooFewForAVarianceOverTheBatch() throws SettingException {
        Network network = Network.build(Shape.of(1, 4, 4), List.of(Conv2d.RECIPE.with(Map.of("kernel", 4)), BatchNorm2d.RECIPE.standard(), Flatten.RECIPE.standard()), new Seed(1));
        Tensor one = Drawn.normal(Shape.of(1, 1, 4, 4), "x");

        assertThatThrownBy(() -> new CheckSubject(network, CrossEntropy.RECIPE.standard(), one, new Target.Classes(new int[] {1}, 1)))
                .hasMessageContaining("take at least 2 samples instead of 1");
    }

    @Test
    void aLossThatIsNoNumberIsTold() throws SettingException {
        Network network = Network.build(Shape.of(2), List.of(Nets.linear(2)), new Seed(1));
        Arrays.fill(network.parameters().getFirst().value().data(), Float.NaN);
        CheckSubject subject = new CheckSubject(network, CrossEntropy.RECIPE.standard(), Tensor.of(Shape.of(1, 2), 1, 1), new Target.Classes(new int[] {1}, 1));

        JobOutcome<CheckResult> outcome = new GradientCheck(subject, CheckPlan.RECIPE.standard().settings(), Optional.empty(), Device.plain(), _ -> {})
                .run(JobControl.UNWATCHED);

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Failed.class, failed -> assertThat(failed.message()).startsWith("The loss is NaN before"));
    }
}
