package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

class UnitSearchTest {

    private static final String TEXT = "The miller said, \"Come in.\" Nell (the cat) came.\nThen he said, \"Sit\n down 3 times!\"\n\n".repeat(20);
    private static final int NOISE = 40;

    private final Tokenizer tokenizer = Tokenizers.count(Level.CHARACTER, TEXT, 1);

    /** Many units of noise, and at the end one for each row of planted values with a little noise on it. */
    private record Planted(float[][] rows, RandomGenerator random, int[] at) implements UnitStates {

        static Planted of(float[]... rows) {
            return new Planted(rows, RandomGeneratorFactory.of("L64X128MixRandom").create(5), new int[1]);
        }

        @Override
        public List<UnitSearch.Unit> units() {
            return IntStream.range(0, NOISE + rows.length).mapToObj(i -> new UnitSearch.Unit("lstm1", "c", i)).toList();
        }

        @Override
        public void read(int id, float[] values) {
            for (int u = 0; u < values.length; u++) {
                float noise = (float) random.nextGaussian();
                values[u] = u < NOISE ? noise : 100 + rows[u - NOISE][at[0]] + 0.1f * noise;
            }
            at[0]++;
        }
    }

    private float[] values(TextProperty property) {
        return property.values(TEXT, tokenizer.pieces(TEXT));
    }

    private UnitSearch.Found found(UnitStates states, TextProperty... properties) {
        UnitSearch search = new UnitSearch("search", () -> states, tokenizer, TEXT, List.of(properties), 3);
        return ((JobOutcome.Finished<UnitSearch.Found>) search.run(JobControl.UNWATCHED)).result();
    }

    @Test
    void findsThePlantedUnits() {
        float[] quotes = values(TextProperties.INSIDE_QUOTES);
        float[] falling = values(TextProperties.PLACE_IN_LINE);
        for (int i = 0; i < falling.length; i++) {
            falling[i] *= -1;
        }

        UnitSearch.Found found = found(Planted.of(falling, quotes), TextProperties.INSIDE_QUOTES, TextProperties.PLACE_IN_LINE);

        UnitSearch.Match quote = found.byProperty().get(0).best().getFirst();
        assertThat(quote.unit()).isEqualTo(new UnitSearch.Unit("lstm1", "c", NOISE + 1));
        assertThat(quote.score()).isGreaterThan(0.95);
        assertThat(quote.rising()).isTrue();
        UnitSearch.Match line = found.byProperty().get(1).best().getFirst();
        assertThat(line.unit().index()).isEqualTo(NOISE);
        assertThat(line.score()).isGreaterThan(0.99);
        assertThat(line.rising()).isFalse();
        assertThat(found.byUnit()).hasSize(NOISE + 2);
        assertThat(found.byUnit().get(NOISE).property()).isEqualTo(TextProperties.PLACE_IN_LINE);
        assertThat(found.tokens()).isEqualTo(TEXT.length());
    }

    @Test
    void scoresOnTheHalfThatDidNotChoose() {
        float[] half = values(TextProperties.INSIDE_QUOTES);
        for (int i = half.length / 2; i < half.length; i++) {
            half[i] = 1 - half[i];
        }

        UnitSearch.Match match = found(Planted.of(half), TextProperties.INSIDE_QUOTES).byProperty().getFirst().best().getFirst();

        assertThat(match.chosen()).isGreaterThan(0.95);
        assertThat(match.score()).isLessThan(-0.95);
    }

    @Test
    void doesNotFlatterLuck() {
        UnitSearch.Found found = found(Planted.of(), TextProperties.INSIDE_QUOTES);

        UnitSearch.Match best = found.byProperty().getFirst().best().getFirst();
        assertThat(best.score()).isLessThan(best.chosen()).isBetween(-0.15, 0.15);
    }

    @Test
    void saysWhatDoesNotOccur() {
        UnitSearch.Tracked tracked = found(Planted.of(), TextProperties.after('\u0416')).byProperty().getFirst();

        assertThat(tracked.occurs()).isFalse();
        assertThat(tracked.best()).isEmpty();
    }

    @Test
    void correlationIsPearsons() {
        float[] x = {1000.5f, 1001, 999, 1003, 1002};
        float[] y = {2, 4, 1, 8, 2};
        Correlations correlations = new Correlations(1, 1);
        for (int i = 0; i < x.length; i++) {
            correlations.add(new float[] {x[i]}, new float[][] {y}, i);
        }

        double meanX = 1001.1;
        double meanY = 3.4;
        double together = 0;
        double spreadX = 0;
        double spreadY = 0;
        for (int i = 0; i < x.length; i++) {
            together += (x[i] - meanX) * (y[i] - meanY);
            spreadX += (x[i] - meanX) * (x[i] - meanX);
            spreadY += (y[i] - meanY) * (y[i] - meanY);
        }
        assertThat(correlations.of(0, 0)).isCloseTo(together / Math.sqrt(spreadX * spreadY), within(1e-12));
    }

    @Test
    void refusesATextWithoutHalves() {
        UnitSearch search = new UnitSearch("search", Planted::of, tokenizer, "abc", TextProperties.ALL, 3);

        assertThat(search.run(JobControl.UNWATCHED)).isInstanceOfSatisfying(JobOutcome.Failed.class,
                failed -> assertThat(failed.message()).isEqualTo("The text has 2 tokens that the model knows, and a search needs at least 4. Take a longer text."));
    }

    @Test
    void stopsInBetween() {
        UnitSearch search = new UnitSearch("search", Planted::of, tokenizer, TEXT, TextProperties.ALL, 3);

        JobOutcome<UnitSearch.Found> outcome = search.run(new JobControl() {
            @Override
            public boolean proceed() {
                return false;
            }

            @Override
            public void report(Progress progress) {}
        });

        assertThat(outcome).isInstanceOfSatisfying(JobOutcome.Stopped.class,
                stopped -> assertThat(((UnitSearch.Found) stopped.resultSoFar()).tokens()).isEqualTo(100));
    }

    @Test
    void readsWhatTheModelKeeps() throws SettingException {
        LanguageModel model = LanguageModel.make("small", tokenizer.vocabulary(), LanguagePlan.RECIPE.with(Map.of("hidden", 5L)).settings());
        Device device = Device.plain();
        String text = TEXT.substring(0, 200);

        UnitSearch.Found found = ((JobOutcome.Finished<UnitSearch.Found>) new UnitSearch(model, text, TextProperties.ALL, 4, device).run(JobControl.UNWATCHED)).result();
        UnitSearch.Unit last = found.byUnit().getLast().unit();
        UnitTrace.Series series = ((JobOutcome.Finished<UnitTrace.Series>) new UnitTrace(model, text, last, device).run(JobControl.UNWATCHED)).result();

        assertThat(found.byUnit()).hasSize(2 * 2 * 5);
        assertThat(last).isEqualTo(new UnitSearch.Unit(model.recurrent().getLast().name(), "c", 4));
        LanguageStream stream = model.stream(device);
        for (int i = 0; i < series.values().length; i++) {
            stream.read(series.pieces().get(i).id());
            assertThat(series.values()[i]).isEqualTo(stream.state(last.stage(), "c")[4]).isBetween(series.least(), series.most());
        }
        assertThat(series.pieces()).hasSize(200);
    }
}
