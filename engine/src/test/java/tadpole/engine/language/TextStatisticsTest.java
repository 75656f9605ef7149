package tadpole.engine.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;

class TextStatisticsTest {

    private static TextStatistics.Figures figures(String text) {
        return ((JobOutcome.Finished<TextStatistics.Figures>) new TextStatistics(TextSource.of("text", text)).run(JobControl.UNWATCHED)).result();
    }

    @Test
    void countWhatIsThere() {
        TextStatistics.Figures figures = figures("Don't go, go!\n\n\uD83D\uDC38\uD83D\uDC38 42\nend");

        assertThat(figures.characters()).isEqualTo(14 + 1 + 6 + 3);
        assertThat(figures.lines()).isEqualTo(4);
        assertThat(figures.emptyLines()).isEqualTo(1);
        assertThat(figures.longestLine()).isEqualTo(13);
        assertThat(figures.longestAt()).isEqualTo(1);
        assertThat(figures.kinds()).isEqualTo(new TextStatistics.Kinds(11, 1, 2, 6, 3, 2));
        assertThat(figures.words()).isEqualTo(9);
        assertThat(figures.differentWords()).isEqualTo(7);
        assertThat(figures.onceOnly()).isEqualTo(5);
        assertThat(figures.byWord().getFirst()).isEqualTo(new TokenCounts.Counted("go", 2));
        assertThat(figures.byCharacter().getFirst()).isEqualTo(new TokenCounts.Counted("\n", 3));
        assertThat(figures.wordsForgotten()).isFalse();
    }

    @Test
    void ofAnEmptyTextAreNone() {
        TextStatistics.Figures figures = figures("");

        assertThat(figures.characters()).isZero();
        assertThat(figures.lines()).isZero();
        assertThat(figures.longestAt()).isZero();
        assertThat(figures.byWord()).isEmpty();
    }

    @Test
    void findALineThatGoesThroughManyParts() {
        TextStatistics.Figures figures = figures("short\n" + "x".repeat(3_000_000) + "\nshort\n");

        assertThat(figures.longestLine()).isEqualTo(3_000_000);
        assertThat(figures.longestAt()).isEqualTo(2);
        assertThat(figures.lines()).isEqualTo(3);
    }

    @Test
    void forgetTheRarestWordsWhereThereAreTooMany() {
        TokenCounts counts = new TokenCounts(Level.WORD, 1000);
        for (int part = 0; part < 20; part++) {
            int first = part * 500;
            counts.add(IntStream.range(first, first + 500).mapToObj(i -> "the w" + i).collect(Collectors.joining(" ")));
        }

        assertThat(counts.forgot()).isTrue();
        assertThat(counts.oftenest()).hasSizeLessThanOrEqualTo(1000).first().isEqualTo(new TokenCounts.Counted("the", 10_000));
        assertThat(counts.tokens()).isEqualTo(20_000);
    }
}
