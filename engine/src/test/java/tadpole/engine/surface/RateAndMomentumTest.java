package tadpole.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.surface.RateAndMomentum.Fate.CONVERGES;
import static tadpole.engine.surface.RateAndMomentum.Fate.DIVERGES;
import static tadpole.engine.surface.RateAndMomentum.Fate.OSCILLATES;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.tensor.Device;

class RateAndMomentumTest {

    @Test
    void withoutMomentumTheBoundsAreOneAndTwo() {
        assertThat(RateAndMomentum.fate(0.99, 0)).isEqualTo(CONVERGES);
        assertThat(RateAndMomentum.fate(1.01, 0)).isEqualTo(OSCILLATES);
        assertThat(RateAndMomentum.fate(1.99, 0)).isEqualTo(OSCILLATES);
        assertThat(RateAndMomentum.fate(2.01, 0)).isEqualTo(DIVERGES);
    }

    /** The engine's own optimizer on the parabola, far enough that the greatest root rules. */
    @ParameterizedTest
    @CsvSource({"0.05,0.5", "0.5,0.9", "1.5,0.3", "3.7,0.9", "3.9,0.9", "2.5,0.2", "0.001,0.9"})
    void theOptimizerDoesWhatTheRootsSay(double rate, double momentum) throws Exception {
        try (Device device = Device.plain()) {
            List<Walk.Mark> marks = Walk.of(Surfaces.PARABOLA, Momentum.RECIPE.with(Map.of("rate", rate, "momentum", momentum)),
                    new Place(1, 0), 300, device).marks();
            boolean crosses = marks.stream().anyMatch(mark -> mark.place().x() < -1e-9);
            double end = Math.abs(marks.getLast().place().x());

            switch (RateAndMomentum.fate(rate, momentum)) {
                case CONVERGES -> assertThat(crosses).isFalse();
                case OSCILLATES -> {
                    assertThat(crosses).isTrue();
                    assertThat(end).isLessThan(1);
                }
                case DIVERGES -> assertThat(end).isGreaterThan(1);
            }
        }
    }
}
