package tadpole.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.optimizer.Momentum;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.Surface.Here;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.tensor.Device;

class WalkTest {

    static final List<Surface> SURFACES = Surfaces.ALL;

    private static Walk walk(Spec optimizer, Place start, int steps) throws SettingException {
        try (Device device = Device.plain()) {
            return Walk.of(Surfaces.PARABOLA, optimizer, start, steps, device);
        }
    }

    private static Spec sgd(double rate) throws SettingException {
        return Sgd.RECIPE.with(Map.of("rate", rate));
    }

    @ParameterizedTest
    @FieldSource("SURFACES")
    void gradientsAreThoseOfTheValues(Surface surface) {
        double h = 1e-5;
        for (double[] p : new double[][] {{0.3, -0.7}, {-1.1, 0.4}, {1.5, 1.2}}) {
            Here here = surface.at(p[0], p[1]);
            double dx = (surface.at(p[0] + h, p[1]).value() - surface.at(p[0] - h, p[1]).value()) / (2 * h);
            double dy = (surface.at(p[0], p[1] + h).value() - surface.at(p[0], p[1] - h).value()) / (2 * h);
            assertThat(here.dx()).isCloseTo(dx, within(1e-6 * (1 + Math.abs(dx))));
            assertThat(here.dy()).isCloseTo(dy, within(1e-6 * (1 + Math.abs(dy))));
        }
        for (Place minimum : surface.minima()) {
            Here here = surface.at(minimum.x(), minimum.y());
            assertThat(Math.hypot(here.dx(), here.dy())).isLessThan(1e-9);
        }
    }

    /** On the parabola, curvature L = 1, a step takes x to (1 - rate) x. */
    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(doubles = {0.1, 0.9, 1.5, 1.9, 2.1})
    void descentOnTheParabolaFollowsItsClosedForm(double rate) throws Exception {
        Walk walk = walk(sgd(rate), new Place(3, -1), 12);

        for (int i = 0; i <= 12; i++) {
            double expected = 3 * Math.pow(1 - rate, i);
            assertThat(walk.marks().get(i).place().x()).isCloseTo(expected, within(1e-5 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void belowOneOverLItCreepsAboveItSwingsAboveTwoOverLItFliesOff() throws Exception {
        assertThat(walk(sgd(0.99), new Place(3, 0), 10).marks()).allMatch(mark -> mark.place().x() >= 0);
        List<Walk.Mark> swings = walk(sgd(1.5), new Place(3, 0), 10).marks();
        assertThat(swings.get(1).place().x()).isNegative();
        assertThat(swings.get(2).place().x()).isPositive().isLessThan(3);
        assertThat(Math.abs(walk(sgd(1.99), new Place(3, 0), 10).marks().getLast().place().x())).isLessThan(3);
        assertThat(Math.abs(walk(sgd(2.01), new Place(3, 0), 10).marks().getLast().place().x())).isGreaterThan(3);
    }

    @Test
    void momentumTellsItsVelocity() throws Exception {
        Walk walk = walk(Momentum.RECIPE.with(Map.of("rate", 0.1, "momentum", 0.5)), new Place(2, 1), 2);

        assertThat(walk.marks().get(1).after().get("p.momentum_buffer")).containsExactly(2, 1);
        assertThat(walk.velocity(1)).isEqualTo(new Place(-2, -1));
        assertThat(walk.marks().get(2).before().get("p.momentum_buffer")).containsExactly(2, 1);
        assertThat(walk.marks().get(2).after().get("p.momentum_buffer")[0]).isCloseTo(0.5 * 2 + 1.8, within(1e-6));
    }

    @Test
    void everyOptimizerWalksOnEverySurface() throws Exception {
        try (Device device = Device.plain()) {
            for (Surface surface : Surfaces.ALL) {
                for (Recipe<?> recipe : Optimizers.ALL) {
                    Walk walk = Walk.of(surface, recipe.standard(), surface.start(), 20, device);
                    assertThat(walk.marks()).as("%s on %s", recipe.type(), surface.key()).hasSizeGreaterThan(1);
                }
            }
        }
    }
}
