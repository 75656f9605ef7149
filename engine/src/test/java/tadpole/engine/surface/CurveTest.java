package tadpole.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import tadpole.engine.formula.Expr;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.CurveExplainer;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.RateOnParabola.Fate;
import tadpole.engine.tensor.Device;

class CurveTest {

    static final List<Curve> CURVES = Curves.ALL;

    private final Device device = Device.plain();

    private static Spec sgd(double rate) throws Exception {
        return Sgd.RECIPE.with(Map.of("rate", rate));
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void slopeAndCurvatureAreThoseOfTheValues(Curve curve) {
        double h = 1e-5;
        for (double x : new double[] {-1.7, -0.6, 0.3, 1.4, 2.5}) {
            double slope = (curve.at(x + h).value() - curve.at(x - h).value()) / (2 * h);
            double curvature = (curve.at(x + h).slope() - curve.at(x - h).slope()) / (2 * h);
            assertThat(curve.at(x).slope()).isCloseTo(slope, within(1e-7 * (1 + Math.abs(slope))));
            assertThat(curve.at(x).curvature()).isCloseTo(curvature, within(1e-7 * (1 + Math.abs(curvature))));
        }
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void formulasComputeWhatTheCurveDoes(Curve curve) {
        for (double x : new double[] {-1.7, 0, 0.4, 3}) {
            assertThat(curve.shape().value(Expr.number(x)).value()).isCloseTo(curve.at(x).value(), within(1e-12));
            assertThat(curve.shape().slope(Expr.number(x)).value()).isCloseTo(curve.at(x).slope(), within(1e-12));
        }
    }

    @ParameterizedTest
    @FieldSource("CURVES")
    void minimaAreFlatAndLowerThanTheirNeighbors(Curve curve) {
        for (double x : curve.minima()) {
            assertThat(curve.at(x).slope()).isCloseTo(0, within(1e-14));
            assertThat(curve.at(x).value()).isLessThan(curve.at(x - 0.01).value()).isLessThan(curve.at(x + 0.01).value());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.05, CREEPS", "0.3, CONVERGES", "0.5, ONE_STEP", "0.8, OSCILLATES", "1, SWINGS_FOREVER", "1.05, EXPLODES"})
    void aRateOnTheParabolaDoesWhatItsFactorSays(double rate, Fate fate) throws Exception {
        RateOnParabola verdict = RateOnParabola.of(rate, 2);
        CurveWalk walk = CurveWalk.of(Curves.parabola(2), sgd(rate), 3, 12, device);

        assertThat(verdict.fate()).isEqualTo(fate);
        for (int i = 0; i <= 12; i++) {
            double expected = 3 * Math.pow(verdict.factor(), i);
            assertThat(walk.marks().get(i).x()).isCloseTo(expected, within(2e-5 * (1 + Math.abs(expected))));
        }
    }

    /** As Surfaces' walks: one mechanism, one or two numbers. */
    @Test
    void everyOptimizerWalksDownEveryCurve() throws Exception {
        for (Curve curve : Curves.ALL) {
            for (Recipe<?> recipe : Optimizers.ALL) {
                assertThat(CurveWalk.of(curve, recipe.standard(), curve.start(), 20, device).marks())
                        .as("%s on %s", recipe.type(), curve.key()).hasSizeGreaterThan(1);
            }
        }
    }

    @Test
    void theStartDecidesWhichMinimumIsReached() throws Exception {
        Basins basins = Basins.of(Curves.TWO_MINIMA, sgd(0.05), 75, device);

        for (int i = 0; i < 75; i++) {
            double start = basins.starts()[i];
            if (Math.abs(start - -0.43998517431920225) > 0.02) {
                assertThat(basins.reached()[i]).as("from %s", start).isEqualTo(start < -0.43998517431920225 ? 0 : 1);
            }
        }
    }

    @Test
    void aWalkThatFliesOffReachesNothing() throws Exception {
        CurveWalk walk = CurveWalk.of(Curves.WALLS, sgd(1), 2, 20, device);

        assertThat(walk.left()).isTrue();
        assertThat(walk.reached()).isEmpty();
    }

    @Test
    void everyNumberOfAWalkTellsItsArithmetic() throws Exception {
        for (Recipe<?> recipe : Optimizers.ALL) {
            CurveWalk walk = CurveWalk.of(Curves.TWO_MINIMA, recipe.standard(), -0.6, 5, device);
            CurveExplainer explainer = new CurveExplainer(walk);
            for (int step = 0; step < walk.marks().size(); step++) {
                Arithmetic x = explainer.explain(CurveExplainer.x(step));
                assertThat(x.recomputed()).isCloseTo(x.value(), within(1e-6));
                Arithmetic slope = explainer.explain(CurveExplainer.slope(step));
                assertThat(slope.recomputed()).isCloseTo(slope.value(), within(1e-12));
                assertThat(slope.sources()).containsExactly(CurveExplainer.x(step));
                assertThat(explainer.explain(CurveExplainer.loss(step)).recomputed()).isCloseTo(walk.marks().get(step).here().value(), within(1e-12));
            }
        }
    }

    @Test
    void aStepOfPlainDescentLeadsToPlaceAndSlopeBeforeIt() throws Exception {
        CurveWalk walk = CurveWalk.of(Curves.parabola(2), sgd(0.8), 3, 3, device);

        Arithmetic step = new CurveExplainer(walk).explain(CurveExplainer.x(1));

        assertThat(step.sources()).containsExactly(CurveExplainer.x(0), CurveExplainer.slope(0));
        assertThat(step.recomputed()).isCloseTo(3 - 0.8 * 6, within(1e-12));
    }
}
