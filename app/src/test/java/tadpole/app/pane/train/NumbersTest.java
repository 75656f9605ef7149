package tadpole.app.pane.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void figuresHaveFourSignificantDigits() {
        assertThat(Numbers.figure(0.22123)).isEqualTo("0.2212");
        assertThat(Numbers.figure(0.05)).isEqualTo("0.0500");
        assertThat(Numbers.figure(2.3026)).isEqualTo("2.303");
        assertThat(Numbers.figure(12.3)).isEqualTo("12.30");
        assertThat(Numbers.figure(12345)).isEqualTo("12345");
        assertThat(Numbers.figure(0)).isEqualTo("0.000");
        assertThat(Numbers.figure(0.00001234)).isEqualTo("1.23e-05");
        assertThat(Numbers.figure(Double.NaN)).isEqualTo("NaN");
    }

    @Test
    void countsAndSharesKeepTogether() {
        assertThat(Numbers.count(79_510)).isEqualTo("79\u00A0510");
        assertThat(Numbers.percent(0.9366)).isEqualTo("93.7\u00A0%");
    }

    @Test
    void durationsAreClockTimes() {
        assertThat(Numbers.duration(72.4)).isEqualTo("1:12");
        assertThat(Numbers.duration(7540)).isEqualTo("2:05:40");
    }
}
