package tadpole.engine.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static tadpole.engine.inspect.LogSoftmaxWay.DIVIDED;
import static tadpole.engine.inspect.LogSoftmaxWay.MAXIMUM_OUT;
import static tadpole.engine.inspect.LogSoftmaxWay.SUBTRACTED;
import static tadpole.engine.inspect.LogSoftmaxWay.Precision.DOUBLE;
import static tadpole.engine.inspect.LogSoftmaxWay.Precision.FLOAT;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.inspect.LogSoftmaxCell.Verdict;
import tadpole.engine.tensor.Seed;

class LogSoftmaxWayTest {

    private static LogSoftmaxCell cell(LogSoftmaxWay way, LogSoftmaxWay.Precision precision, int label, double... logits) {
        return LogSoftmaxCell.of(way, precision, logits, label);
    }

    @Test
    void allThreeAgreeWhereLogitsAreSmall() {
        RandomGenerator random = new Seed(3).generator();
        for (int round = 0; round < 100; round++) {
            double[] logits = random.doubles(2 + round % 9, -8, 8).toArray();
            List<LogSoftmaxCell> cells = new SoftmaxNumbers(logits, 1).ways(1);

            assertThat(cells).hasSize(6).allSatisfy(each -> assertThat(each.verdict()).isEqualTo(Verdict.RIGHT));
        }
    }

    @Test
    void onlyTheMaximumTakenOutSurvivesLogitsOfAThousand() {
        for (var precision : LogSoftmaxWay.Precision.values()) {
            assertThat(cell(DIVIDED, precision, 0, 1000, 999, 0).value()).isNaN();
            assertThat(cell(DIVIDED, precision, 2, 1000, 999, 0).value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(cell(SUBTRACTED, precision, 0, 1000, 999, 0).value()).isEqualTo(Double.NEGATIVE_INFINITY);
            assertThat(cell(MAXIMUM_OUT, precision, 0, 1000, 999, 0).value()).isCloseTo(-Math.log1p(Math.exp(-1)), within(1e-6));
            assertThat(cell(MAXIMUM_OUT, precision, 2, 1000, 999, 0).verdict()).isEqualTo(Verdict.RIGHT);
        }
    }

    @Test
    void veryLowLogitsFailTheOtherWay() {
        assertThat(cell(DIVIDED, DOUBLE, 0, -1000, -1001).value()).isNaN();
        assertThat(cell(SUBTRACTED, DOUBLE, 0, -1000, -1001).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(cell(MAXIMUM_OUT, DOUBLE, 0, -1000, -1001).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(cell(SUBTRACTED, DOUBLE, 0, -1000, -1001).sentence())
                .isEqualTo("every exp is too small for a double and becomes 0; ln 0 is -∞, and x - (-∞) is ∞.");
    }

    @Test
    void floatFailsWhereDoubleStillServes() {
        assertThat(cell(DIVIDED, FLOAT, 0, 100, 99).verdict()).isEqualTo(Verdict.FAILS);
        assertThat(cell(DIVIDED, DOUBLE, 0, 100, 99).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aProbabilityTooSmallToBeStoredFailsTheQuotientOnly() {
        LogSoftmaxCell divided = cell(DIVIDED, FLOAT, 1, 80, -80);

        assertThat(divided.value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(divided.sentence()).isEqualTo("The probability is too small for a float and becomes 0; ln 0 is -∞.");
        assertThat(cell(SUBTRACTED, FLOAT, 1, 80, -80).value()).isEqualTo(-160);
    }

    @Test
    void digitsLostNearTheLimitOfAFloatAreCalledInexact() {
        LogSoftmaxCell cell = cell(DIVIDED, FLOAT, 1, 0, -103);

        assertThat(cell.verdict()).isEqualTo(Verdict.INEXACT);
        assertThat(cell.sentence()).startsWith("Off by ");
    }

    @Test
    void everyFailureIsExplained() {
        for (double[] logits : new double[][] {{1000, 0}, {-1000, -1000}, {0, -800}, {710, 710}, {89, 1}}) {
            for (int label = 0; label < 2; label++) {
                assertThat(new SoftmaxNumbers(logits, label).ways(label)).allSatisfy(each ->
                        assertThat(each.sentence().isEmpty()).isEqualTo(each.verdict() == Verdict.RIGHT));
            }
        }
    }
}
