package tadpole.app.pane.text.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.app.Pump;
import tadpole.app.job.Jobs;
import tadpole.app.job.WorkState;
import tadpole.app.pane.text.TextModel;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Reading;
import tadpole.engine.tensor.Device;

class WriteModelTest {

    private static final LanguageModel WORDS = TextBench.words();

    private final Pump pump = new Pump();
    private final TextModel text = new TextModel(new Desk(new Workspace(), new Jobs(pump), Device.cpu(1), new Messages(), new Theme(Theme.Kind.LIGHT), _ -> { }));
    private final WriteModel model = new WriteModel(text, Runnable::run);

    @BeforeEach
    void reads() {
        text.offer(WORDS);
        text.modelProperty().set(Optional.of(WORDS));
        model.paper().show("The old heron stood on the bridge. The miller went down to the");
        settle();
    }

    private void settle() {
        pump.until(() -> model.reading().settled().isPresent());
    }

    private Reading whole() {
        return model.reading().settled().orElseThrow();
    }

    @Test
    void knowsWhatComesNextAtTheEndAndWhatStandsWhereOnePoints() {
        assertThat(model.placeProperty().get()).isEqualTo(whole().size());
        pump.until(() -> model.reading().expectedProperty().get().filter(each -> each.place() == whole().size()).isPresent());
        assertThat(model.reading().expectedProperty().get().orElseThrow().next().standing()).isEmpty();

        model.point(3);
        pump.until(() -> model.reading().expectedProperty().get().filter(each -> each.place() == 3).isPresent());

        assertThat(model.reading().expectedProperty().get().orElseThrow().next().standing().orElseThrow().id()).isEqualTo(model.read().piece(3).id());
    }

    @Test
    void whatIsReadAfterManyChangesIsWhatIsReadAtOnce() {
        model.paper().put(" bri");
        model.paper().place(4);
        model.paper().put("very ");
        pump.until(() -> model.read().count() > 4);
        model.paper().erase(true);
        model.paper().choose(0, 3);
        model.paper().put("");
        settle();

        ReadSoFar read = model.read();
        double[] step = IntStream.range(1, read.count()).mapToDouble(read::surprise).toArray();
        assertThat(whole().text()).isEqualTo(model.paper().text());
        model.reading().restart();
        settle();
        assertThat(IntStream.range(1, read.count()).mapToDouble(read::surprise).toArray()).isEqualTo(step);
        assertThat(read.perplexity(read.count())).isCloseTo(whole().perplexity().perplexity(), within(1e-6));
    }

    @Nested
    class WhenItWrites {

        @Test
        void sameSeedGivesTheSameTextAndOneStepBackTakesAllOfItAway() {
            String before = model.paper().text();
            model.length().field("length").take(30L);
            model.writeOrPause();
            pump.until(() -> model.stateProperty().get() == WorkState.ENDED);
            settle();
            String first = model.paper().text();

            model.paper().undo();
            assertThat(model.paper().text()).isEqualTo(before);
            settle();
            model.writeOrPause();
            pump.until(() -> model.stateProperty().get() == WorkState.ENDED);

            assertThat(model.paper().text()).isEqualTo(first).isNotEqualTo(before).startsWith(before);
            assertThat(model.paceProperty().get()).startsWith("Wrote ");
        }

        @Test
        void onAnEmptyPageEveryPlaceIsTheReadingsToo() {
            LanguageModel characters = TextBench.characters();
            text.offer(characters);
            text.modelProperty().set(Optional.of(characters));
            model.paper().show("");
            settle();
            model.length().field("length").take(30L);
            model.writeOrPause();
            pump.until(() -> model.stateProperty().get() == WorkState.ENDED);
            settle();

            Reading whole = whole();
            assertThat(model.read().count()).isEqualTo(whole.size()).isGreaterThanOrEqualTo(30);
            assertThat(IntStream.range(0, whole.size()).map(place -> whole.next(place, 5, 0).standing().orElseThrow().id()).toArray())
                    .isEqualTo(IntStream.range(0, whole.size()).map(place -> model.read().piece(place).id()).toArray());
        }

        @Test
        void typingEndsItAndTheTextIsReadAnew() {
            model.length().field("length").take(0L);
            model.writeOrPause();
            pump.until(() -> model.paper().text().length() > 200);
            model.paper().place(0);
            model.paper().put("Once ");
            settle();

            assertThat(model.stateProperty().get().isGoingOn()).isFalse();
            assertThat(whole().text()).isEqualTo(model.paper().text()).startsWith("Once The old heron");
            assertThat(model.read().count()).isEqualTo(whole().size());
        }
    }

    @Test
    void aTokenThatIsTakenReplacesAllBehindIt() {
        int id = WORDS.vocabulary().id("dawn").orElseThrow();
        String before = model.paper().text();
        model.point(4);
        pump.until(() -> model.placeProperty().get() == 4);

        model.choose(id);
        settle();

        assertThat(model.read().count()).isEqualTo(5);
        assertThat(model.read().piece(4).id()).isEqualTo(id);
        assertThat(before).startsWith(model.paper().text().substring(0, model.read().piece(3).to()));
        model.paper().undo();
        assertThat(model.paper().text()).isEqualTo(before);
    }

    @Test
    void theCacheChangesThePerplexityAndPoints() {
        model.paper().show(TextBench.TEXT);
        settle();
        double alone = model.read().perplexity(model.read().count());
        model.setCacheOn(true);
        settle();

        assertThat(model.read().perplexity(model.read().count())).isEqualTo(alone);
        assertThat(model.read().cachedPerplexity(model.read().count())).isNotNaN().isNotEqualTo(alone);
        pump.until(() -> model.reading().expectedProperty().get().filter(each -> !each.next().pointed().isEmpty()).isPresent());
    }

    @Test
    void tuningTakesThePairOfTheLeastPerplexity() {
        model.paper().show(TextBench.TEXT.repeat(2));
        settle();
        model.tune().startOrStop();
        pump.until(() -> model.tune().stateProperty().get() == WorkState.ENDED);

        assertThat(model.tune().gridProperty().get()).isPresent();
        assertThat(text.cacheProperty().get()).isPresent();
        assertThat(text.desk().messages().lastProperty().get().text()).startsWith("Perplexity on the text on the page: ");
    }

    @Test
    void aTakenPairHasNoEndlessDigits() {
        model.tune().take(0.5499999999999999, 0.3);

        assertThat(model.cache().settings().decimal("theta")).isEqualTo(0.55);
        assertThat(model.cache().settings().decimal("lambda")).isEqualTo(0.3);
    }

    @Test
    void threeTemperaturesGoOnFromTheSameText() {
        model.tryLuck();
        pump.until(() -> model.luck().stateProperty().get() == WorkState.ENDED);

        assertThat(model.luck().waysProperty().get()).extracting(LuckModel.Way::temperature).containsExactlyElementsOf(LuckModel.TEMPERATURES);
        assertThat(model.luck().waysProperty().get()).allMatch(way -> way.text().length() > 20);
    }
}
