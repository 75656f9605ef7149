package tadpole.app.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LogRangeTest {

    private final LogRange range = new LogRange(1e-4, 1);

    @Test
    void positionsArePowersOfTen() {
        assertThat(range.position(0.01)).isEqualTo(-2);
        assertThat(range.value(-2)).isEqualTo(0.01);
    }

    @Test
    void givesTwoSignificantDigits() {
        assertThat(range.value(-1.98)).isEqualTo(0.010);
        assertThat(range.value(-1.5)).isEqualTo(0.032);
    }

    @Test
    void staysAtItsEnds() {
        assertThat(range.position(100)).isEqualTo(0);
        assertThat(range.position(1e-9)).isEqualTo(-4);
    }

    @Test
    void refusesEndsThatHaveNoLogarithm() {
        assertThatThrownBy(() -> new LogRange(0, 1))
                .hasMessage("A range over the logarithm needs 0 < from < to, but is 0.0 to 1.0.");
    }
}
