package tadpole.app.pane.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedTest {

    @Test
    void printsWhatACalculatorGivesOfThePrintedFactors() {
        double ninth = (float) (1 / 9.0);
        double printed = Printed.sum(List.of(new double[] {82, ninth}, new double[] {97, ninth}));

        assertThat(Printed.number(ninth)).isEqualTo("0.1111111");
        assertThat(Printed.result((float) (179 / 9.0), printed)).isEqualTo("19.88889");
    }

    @Test
    void saysWhenOnlyRoundingIsLeft() {
        assertThat(Printed.result(3.2e-8, 0)).isEqualTo("≈ 3e-8");
        assertThat(Printed.result(0, 0)).isEqualTo("0");
    }

    @Test
    void putsBracketsAboutASecondSign() {
        assertThat(Printed.factor(-2)).isEqualTo("(-2)");
        assertThat(Printed.factor(2)).isEqualTo("2");
    }

    @Test
    void writesSizesInTheUnitThatReadsBest() {
        assertThat(Printed.bytes(254_803_968L)).isEqualTo("255 MB");
        assertThat(Printed.bytes(2700)).isEqualTo("2.7 kB");
        assertThat(Printed.bytes(12)).isEqualTo("12 B");
        assertThat(Printed.bytes(3_145_728)).isEqualTo("3.1 MB");
    }
}
