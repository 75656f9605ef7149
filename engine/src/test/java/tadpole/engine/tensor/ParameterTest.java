package tadpole.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParameterTest {

    private final Parameter parameter = Parameter.zeros("weight", Parameter.Role.WEIGHT, Shape.of(3));

    @Test
    void aClearedGradientIsZeroForWhoeverReadsIt() {
        parameter.gradient().fill(7);

        parameter.clearGradient();

        assertThat(parameter.gradient().data()).containsOnly(0);
    }

    @Test
    void onlyTheFirstAfterClearingBeginsTheGradient() {
        parameter.clearGradient();

        assertThat(parameter.beginsGradient()).isTrue();
        assertThat(parameter.beginsGradient()).isFalse();
    }

    @Test
    void whatWasWrittenAtTheBeginningStays() {
        parameter.clearGradient();
        parameter.beginsGradient();
        parameter.gradient().fill(2);

        assertThat(parameter.gradient().data()).containsOnly(2);
    }

    @Test
    void nobodyBeginsAGradientThatHoldsNumbers() {
        parameter.clearGradient();
        parameter.gradient().fill(7);

        assertThat(parameter.beginsGradient()).isFalse();
    }
}
