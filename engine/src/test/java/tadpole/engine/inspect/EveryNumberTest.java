package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Digits;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.twin.DoubleTensor;

/** Any number of any step can be opened, and what is shown leads to what the engine has. */
class EveryNumberTest {

    private static final int NETWORKS = 60;
    /** Layers that show numbers of their own insides, computed in double while the engine's were floats. */
    private static final Set<String> WITH_INSIDES = Set.of("lstm", "gru", "residualBlock", "batchNorm2d", "layerNorm");

    private final TreeMap<String, int[]> digits = new TreeMap<>();

    /** Every kind of number there is, at random places. */
    private static List<Address> addresses(StepTrace trace, RandomGenerator random) {
        List<Address> some = new ArrayList<>(List.of(new Address.Loss()));
        int n = random.nextInt(trace.batch());
        some.add(new Address.SampleLoss(n));
        some.add(new Address.Raw(n, random.nextInt(trace.raw().columns())));
        some.add(new Address.Input(n, random.nextInt(trace.input().columns())));
        some.add(new Address.ActivationGradient(-1, n, random.nextInt(trace.input().columns())));
        for (int layer = 0; layer < trace.stages().size(); layer++) {
            int columns = trace.stages().get(layer).output().columns();
            some.add(new Address.Activation(layer, n, random.nextInt(columns)));
            some.add(new Address.ActivationGradient(layer, n, random.nextInt(columns)));
        }
        trace.probabilities().ifPresent(p -> {
            some.add(new Address.Probability(n, random.nextInt(p.columns())));
            some.add(new Address.Jacobian(n, random.nextInt(p.columns()), random.nextInt(p.columns())));
        });
        for (StepTrace.Moved each : trace.parameters()) {
            int i = random.nextInt(each.before().size());
            some.add(new Address.Weight(each.name(), i));
            some.add(new Address.WeightGradient(each.name(), i));
            some.add(new Address.Updated(each.name(), i));
            each.memoryAfter().keySet().forEach(key -> some.add(new Address.Memory(each.name(), i, key)));
        }
        return some;
    }

    @Test
    void isExplainedDownToPixelsAndStartValues() throws Exception {
        try (Device device = Device.cpu(2)) {
            for (int seed = 0; seed < NETWORKS; seed++) {
                StepTrace trace = new RandomSteps(seed).trace(device);
                RandomGenerator random = new Seed(seed).generator();
                XRay floats = new XRay(trace);
                XRay doubles = new XRay(trace.inDoubles());
                String what = "network %d, %s, %s, %s, batch of %d".formatted(seed,
                        trace.stages().stream().map(StepTrace.Stage::name).collect(Collectors.joining(" ")), trace.step().loss().type(),
                        trace.step().optimizer(), trace.batch());
                for (Address address : addresses(trace, random)) {
                    assertExplained(floats, address, what);
                    assertExplainedInDouble(doubles, address, what);
                    walk(floats, address, random, what);
                }
            }
        }
        String shares = digits.entrySet().stream().map(each -> "%s: %d of %d".formatted(each.getKey(), each.getValue()[0], each.getValue()[1]))
                .collect(Collectors.joining("\n"));
        digits.forEach((kind, counts) -> assertThat((double) counts[0] / counts[1]).as("share with enough digits of\n" + shares)
                .isGreaterThan(kind.startsWith("double") ? 0.97 : 0.8));
    }

    private void assertExplained(XRay xray, Address address, String what) {
        Arithmetic arithmetic = xray.explain(address);
        String shown = "%s: %s".formatted(what, arithmetic.text());
        double value = xray.trace().value(address);
        assertThat(arithmetic.value()).as(shown).isEqualTo(value);
        assertThat(arithmetic.of()).isEqualTo(address);
        double bound = bound(xray.trace(), arithmetic);
        assertThat(arithmetic.recomputed()).as(shown + " " + address).isCloseTo(value, within(bound));
        double calculated = arithmetic.numbers().rounded(Digits.FLOAT).value();
        if (Math.abs(calculated - value) < 4.5e-7 * Math.abs(value)) {
            assertThat(arithmetic.digits()).as(shown).isGreaterThanOrEqualTo(5);
        }
        if (arithmetic.digits() > 0) {
            assertThat(Digits.full(calculated, arithmetic.digits())).as("what a pocket calculator gives for " + shown).isEqualTo(arithmetic.result());
        }
        count("float " + address.getClass().getSimpleName(), arithmetic.digits() >= 5);
    }

