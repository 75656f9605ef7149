package tadpole.app.pane.text.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.language.LanguageEvent;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.LanguagePresets;
import tadpole.engine.language.Level;

class LearnModelTest {

    private final AtomicLong nanos = new AtomicLong();
    private final LearnCurves curves = new LearnCurves(100, nanos::get);

    @Nested
    class TheCurves {

        @Test
        void tellTokensASecondWithoutThePauses() {
            step(1);
            nanos.addAndGet(500_000_000);
            step(11);
            assertThat(curves.figures().speed()).isEqualTo(11 * 100 / 0.5);

            nanos.addAndGet(60_000_000_000L);
            curves.goOn();
            nanos.addAndGet(500_000_000);
            step(21);

            assertThat(curves.figures().speed()).isEqualTo(10 * 100 / 0.5);
        }

        @Test
        void putSamplesOfOneStepSideBySideAndTheNewestOnTop() {
            curves.add(new LanguageEvent.Wrote(100, 0.5, 0.4, "cold"));
            curves.add(new LanguageEvent.Wrote(100, 0.5, 1.2, "hot"));
            curves.add(new LanguageEvent.Wrote(200, 1, 0.4, "colder"));

            assertThat(curves.samples()).extracting(SampleGroup::step).containsExactly(200L, 100L);
            assertThat(curves.samples().get(1).samples()).extracting(SampleGroup.Sample::text).containsExactly("cold", "hot");
        }

        @Test
        void stayShortHoweverLongTheRun() {
            for (int i = 1; i <= 10_000; i++) {
                step(i);
            }

            assertThat(curves.training().size()).isBetween(500, 1024);
            assertThat(curves.training().x()).isSorted();
            assertThat(curves.training().last()).isCloseTo(2, offset(1e-9));
        }

        private void step(long number) {
            curves.add(new LanguageEvent.Stepped(number, number / 100.0, 2, 0.002, 1));
        }
    }

    @Nested
    class TheEnding {

        private final List<Baseline> baselines = List.of(new Baseline("unigrams of this text", 2.9), new Baseline("bigrams of this text", 2.4));

        @Test
        void namesWhatWasBeatenAndWhatWasNot() {
            String words = new Ending(reached(2.6), baselines, Level.CHARACTER).words();

            assertThat(words).isEqualTo("Validation 2.600 nats per character, perplexity 13.46: better than unigrams of this text, "
                    + "not yet as good as bigrams of this text. Train longer, or with more units.");
        }

        @Test
        void saysThatNothingWasLearned() {
            assertThat(new Ending(LearnFigures.NONE, baselines, Level.CHARACTER).words()).isEqualTo("Stopped before the first step.");
        }

        private LearnFigures reached(double validation) {
            return new LearnFigures(10, 1, 2.7, validation, validation, 100, 0.002);
        }
    }

    @Nested
    class TheUnits {

        @Test
        void tellTheSameLossInNatsBitsAndAsPerplexity() {
            double nats = Math.log(8);

            assertThat(LossUnit.NATS.of(nats)).isEqualTo(nats);
            assertThat(LossUnit.BITS.of(nats)).isEqualTo(3, offset(1e-12));
            assertThat(LossUnit.PERPLEXITY.of(nats)).isEqualTo(8, offset(1e-12));
            assertThat(LossUnit.BITS.words(Level.WORD)).isEqualTo("bits per word");
        }
    }

    @Test
    void everyPresetFitsThePlan() throws Exception {
        assertThat(LanguagePresets.ALL).isNotEmpty().allSatisfy(each -> assertThat(each.of(LanguagePlan.RECIPE).settings()).isNotNull());
        assertThat(LanguagePlan.RECIPE.settings(Map.of())).isEqualTo(LanguagePresets.ALL.getFirst().of(LanguagePlan.RECIPE).settings());
    }
}
