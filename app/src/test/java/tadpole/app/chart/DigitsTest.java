package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({"0.28345, 0.2835", "0, 0.0000", "0.00005, 0.0001", "3.0357e-6, 3.04e-6", "999999, 999999.0000", "1e6, 1e6", "1.789e28, 1.79e28", "-2.5e7, -2.5e7", "NaN, NaN", "Infinity, ∞"})
    void losses(double value, String text) {
        assertThat(Digits.loss(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0001, 0.0001", "0.00001, 1e-5", "0.0316227766, 0.03162", "1000000, 1e6", "64, 64"})
    void rates(double value, String text) {
        assertThat(Digits.shortest(value)).isEqualTo(text);
    }
}
