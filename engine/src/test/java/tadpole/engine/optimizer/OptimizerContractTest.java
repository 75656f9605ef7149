package tadpole.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** What every optimizer of {@link Optimizers#ALL} keeps, with its settings at their default and each away from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OptimizerContractTest {

    /** Enough for three tasks of a kernel. */
    private static final int SIZE = 40_000;

    private final Device device = Device.cpu(2);

    /** Values away from the default that still descend. */
    private static final Map<String, Object> OTHER = Map.ofEntries(
            Map.entry("weightDecay", 0.1), Map.entry("momentum", 0.5), Map.entry("dampening", 0.3), Map.entry("alpha", 0.9),
            Map.entry("eps", 1e-3), Map.entry("lrDecay", 0.1), Map.entry("initialAccumulatorValue", 0.5), Map.entry("rho", 0.8),
            Map.entry("beta1", 0.7), Map.entry("beta2", 0.9), Map.entry("maxIter", 3), Map.entry("maxEval", 4),
            Map.entry("historySize", 2), Map.entry("toleranceGrad", 1e-3), Map.entry("toleranceChange", 1e-4),
            Map.entry("maxTries", 5));

    private static final Set<String> BY_ROWS = Set.of("lbfgs", "conjugateGradient");

    @AfterAll
    void closeDevice() {
        device.close();
    }

    static Stream<Spec> cases() throws SettingException {
        Stream.Builder<Spec> cases = Stream.builder();
        for (Recipe<OptimizerMaker> recipe : Optimizers.ALL) {
            Map<String, Object> all = new LinkedHashMap<>();
            cases.add(recipe.standard());
            for (Setting setting : recipe.settings()) {
                for (Object value : others(setting)) {
                    cases.add(recipe.with(Map.of(setting.key(), value)));
                    all.put(setting.key(), value);
                }
            }
            cases.add(recipe.with(all));
        }
        return cases.build();
    }

    private static List<?> others(Setting setting) {
        return switch (setting) {
            case Setting.Choice choice -> choice.options().stream().map(Setting.Option::key).filter(key -> !key.equals(choice.standard())).toList();
            case Setting.Switch on -> List.of(!on.standard());
            case Setting other when other.key().equals("rate") -> List.of();
            case Setting other -> List.of(OTHER.get(other.key()));
        };
    }

    static Stream<Spec> rules() throws SettingException {
        return cases().filter(spec -> !BY_ROWS.contains(spec.type()));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void twentyStepsAgreeWithTheFormula(Spec spec) {
        Surface surface = Surface.bowl(50, device).at(1.5, -0.7);
        Optimizer optimizer = make(spec);
        OptimizerTwin[] twins = Stream.generate(() -> OptimizerTwin.of(spec)).limit(100).toArray(OptimizerTwin[]::new);
        double[] expected = new double[100];
        float[] first = surface.place();
        for (int i = 0; i < 100; i++) {
            expected[i] = first[i];
        }
        boolean biasesToo = spec.settings().on("decayBiases");

        for (int step = 0; step < 20; step++) {
            double rate = 0.02 * (1 + step % 3);
            for (int i = 0; i < 100; i++) {
                double c = i < 50 || biasesToo ? twins[i].decay() : 0;
                expected[i] = twins[i].next(expected[i], slope(expected, i), rate, c);
            }
            surface.rate(rate).steps(optimizer, 1);
        }

        float[] place = surface.place();
        for (int i = 0; i < 100; i++) {
            assertThat((double) place[i]).as("number %d", i).isCloseTo(expected[i], within(1e-5));
        }
    }

    /** The slope of {@link Surface#bowl}, in double. */
    private static double slope(double[] p, int at) {
        int from = at / 50;
        int i = at % 50;
        return (0.2 + ((i + from) % 7) * 0.4) * (p[at] - Math.sin(i + 1.0 + 2 * from));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aRunGoesOnFromItsStateToTheSameBits(Spec spec) {
        Optimizer whole = make(spec);
        Surface surface = Surface.bowl(40, device).at(1.5, -0.7);
        surface.steps(whole, 6);
        Surface resumed = Surface.bowl(40, device);
        resumed.parameters().getFirst().value().set(surface.parameters().getFirst().value());
        resumed.parameters().getLast().value().set(surface.parameters().getLast().value());
        Optimizer other = make(spec);
        other.restore(copy(whole.state()));

        float[] expected = surface.steps(whole, 6).place();
        float[] actual = resumed.steps(other, 6).place();

        assertThat(actual).isEqualTo(expected);
        assertThat(other.state().keySet()).isEqualTo(whole.state().keySet());
        other.state().forEach((name, tensor) -> assertThat(tensor.copy().data()).as(name).isEqualTo(whole.state().get(name).copy().data()));
    }

    /** As the finder does: try, then forget. */
    @ParameterizedTest
    @MethodSource("cases")
    void anEmptyStateIsANewStart(Spec spec) {
        Optimizer used = make(spec);
        Surface.bowl(40, device).at(3, 3).steps(used, 5);
        used.restore(Map.of());

        assertThat(used.state()).isEmpty();
        assertThat(Surface.bowl(40, device).at(1, 1).steps(used, 5).place())
                .isEqualTo(Surface.bowl(40, device).at(1, 1).steps(make(spec), 5).place());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumberOfThreadsChangesNoBit(Spec spec) {
        float[] expected = placeOnThreads(1, spec);

        for (int threads = 2; threads <= 4; threads++) {
            assertThat(placeOnThreads(threads, spec)).isEqualTo(expected);
        }
    }

    private static float[] placeOnThreads(int threads, Spec spec) {
        try (Device cpu = Device.cpu(threads)) {
            return Surface.bowl(SIZE, cpu).at(1.5, -0.7).steps(make(spec), 3).place();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyStepDescendsAndTellsTheParameters(Spec spec) {
        Surface surface = Surface.bowl(40, device).at(2, -2);
        double before = surface.evaluate();
        long version = surface.parameters().getFirst().version();

        surface.steps(make(spec), 5);

        assertThat(surface.evaluate()).isLessThan(before);
        assertThat(surface.parameters()).allSatisfy(parameter -> assertThat(parameter.version()).isNotEqualTo(version));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aScheduledMomentumStandsInThePlaceOfItsOwn(Spec spec) {
        if (make(spec).momentum().isEmpty()) {
            assertThat(Surface.bowl(9, device).at(1, 1).momentum(0.3).steps(make(spec), 4).place())
                    .isEqualTo(Surface.bowl(9, device).at(1, 1).steps(make(spec), 4).place());
        } else {
            assertThat(Surface.bowl(9, device).at(1, 1).momentum(0.3).steps(make(spec), 4).place())
                    .isNotEqualTo(Surface.bowl(9, device).at(1, 1).steps(make(spec), 4).place());
            double own = make(spec).momentum().getAsDouble();
            assertThat(Surface.bowl(9, device).at(1, 1).momentum(own).steps(make(spec), 4).place())
                    .isEqualTo(Surface.bowl(9, device).at(1, 1).steps(make(spec), 4).place());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theStateOfAnotherIsRefusedByName(Spec spec) {
        Map<String, Tensor> foreign = Map.of("a.weight.magic", Tensor.zeros(Shape.of(40)));

        assertThatThrownBy(() -> make(spec).restore(foreign)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("a.weight.magic");
    }

    private static Map<String, Tensor> copy(Map<String, Tensor> state) {
        Map<String, Tensor> copy = new LinkedHashMap<>();
        state.forEach((name, tensor) -> copy.put(name, tensor.copy()));
        return copy;
    }

    private static Optimizer make(Spec spec) {
        return Optimizers.ALL.stream().filter(recipe -> recipe.type().equals(spec.type())).findFirst().orElseThrow().maker().make(spec.settings());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aStepAllocatesNothingThatGrows(Spec spec) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        try (Device plain = Device.plain()) {
            Surface surface = Surface.bowl(SIZE, plain).at(1.5, -0.7).rate(1e-3);
            Optimizer optimizer = make(spec);
            surface.steps(optimizer, 3);
            if (optimizer.state().keySet().stream().anyMatch(name -> name.startsWith("old_dirs"))) {
                return; // its history still grows
            }
            long before = threads.getCurrentThreadAllocatedBytes();

            surface.steps(optimizer, 1);

            assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000);
        }
    }

    /** Only for what it is for: a parameter of another shape under the same name. */
    @ParameterizedTest
    @MethodSource("cases")
    void aStateOfOtherShapesIsRefused(Spec spec) {
        Optimizer optimizer = make(spec);
        Surface.bowl(5, device).at(1, 1).steps(optimizer, 2);
        Map<String, Tensor> state = copy(optimizer.state());
        Optimizer other = make(spec);
        other.restore(state);

        if (state.isEmpty()) {
            return;
        }
        assertThatThrownBy(() -> Surface.bowl(6, device).at(1, 1).steps(other, 1))
                .isInstanceOf(ShapeException.class);
    }
}
