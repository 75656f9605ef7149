package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

class CorpusMakingTest {

    private static Settings plan(Map<String, Object> changes) {
        try {
            return LanguagePlan.RECIPE.with(changes).settings();
        } catch (SettingException wrong) {
            throw new AssertionError(wrong);
        }
    }

    private static String lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> "line " + i + " of many").collect(Collectors.joining("\n", "", "\n"));
    }

    private static String text(Corpus corpus, int[] ids) {
        return TokenizersTest.written(Tokenizers.of(corpus.vocabulary()), ids);
    }

    @Test
    void keepsTheEndForValidationAndTestAtLines() throws TextException {
        String text = lines(100);

        Corpus corpus = Corpora.of("lines", text, plan(Map.of("validation", 0.2, "test", 0.1)));

        String train = text(corpus, corpus.train());
        String validation = text(corpus, corpus.validation());
        String test = text(corpus, corpus.test());
        assertThat(train + validation + test).isEqualTo(text);
        assertThat(train).endsWith("\n");
        assertThat(validation).startsWith("line ").endsWith("\n");
        assertThat(test).startsWith("line ");
        assertThat(validation.length()).isBetween((int) (0.17 * text.length()), (int) (0.22 * text.length()));
        assertThat(test.length()).isBetween((int) (0.07 * text.length()), (int) (0.1 * text.length()));
    }

    @Test
    void cutsATextWithoutLinesWhereItShould() throws TextException {
        Corpus corpus = Corpora.of("one line", "\uD83D\uDE00".repeat(100), plan(Map.of("validation", 0.105)));

        assertThat(corpus.vocabulary().size()).isOne();
        assertThat(corpus.train().length + corpus.validation().length).isEqualTo(100);
        assertThat(corpus.validation()).hasSizeBetween(10, 11);
        assertThat(corpus.test()).isEmpty();
    }

    @Test
    void learnsItsWordsFromTheTrainingPartOnly() throws TextException {
        Corpus corpus = Corpora.of("words", "a b a b\n".repeat(9) + "c c c c\n", plan(Map.of("level", "word", "validation", 0.1)));

        assertThat(corpus.vocabulary().tokens()).containsExactly("<bos>", "<eos>", "<unk>", "a", "b");
        assertThat(corpus.validation()).containsExactly(2, 2, 2, 2, 1);
        assertThat(corpus.train()[0]).isZero();
    }

    @Test
    void isTheSameFromManyParts() throws TextException {
        String text = lines(200_000);

        Corpus corpus = Corpora.of("large", text, plan(Map.of("validation", 0.5)));

        assertThat(text.length()).isGreaterThan(2 * TextParts.LONGEST);
        assertThat(text(corpus, corpus.train()) + text(corpus, corpus.validation())).isEqualTo(text);
        assertThat(corpus.train()).hasSizeBetween(text.length() / 2 - 1, text.length() / 2 + 30);
    }

    @Test
    void saysWhatItLeftOut() {
        JobOutcome<CorpusMaking.Made> outcome = new CorpusMaking(TextSource.of("big.txt", lines(100)), plan(Map.of()), 500).run(JobControl.UNWATCHED);

        CorpusMaking.Made made = ((JobOutcome.Finished<CorpusMaking.Made>) outcome).result();
        assertThat(made.corpus().train().length + made.corpus().validation().length).isEqualTo(500);
        assertThat(made.notes()).containsExactly("big.txt is too large for the memory of this program: the first 500 characters are taken, the others are left out.");
    }

    @Test
    void refusesTooLittle() {
        assertThatThrownBy(() -> Corpora.of("empty.txt", "", plan(Map.of()))).isInstanceOf(TextException.class)
                .hasMessage("empty.txt leaves 0 characters to learn from, and at least 2 are needed. Open a longer text, or keep less for validation and test.");
        assertThatThrownBy(() -> Corpora.of("empty.txt", "", plan(Map.of("level", "word")))).hasMessageStartingWith("empty.txt leaves 0 words");
        assertThatThrownBy(() -> Corpora.of("one.txt", "x", plan(Map.of("level", "word")))).isInstanceOf(TextException.class)
                .hasMessageStartingWith("one.txt leaves 1 word to learn from");
    }

    @Test
    void takesThreeTexts() throws TextException {
        Corpus corpus = Corpora.of("three", " a b <unk> \n", " b \n", " z \n", plan(Map.of("level", "word", "leastCount", 1L)));

        assertThat(corpus.vocabulary().tokens()).containsExactly("<eos>", "<unk>", "a", "b");
        assertThat(List.of(corpus.train(), corpus.validation(), corpus.test())).containsExactly(new int[] {2, 3, 1, 0}, new int[] {3, 0}, new int[] {1, 0});
    }
}
