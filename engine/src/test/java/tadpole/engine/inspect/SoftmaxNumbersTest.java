package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.tensor.Seed;

class SoftmaxNumbersTest {

    private static final MathContext DIGITS = new MathContext(60);

    static Stream<double[]> drawn() {
        RandomGenerator random = new Seed(15).generator();
        return IntStream.range(0, 60).mapToObj(each -> {
            double reach = each % 3 == 0 ? 1 : each % 3 == 1 ? 10 : 300;
            return DoubleStream.generate(() -> random.nextDouble(-reach, reach)).limit(2 + each % 9).toArray();
        });
    }

    /** exp by its series, of a number so small that few terms do, then squared ten times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int i = 0; i < 10; i++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    private static double[] exact(double[] logits) {
        List<BigDecimal> exponentials = Arrays.stream(logits).mapToObj(each -> exp(new BigDecimal(each))).toList();
        BigDecimal sum = exponentials.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return exponentials.stream().mapToDouble(each -> each.divide(sum, DIGITS).doubleValue()).toArray();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void probabilitiesAreThoseOfSixtyDigits(double[] logits) {
        SoftmaxNumbers numbers = new SoftmaxNumbers(logits, 0);

        double[] exact = exact(logits);
        for (int i = 0; i < logits.length; i++) {
            assertThat(numbers.probability(i)).isCloseTo(exact[i], within(1e-13 * exact[i] + Double.MIN_VALUE));
            assertThat((double) numbers.floatProbabilities()[i]).isCloseTo(exact[i], within(2e-5));
        }
        assertThat(numbers.sum()).isCloseTo(1, within(1e-15 * logits.length));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void onlyDifferencesOfLogitsCount(double[] logits) {
        SoftmaxNumbers here = new SoftmaxNumbers(logits, 1);
        SoftmaxNumbers shifted = new SoftmaxNumbers(Arrays.stream(logits).map(each -> each + 64).toArray(), 1);

        for (int i = 0; i < logits.length; i++) {
            assertThat(shifted.probability(i)).isCloseTo(here.probability(i), within(1e-12));
        }
        assertThat(shifted.nats()).isCloseTo(here.nats(), within(1e-12 * Math.max(1, here.nats())));
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void theJacobianIsThatOfFiniteDifferences(double[] logits) {
        SoftmaxNumbers numbers = new SoftmaxNumbers(logits, 0);
        double h = 1e-5;

        for (int j = 0; j < logits.length; j++) {
            double[] more = logits.clone();
            double[] less = logits.clone();
            more[j] += h;
            less[j] -= h;
            for (int i = 0; i < logits.length; i++) {
                double slope = (new SoftmaxNumbers(more, 0).probability(i) - new SoftmaxNumbers(less, 0).probability(i)) / (2 * h);
                assertThat(numbers.jacobian(i, j)).isCloseTo(slope, within(1e-9)).isEqualTo(numbers.jacobian(j, i));
            }
        }
        assertThat(numbers.rowSumsOff()).isLessThan(1e-15);
        assertThat(numbers.greatestEntry()).isLessThanOrEqualTo(0.25);
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void bothProductsWithAGradientAreOne(double[] logits) {
        List<Double> gradient = Arrays.stream(logits).mapToObj(each -> Math.sin(each)).toList();
        SoftmaxNumbers numbers = SoftmaxNumbers.of(new SoftmaxPlan("p", "", Arrays.stream(logits).boxed().toList(), 0, gradient, SoftmaxPicture.of("tiny")));

        assertThat(numbers.productsApart()).isLessThan(1e-14);
    }

    @Test
    void theGradientOfTheLossComesToPMinusOneHot() {
        SoftmaxNumbers numbers = new SoftmaxNumbers(new double[] {2, 1, 0}, 1);

        assertThat(numbers.product()).containsExactly(IntStream.range(0, 3).mapToDouble(numbers::logitGradient).toArray(), within(1e-15));
    }

    @Test
    void givesWhatOneComputesByHand() {
        SoftmaxNumbers numbers = new SoftmaxNumbers(new double[] {Math.log(1), Math.log(2), Math.log(5)}, 1);

        assertThat(numbers.probability(0)).isCloseTo(0.125, within(1e-15));
        assertThat(numbers.probability(1)).isCloseTo(0.25, within(1e-15));
        assertThat(numbers.nats()).isCloseTo(2 * Math.log(2), within(1e-15));
        assertThat(numbers.bits()).isCloseTo(2, within(1e-15));
        assertThat(numbers.jacobian(1, 1)).isCloseTo(0.1875, within(1e-15));
        assertThat(numbers.jacobian(0, 1)).isCloseTo(-0.03125, within(1e-15));
    }

    @Test
    void equalLogitsGiveTheLossOfChance() {
        SoftmaxNumbers numbers = new SoftmaxNumbers(new double[10], 3);

        assertThat(numbers.nats()).isCloseTo(Math.log(10), within(1e-15)).isEqualTo(numbers.chance());
    }

    @Test
    void refusesWhatIsNoSoftmax() {
        assertThatThrownBy(() -> new SoftmaxPlan("p", "", List.of(1.0), 0, List.of(), SoftmaxPicture.of("tiny")))
                .hasMessage("Softmax takes the logits of 2 to 10 classes here, but there are 1.");
        assertThatThrownBy(() -> new SoftmaxPlan("p", "", List.of(1.0, 2.0), 2, List.of(), SoftmaxPicture.of("tiny")))
                .hasMessage("The right class (\"right\") must be between 0 and 1, as there are 2 logits, but is 2.");
        assertThatThrownBy(() -> new SoftmaxPlan("p", "", List.of(1.0, 2.0), 1, List.of(1.0), SoftmaxPicture.of("tiny")))
                .hasMessage("The gradient needs one number for each of the 2 logits, but has 1.");
    }
}
