package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.loss.Target;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class SanityTest {

    @Test
    void tellsTheFiguresOfEachLayer() throws SettingException {
        Network network = Network.build(Shape.of(2), List.of(Nets.linear(2), Relu.RECIPE.standard()), new Seed(1));
        System.arraycopy(new float[] {1, 2, -3, 0}, 0, network.parameters().get(0).value().data(), 0, 4);
        network.parameters().get(1).value().fill(0);
        CheckSubject subject = new CheckSubject(network, CrossEntropy.RECIPE.standard(), Tensor.of(Shape.of(1, 2), 1, 1), new Target.Classes(new int[] {0}, 1));

        Sanity sanity = Sanity.of(subject, Optional.empty());

        Sanity.OfLayer linear = sanity.layers().getFirst();
        assertThat(linear.mean()).isZero();
        assertThat(linear.deviation()).isEqualTo(3);
        assertThat(linear.negatives()).isEqualTo(0.5);
        assertThat(linear.positive()).isEqualTo(0.5);
        assertThat(linear.scale()).isCloseTo(Math.sqrt(14.0 / 2), within(1e-12));
        assertThat(sanity.layers().getLast().zeros()).isEqualTo(0.5);
        assertThat(sanity.loss()).isCloseTo(Math.log(1 + Math.exp(-3)), within(1e-12));
        assertThat(sanity.expected()).isEqualTo(Math.log(2));
        assertThat(sanity.lossMoves()).isPositive();
        assertThat(sanity.secondCall()).isZero();
    }

    @Test
    void staleWeightsDoNotMoveTheLoss() throws SettingException {
        assertThat(Sanity.of(Nets.dense(1), planted("staleWeights")).lossMoves()).isZero();
    }

    @Test
    void aGradientNotZeroedIsAnotherTheSecondTime() throws SettingException {
        assertThat(Sanity.of(Nets.dense(1), planted("notZeroed")).secondCall()).isCloseTo(1.0 / 3, within(1e-12));
    }

    @Test
    void zerosAreTheLossOfWhoKnowsNothing() throws SettingException {
        CheckSubject subject = Nets.dense(1);
        Sanity sanity = Sanity.of(subject, Optional.of(new Planted(Mistakes.find("zeroStart"), Place.START)));

        assertThat(sanity.layers().getFirst().scale()).isZero();
        assertThat(sanity.loss()).isNotNaN();
    }

    private static Optional<Planted> planted(String type) throws SettingException {
        return Optional.of(new Planted(Mistakes.find(type), Place.STEP));
    }

    @Nested
    class Protocols {

        @Test
        void mostEpochsEndUnnoticed() {
            Protocol protocol = Protocol.iterations(49, 2, 98);

            assertThat(protocol.right()).element(97).isEqualTo(4.0);
            assertThat(protocol.wrong()).element(97).isEqualTo(2.0);
            assertThat(Protocol.iterations(48, 2, 96).wrong()).isEqualTo(Protocol.iterations(48, 2, 96).right());
        }

        @Test
        void theFirstRateIsDecayedAlready() {
            Protocol protocol = Protocol.firstDecay(0.1, 0.5, 3);

            assertThat(protocol.right()).containsExactly(0.1, 0.05, 0.025);
            assertThat(protocol.wrong()).containsExactly(0.05, 0.025, 0.0125);
        }

        @Test
        void anAccuracyOfOneBatchJumps() {
            Protocol protocol = Protocol.batchAccuracy(0.5, 50, 5000, 200, new Seed(1));

            assertThat(deviation(protocol.wrong())).isCloseTo(Protocol.deviation(0.5, 50), within(0.015));
            assertThat(deviation(protocol.right())).isCloseTo(Protocol.deviation(0.5, 5000), within(0.0015));
            assertThat(protocol.text().after()).contains("7.1 percentage points");
        }

        private static double deviation(List<Double> numbers) {
            double mean = numbers.stream().mapToDouble(each -> each).average().orElseThrow();
            return Math.sqrt(numbers.stream().mapToDouble(each -> Math.pow(each - mean, 2)).average().orElseThrow());
        }
    }
}
