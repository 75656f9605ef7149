package tadpole.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void countsTheDigitsThatAreTheSameWhenPrinted() {
        assertThat(Digits.common(0.1730541, 0.17305412)).isEqualTo(7);
        assertThat(Digits.common(0.1730541, 0.1730544)).isEqualTo(6);
        assertThat(Digits.common(0.999999999, 1)).isEqualTo(7);
        assertThat(Digits.common(1.5, -1.5)).isZero();
        assertThat(Digits.common(0, 0)).isEqualTo(7);
        assertThat(Digits.common(0, 1e-9)).isZero();
        assertThat(Digits.common(Double.NaN, Double.NaN)).isEqualTo(7);
    }

    /** 0.45 and 0.44999 are one digit apart at every place but the right one. */
    @Test
    void numbersOnBothSidesOfARoundingKeepTheDigitsBeforeIt() {
        assertThat(Digits.common(0.4500000, 0.4499999)).isEqualTo(6);
        assertThat(Digits.common(0.44999999, 0.45)).isEqualTo(7);
    }

    @Test
    void writesAllDigitsOrNoZerosAtTheEnd() {
        assertThat(Digits.full(-0.0730072, 7)).isEqualTo("-0.07300720");
        assertThat(Digits.text(-0.0730072, 7)).isEqualTo("-0.0730072");
        assertThat(Digits.text(255, 7)).isEqualTo("255");
        assertThat(Digits.text(1234567.8, 7)).isEqualTo("1234568");
        assertThat(Digits.text(12345678, 7)).isEqualTo("1.234568e7");
        assertThat(Digits.text(0.00001234, 7)).isEqualTo("1.234e-5");
        assertThat(Digits.full(0, 7)).isEqualTo("0");
        assertThat(Digits.text(Float.POSITIVE_INFINITY, 7)).isEqualTo("Infinity");
    }
}
