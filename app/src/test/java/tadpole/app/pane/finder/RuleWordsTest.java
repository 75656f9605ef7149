package tadpole.app.pane.finder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.training.RateProof;
import tadpole.engine.training.Suggestion.Minimum;
import tadpole.engine.training.Suggestion.Slide;
import tadpole.engine.training.Suggestion.Steepest;

class RuleWordsTest {

    @Test
    void sayWhereTheRulesAgree() {
        assertThat(RuleWords.difference(List.of(new Steepest(0.02, 1, -1), new Minimum(0.05, 0.5, 0.4))))
                .isEqualTo("They agree within a factor of 2.5.");
    }

    @Test
    void sayWhyTheOutermostDiffer() {
        assertThat(RuleWords.difference(List.of(new Steepest(0.02, 1, -1), new Minimum(0.05, 0.5, 0.4), new Slide(0.4, 0.5, 0.6, 0.9))))
                .isEqualTo("Slide is 20 times steepest: slide comes down from where the loss rises again, steepest looks at one point only.");
    }

    @Test
    void sayNothingOfOneRule() {
        assertThat(RuleWords.difference(List.of(new Steepest(0.02, 1, -1)))).isEmpty();
    }

    @Test
    void followTheCurveOfAProof() {
        assertThat(verdict(i -> 2.3 * Math.exp(-0.05 * i))).isEqualTo("falls fast and steadily");
        assertThat(verdict(i -> 2.3 * Math.exp(-0.05 * i) + (i == 20 ? 1 : 0))).isEqualTo("falls fast, but jumps on the way");
        assertThat(verdict(i -> 2.3 - (i > 10 && i < 40 ? 1.5 : 0))).isEqualTo("jumps: too high");
        assertThat(RuleWords.verdict(new RateProof(0.1, new double[] {2.3, 8, Double.NaN}))).isEqualTo("explodes at step 3: far too high");
    }

    private static String verdict(IntToDoubleFunction loss) {
        return RuleWords.verdict(new RateProof(0.1, IntStream.range(0, 50).mapToDouble(loss).toArray()));
    }
}
