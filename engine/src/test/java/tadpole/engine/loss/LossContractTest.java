package tadpole.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tadpole.engine.proof.Agreement.assertAgrees;
import static tadpole.engine.proof.Agreement.assertMatches;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.layer.Pass;
import tadpole.engine.proof.FiniteDifferences;
import tadpole.engine.proof.LossCase;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.TwinLoss;

/** What every loss of {@link Losses#ALL} keeps, whatever it measures. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LossContractTest {

    private final Device device = Device.cpu(2);

    @AfterAll
    void closeDevice() {
        device.close();
    }

    static Stream<LossCase> cases() {
        return LossCase.all();
    }

    @Test
    void everyLossIsTried() {
        assertThat(cases().map(LossCase::recipe).distinct()).hasSameElementsAs(Losses.ALL);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void floatAgreesWithTheTwin(LossCase of) {
        Loss loss = of.loss();
        Pass pass = Pass.training(device);
        Tensor x = of.x(of.batch());
        Target target = of.target(of.batch());

        double mean = loss.forward(x, target, pass);
        Tensor gradient = loss.backward(x, target, pass);

        double exact = of.twin().forward(DoubleTensor.of(x), target);
        assertThat(mean).isCloseTo(exact, within(1e-5 * Math.max(1e-2, Math.abs(exact))));
        assertAgrees("gradient", gradient, of.twin().backward(DoubleTensor.of(x), target));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theTwinAgreesWithFiniteDifferences(LossCase of) {
        TwinLoss twin = of.twin();
        DoubleTensor x = DoubleTensor.of(of.x(of.batch()));
        Target target = of.target(of.batch());

        DoubleTensor gradient = twin.backward(x, target);

        assertMatches("gradient", gradient, FiniteDifferences.of(() -> twin.forward(x, target), x));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPassThatWasUsedBeforeGivesTheSameBitsAsAFreshOne(LossCase of) {
        Loss loss = of.loss();
        Pass used = Pass.training(device);
        dirty(of, loss, used, of.batch() + 5);
        dirty(of, loss, used, 1);

        assertSameBits(of, loss, used, Pass.training(device));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theNumberOfThreadsChangesNoBit(LossCase of) {
        try (Device one = Device.cpu(1); Device four = Device.cpu(4)) {
            assertSameBits(of, of.loss(), Pass.training(one), Pass.training(four));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOutputsStayAsTheyWere(LossCase of) {
        Pass pass = Pass.training(device);
        Tensor x = of.x(of.batch());

        of.loss().forward(x, of.target(of.batch()), pass);
        of.loss().backward(x, of.target(of.batch()), pass);

        assertThat(x.data()).isEqualTo(of.x(of.batch()).data());
    }

    private static void assertSameBits(LossCase of, Loss loss, Pass one, Pass other) {
        Tensor x = of.x(of.batch());
        Target target = of.target(of.batch());

        assertThat(loss.forward(x, target, one)).isEqualTo(loss.forward(x, target, other));
        assertThat(loss.backward(x, target, one).copy().data()).isEqualTo(loss.backward(x, target, other).copy().data());
    }

    private static void dirty(LossCase of, Loss loss, Pass pass, int n) {
        loss.forward(of.x(n), of.target(n), pass);
        Arrays.fill(loss.backward(of.x(n), of.target(n), pass).data(), Float.NaN);
    }
}
