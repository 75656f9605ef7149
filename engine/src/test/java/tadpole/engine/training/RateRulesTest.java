package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.training.Suggestion.Minimum;
import tadpole.engine.training.Suggestion.Slide;
import tadpole.engine.training.Suggestion.Steepest;
import tadpole.engine.training.Suggestion.Valley;

/** Against curves drawn by hand: eleven rates, a tenth of a power of ten apart, from 1e-3 to 1e-2. */
class RateRulesTest {

    private static double[] rates(int count) {
        double[] rates = new double[count];
        Arrays.setAll(rates, i -> Math.pow(10, -3 + i / 10.0));
        return rates;
    }

    @Nested
    class Steep {

        @Test
        void liesInTheMiddleOfAStraightCliff() {
            double[] losses = {2, 2, 2, 2, 1.5, 0.5, 0, 0, 0, 0, 0};

            Steepest found = RateRules.steepest(rates(11), losses).orElseThrow();

            assertThat(found.rate()).isCloseTo(Math.pow(10, -2.6), within(1e-12));
            assertThat(found.loss()).isEqualTo(1.5);
            assertThat(found.slope()).isCloseTo(-7.5, within(1e-9));
        }

        @Test
        void hasTheSlopeForAPowerOfTenAlsoWhereRatesAreSpacedEvenly() {
            double[] rates = {0.1, 0.2, 0.3, 0.4, 0.5};
            double[] losses = Arrays.stream(rates).map(rate -> 3 - 2 * Math.log10(rate)).toArray();

            assertThat(RateRules.steepest(rates, losses).orElseThrow().slope()).isCloseTo(-2, within(1e-9));
        }
    }

    @Nested
    class SteepBehindTheMinimum {

        @Test
        void isNoise() {
            double[] losses = {2, 2, 1.8, 1.5, 1.2, 1, 9, 3, 9, 2, 9};

            assertThat(RateRules.steepest(rates(11), losses).orElseThrow().rate()).isEqualTo(rates(11)[3]);
        }

        @Test
        void isNotThereWhereTheLossOnlyRises() {
            assertThat(RateRules.steepest(rates(5), new double[] {1, 2, 3, 4, 5})).isEmpty();
        }
    }

    @Nested
    class InTheValley {

        @Test
        void takesTheMiddleOfTheMiddleThirdOfTheLongestFall() {
            double[] losses = {1, 2, 9, 8, 7, 6, 5, 4, 3, 9, 10};

            Valley found = RateRules.valley(rates(11), losses).orElseThrow();

            assertThat(found.from()).isEqualTo(rates(11)[2]);
            assertThat(found.rate()).isEqualTo(rates(11)[5]);
            assertThat(found.firstThird()).isEqualTo(rates(11)[4]);
            assertThat(found.secondThird()).isEqualTo(rates(11)[6]);
            assertThat(found.to()).isEqualTo(rates(11)[8]);
        }

        @Test
        void isTheLongestStretchWithoutAnyRise() {
            double[] losses = {9, 8, 7, 7.5, 7, 6, 5, 4, 5, 4, 3};

            Valley found = RateRules.valley(rates(11), losses).orElseThrow();

            assertThat(found.from()).isEqualTo(rates(11)[3]);
            assertThat(found.rate()).isEqualTo(rates(11)[4]);
            assertThat(found.to()).isEqualTo(rates(11)[7]);
        }

        @Test
        void isNotThereWhereNothingFalls() {
            assertThat(RateRules.valley(rates(5), new double[] {1, 2, 3, 4, 5})).isEmpty();
        }
    }

    @Test
    void theMinimumGivesItsTenth() {
        Minimum found = RateRules.minimum(rates(11), new double[] {3, 3, 3, 3, 2, 1, 0.5, 1, 2, 3, 4});

        assertThat(found.lowest()).isEqualTo(rates(11)[6]);
        assertThat(found.rate()).isEqualTo(rates(11)[6] / 10);
        assertThat(found.loss()).isEqualTo(0.5);
    }

    @Nested
    class Sliding {

        @Test
        void restsAtOnceWhereTheEndIsFlat() {
            double[] losses = new double[40];
            Arrays.fill(losses, 1);

            Slide found = RateRules.slide(rates(40), losses).orElseThrow();

            assertThat(found.rate()).isEqualTo(rates(40)[24]);
            assertThat(found.right()).isEqualTo(rates(40)[39]);
        }

        @Test
        void goesLeftUntilTheSlopesAtItsEndsAreAlike() {
            double[] losses = new double[60];
            Arrays.setAll(losses, i -> i < 40 ? 2 : 2 + 0.5 * (i - 40) * (i - 40));

            Slide found = RateRules.slide(rates(60), losses).orElseThrow();

            // Slopes: 0 up to 39, (i - 40) after 40. Last unlike pair: the right end at 40, where the slope is 0.25.
            assertThat(found.right()).isEqualTo(rates(60)[40]);
            assertThat(found.rate()).isEqualTo(rates(60)[25]);
        }

        @Test
        void doesNotRestOnAFlatDivergence() {
            double[] losses = new double[80];
            Arrays.setAll(losses, i -> i < 20 ? 2 : i <= 40 ? 2 - 0.05 * (i - 20) : i < 60 ? 1 + 0.04 * (i - 40) : 1.8);

            assertThat(RateRules.slide(rates(80), losses).orElseThrow().rate()).isLessThan(rates(80)[40]);
        }

        @Test
        void needsSixteenPoints() {
            assertThat(RateRules.slide(rates(15), new double[15])).isEmpty();
            assertThat(RateRules.slide(rates(16), new double[16])).isPresent();
        }
    }

    @Test
    void allRulesLookOnlyUpToTheFirstLossThatIsNoNumber() {
        double[] losses = {2, 2, 1, 0.5, Double.NaN, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};

        List<Suggestion> all = RateRules.all(rates(11), losses);

        assertThat(all).allMatch(each -> each.rate() <= rates(11)[3]);
        assertThat(all).extracting(Suggestion::name).containsExactly("steepest", "valley", "minimum ÷ 10");
    }

    @Test
    void saysNothingOfTooFewPoints() {
        assertThat(RateRules.all(rates(3), new double[] {3, 2, 1})).isEmpty();
        assertThat(RateRules.all(new double[0], new double[0])).isEmpty();
    }
}