    /** The rounding of the formula itself; more where numbers of a layer's inside are in it that the engine rounded too. */
    private static double bound(StepTrace trace, Arithmetic arithmetic) {
        double own = 2 * Rounding.of(arithmetic.numbers()).error() + 2 * Rounding.UNIT * Math.abs(arithmetic.value()) + Float.MIN_NORMAL;
        String stage = stage(trace, arithmetic.of()).replaceAll("[0-9]+$", "");
        boolean inside = WITH_INSIDES.stream().anyMatch(stage::startsWith);
        return switch (arithmetic.of()) {
            case Address.SampleLoss _, Address.Loss _ -> own + 8 * Rounding.UNIT;
            case Address.Activation at -> own + (inside ? 2e-5 * greatest(trace.stages().get(at.layer()).output()) : 0);
            case Address.ActivationGradient at when inside -> own + 2e-4 * greatest(at.layer() == -1 ? trace.inputGradient() : trace.stages().get(at.layer()).gradient())
                    + 2e-4 * greatest(trace.stages().get(at.layer() + 1).gradient());
            case Address.WeightGradient at when inside -> own + 2e-4 * greatest(trace.parameter(at.parameter()).gradient());
            default -> own;
        };
    }

    /** The layer whose formula it is. */
    private static String stage(StepTrace trace, Address address) {
        return switch (address) {
            case Address.Activation at -> trace.stages().get(at.layer()).name();
            case Address.ActivationGradient at when at.layer() + 1 < trace.stages().size() -> trace.stages().get(at.layer() + 1).name();
            case Address.WeightGradient at -> at.parameter();
            default -> "";
        };
    }

    private static double greatest(DoubleTensor of) {
        double most = 0;
        for (double each : of.data()) {
            most = Math.max(most, Math.abs(each));
        }
        return most;
    }

    private void assertExplainedInDouble(XRay xray, Address address, String what) {
        Arithmetic arithmetic = xray.explain(address);
        assertThat(arithmetic.value()).isEqualTo(xray.trace().value(address));
        if (!(address instanceof Address.Input)) {
            double rounding = Rounding.of(arithmetic.numbers()).error() / Rounding.UNIT * 1e-14;
            assertThat(arithmetic.recomputed()).as("%s in double: %s", what, arithmetic.text())
                    .isCloseTo(arithmetic.value(), within(1e-9 * Math.abs(arithmetic.value()) + rounding + 1e-15));
            count("double " + address.getClass().getSimpleName(), Digits.common(arithmetic.value(), arithmetic.recomputed()) == Digits.FLOAT);
        }
    }

    private void count(String kind, boolean enough) {
        int[] counts = digits.computeIfAbsent(kind, _ -> new int[2]);
        counts[0] += enough ? 1 : 0;
        counts[1]++;
    }

    /** From source to source until something was given. */
    private static void walk(XRay xray, Address from, RandomGenerator random, String what) {
        Address at = from;
        for (int steps = 0; steps < 100; steps++) {
            Arithmetic arithmetic = xray.explain(at);
            for (Address source : arithmetic.sources()) {
                assertThat(xray.trace().value(source)).isNotNull();
            }
            if (arithmetic.isGiven() || arithmetic.sources().isEmpty()) {
                return;
            }
            at = arithmetic.sources().get(random.nextInt(arithmetic.sources().size()));
        }
        throw new AssertionError("%s: the walk from %s does not end; it is at %s.".formatted(what, from, at));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aNumbersSourcesAreTheNumbersInItsFormula(int seed) throws Exception {
        try (Device device = Device.cpu(1)) {
            StepTrace trace = new RandomSteps(seed).trace(device);
            XRay xray = new XRay(trace);
            for (Address address : addresses(trace, new Seed(seed).generator())) {
                Arithmetic arithmetic = xray.explain(address);
                assertThat(arithmetic.numbers().sources()).containsAll(arithmetic.sources());
                assertThat(arithmetic.sources()).doesNotHaveDuplicates();
            }
        }
    }
}
