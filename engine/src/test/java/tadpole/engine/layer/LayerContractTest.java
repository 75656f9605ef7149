package tadpole.engine.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.proof.Agreement.assertAgrees;
import static tadpole.engine.proof.Agreement.assertMatches;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.proof.FiniteDifferences;
import tadpole.engine.proof.LayerCase;
import tadpole.engine.proof.Trip;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.Conditions;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;
import tadpole.engine.twin.TwinLayer;

/** What every layer of {@link Layers#ALL} keeps, whatever it computes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayerContractTest {

    private static final double SCALE = 0.05;
    /** Normalization takes from a gradient what it does not depend on, but the sums before it are rounded with all of it. */
    private static final double NORMALIZED_SCALE = 1;

    private final Device device = Device.cpu(2);

    @AfterAll
    void closeDevice() {
        device.close();
    }

    static Stream<LayerCase> cases() {
        return LayerCase.all();
    }

    static Stream<LayerCase> wideCases() {
        return LayerCase.wide();
    }

    @Test
    void everyLayerIsTried() {
        assertThat(cases().map(LayerCase::recipe).distinct()).hasSameElementsAs(Layers.ALL);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void floatAgreesWithTheTwin(LayerCase of) {
        for (boolean training : List.of(true, false)) {
            Layer layer = of.layer();
            double scale = of.normalizes() ? NORMALIZED_SCALE : SCALE;
            TwinLayer twin = of.twin();
            Conditions conditions = of.conditions(layer, training);
            DoubleTensor x = DoubleTensor.of(of.x(of.batch()));
            DoubleTensor dy = DoubleTensor.of(of.dy(of.batch()));

            Trip trip = of.trip(layer, pass(training).withInputGradient(), of.batch());

            assertAgrees("output", trip.y(), twin.forward(x, conditions), scale);
            Gradients gradients = twin.backward(x, dy, conditions);
            assertAgrees("input gradient", trip.dx(), gradients.input(), scale);
            assertThat(gradients.parameters()).hasSameSizeAs(layer.parameters());
            for (int i = 0; i < layer.parameters().size(); i++) {
                assertAgrees(layer.parameters().get(i).name(), trip.parameters().get(i), gradients.parameters().get(i),
                        scale);
            }
        }
    }

    /** A batch of two tells a sum over samples from a mean: only what takes no two is tried with seven. */
    static Stream<LayerCase> smallCases() {
        return cases().filter(each -> each.batch() <= 2 || !each.inBatchesOf(2).fits());
    }

    @ParameterizedTest
    @MethodSource("smallCases")
    void theTwinAgreesWithFiniteDifferences(LayerCase of) {
        for (boolean training : List.of(true, false)) {
            TwinLayer twin = of.twin();
            Conditions conditions = of.conditions(of.layer(), training);
            DoubleTensor x = DoubleTensor.of(of.x(of.batch()));
            DoubleTensor dy = DoubleTensor.of(of.dy(of.batch()));

            Gradients gradients = twin.backward(x, dy, conditions);

            assertMatches("input gradient", gradients.input(),
                    FiniteDifferences.of(() -> dot(dy, twin.forward(x, conditions)), x));
            for (int i = 0; i < conditions.parameters().size(); i++) {
                assertMatches("gradient of parameter " + i, gradients.parameters().get(i),
                        FiniteDifferences.of(() -> dot(dy, twin.forward(x, conditions)), conditions.parameters().get(i)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void aPassThatWasUsedBeforeGivesTheSameBitsAsAFreshOne(LayerCase of) {
        for (boolean training : List.of(true, false)) {
            Layer layer = of.layer();
            Pass used = pass(training).withInputGradient();
            dirty(of, layer, used, 7);
            dirty(of, layer, used, of.takes(1) ? 1 : 3);

            Trip again = of.trip(layer, used, 2);

            again.assertSameBits(of.trip(layer, pass(training).withInputGradient(), 2));
        }
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void twoPassesRunAtOnceWithoutMixing(LayerCase of) {
        Layer layer = of.layer();
        Pass first = pass(true).withInputGradient();
        Trip alone = of.trip(layer, first, 2);
        layer.parameters().forEach(parameter -> parameter.gradient().fill(0));

        layer.forward(of.x(2), first);
        layer.forward(of.x(7), pass(true).withInputGradient());
        Tensor dx = layer.backward(of.dy(2), first);

        assertThat(dx.copy().data()).isEqualTo(alone.dx().data());
        for (int i = 0; i < layer.parameters().size(); i++) {
            assertThat(layer.parameters().get(i).gradient().data()).isEqualTo(alone.parameters().get(i).data());
        }
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void withoutAWishForTheInputGradientThereIsNoneAndTheParametersGetTheSame(LayerCase of) {
        for (boolean training : List.of(true, false)) {
            Layer layer = of.layer();

            Trip without = of.trip(layer, pass(training), 7);

            assertThat(without.dx()).isSameAs(Tensor.NONE);
            without.assertSameParameterBits(of.trip(layer, pass(training).withInputGradient(), 7));
        }
    }

    /** As for a picture that is moved while the network stays. */
    @ParameterizedTest
    @MethodSource("wideCases")
    void aFrozenLayerGivesTheSameInputGradientAndLeavesThoseOfItsParameters(LayerCase of) {
        for (boolean training : List.of(true, false)) {
            Layer layer = of.layer();
            Trip trip = of.trip(layer, pass(training).withInputGradient(), 7);
            layer.parameters().forEach(parameter -> parameter.gradient().fill(Float.NaN));
            Pass frozen = pass(training).withInputGradient().withoutParameterGradients();
            frozen.begin(LayerCase.STEP);

            layer.forward(of.x(7), frozen);
            Tensor dx = layer.backward(of.dy(7), frozen);

            assertThat(dx.copy().data()).isEqualTo(trip.dx().data());
            layer.parameters().forEach(parameter -> assertThat(parameter.gradient().data()).containsOnly(Float.NaN));
        }
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void inputAndOutputGradientStayAsTheyWere(LayerCase of) {
        Layer layer = of.layer();
        Pass pass = pass(true).withInputGradient();
        Tensor x = of.x(7);
        Tensor dy = of.dy(7);

        layer.forward(x, pass);
        layer.backward(dy, pass);

        assertThat(x.data()).isEqualTo(of.x(7).data());
        assertThat(dy.data()).isEqualTo(of.dy(7).data());
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void backwardAddsToTheGradientsThatAreThere(LayerCase of) {
        Layer layer = of.layer();
        Pass pass = pass(true);
        Trip once = of.trip(layer, pass, 7);

        layer.backward(of.dy(7), pass);

        for (int i = 0; i < layer.parameters().size(); i++) {
            DoubleTensor twice = DoubleTensor.of(once.parameters().get(i));
            Arrays.setAll(twice.data(), j -> 2 * twice.at(j));
            assertAgrees("twice the gradient", layer.parameters().get(i).gradient(), twice);
        }
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void theOutputHasTheShapeThatWasPromised(LayerCase of) {
        Layer layer = of.layer();

        Tensor y = layer.forward(of.x(7), pass(false));

        assertThat(y.shape()).isEqualTo(layer.outputShape(of.input()).batchOf(7));
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void parametersAreNamedAfterTheirLayer(LayerCase of) {
        List<String> names = of.layer().parameters().stream().map(Parameter::name).toList();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name).startsWith("it."));
    }

    @ParameterizedTest
    @MethodSource("wideCases")
    void theNumberOfThreadsChangesNoBit(LayerCase of) {
        Trip alone = onThreads(of, 1);

        for (int threads : new int[] {2, 3, 4}) {
            onThreads(of, threads).assertSameBits(alone);
        }
    }

    /** On the plain kernels: the vector ones box their vectors until they are compiled, whenever that is. */
    @ParameterizedTest
    @MethodSource("wideCases")
    void whatAStepAllocatesDoesNotGrowWithTheBatch(LayerCase of) {
        try (Device plain = Device.plain()) {
            long small = leastAllocated(of.shorter(), plain, 7);
            long large = leastAllocated(of.shorter(), plain, 70);

            // The plain kernels make a few small objects a sample, 144 bytes at most.
            assertThat(large - small).isLessThan(63 * 200);
        }
    }

    private static long leastAllocated(LayerCase of, Device device, int n) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Layer layer = of.layer();
        Pass pass = Pass.training(device).withInputGradient();
        Tensor x = of.x(n);
        Tensor dy = of.dy(n);
        long least = Long.MAX_VALUE;
        for (int step = 0; step < 10; step++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            layer.forward(x, pass);
            layer.backward(dy, pass);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        return least;
    }

    private static Trip onThreads(LayerCase of, int threads) {
        try (Device device = Device.cpu(threads)) {
            return of.trip(of.layer(), Pass.training(device).withInputGradient(), 301);
        }
    }

    private Pass pass(boolean training) {
        return training ? Pass.training(device) : Pass.evaluation(device);
    }

    /** One trip, and then NaN in every buffer of the pass that can be seen from outside. */
    private static void dirty(LayerCase of, Layer layer, Pass pass, int n) {
        of.trip(layer, pass, n);
        Tensor y = layer.forward(of.x(n), pass);
        Tensor dx = layer.backward(of.dy(n), pass);
        Arrays.fill(y.data(), Float.NaN);
        Arrays.fill(dx.data(), Float.NaN);
    }

    /** Kahan's sum keeps what each addition rounds off: else finite differences of thousands of outputs would drown in it. */
    private static double dot(DoubleTensor a, DoubleTensor b) {
        double sum = 0;
        double lost = 0;
        for (int i = 0; i < a.size(); i++) {
            double next = a.at(i) * b.at(i) - lost;
            double more = sum + next;
            lost = (more - sum) - next;
            sum = more;
        }
        return sum;
    }
}
