package tadpole.engine.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.evaluation.Confusion.Pair;

class ConfusionTest {

    private static AnswerSheet sheet(int[] labels, int[] answers, float[] confidence, float[] losses, int classes) {
        return new AnswerSheet(IntStream.range(0, labels.length).toArray(), labels, answers, confidence, new float[labels.length], losses, classes);
    }

    private static AnswerSheet sheet(int[] labels, int[] answers, int classes) {
        return sheet(labels, answers, new float[labels.length], new float[labels.length], classes);
    }

    /** Answers from -1 to classes: a single output may give what is no class. */
    private static AnswerSheet random(int size, int classes) {
        SplittableRandom random = new SplittableRandom(5);
        float[] confidence = new float[size];
        float[] losses = new float[size];
        for (int i = 0; i < size; i++) {
            confidence[i] = random.nextInt(50) / 50f;
            losses[i] = random.nextInt(50) / 7f;
        }
        return sheet(random.ints(size, 0, classes).toArray(), random.ints(size, -1, classes + 1).toArray(), confidence, losses, classes);
    }

    @Test
    void countsAsPlainLoopsDo() {
        AnswerSheet sheet = random(2000, 7);
        Confusion confusion = Confusion.of(sheet);

        int beyond = 0;
        for (int label = 0; label < 7; label++) {
            int samples = 0;
            int answered = 0;
            for (int answer = 0; answer < 7; answer++) {
                int count = 0;
                for (int i = 0; i < sheet.size(); i++) {
                    count += sheet.labels()[i] == label && sheet.answers()[i] == answer ? 1 : 0;
                }
                assertThat(confusion.count(label, answer)).isEqualTo(count);
            }
            for (int i = 0; i < sheet.size(); i++) {
                samples += sheet.labels()[i] == label ? 1 : 0;
                answered += sheet.answers()[i] == label ? 1 : 0;
                beyond += sheet.labels()[i] == label && (sheet.answers()[i] < 0 || sheet.answers()[i] > 6) ? 1 : 0;
            }
            assertThat(confusion.samples(label)).isEqualTo(samples);
            assertThat(confusion.answered(label)).isEqualTo(answered);
            assertThat(confusion.recall(label)).isEqualTo((double) confusion.count(label, label) / samples);
            assertThat(confusion.precision(label)).isEqualTo((double) confusion.count(label, label) / answered);
        }
        assertThat(Arrays.stream(confusion.beyond()).sum()).isEqualTo(beyond).isPositive();
        assertThat(confusion.total()).isEqualTo(2000);
        assertThat(confusion.right()).isEqualTo(sheet.right());
        assertThat(sheet.accuracy()).isEqualTo(sheet.right() / 2000.0);
    }

    @Test
    void theMostFrequentMistakeIsFirst() {
        Confusion confusion = Confusion.of(sheet(new int[] {0, 0, 0, 1, 1, 2, 2, 2}, new int[] {0, 1, 1, 2, 0, 1, 1, 2}, 3));

        assertThat(confusion.pairs()).isEqualTo(List.of(new Pair(0, 1, 2), new Pair(2, 1, 2), new Pair(1, 0, 1), new Pair(1, 2, 1)));
        assertThat(confusion.most()).isEqualTo(2);
    }

    @Test
    void ofNothingAndOfAllRight() {
        Confusion none = Confusion.of(AnswerSheet.empty(3));
        assertThat(none.total()).isZero();
        assertThat(none.recall(1)).isNaN();
        assertThat(none.precision(1)).isNaN();
        assertThat(AnswerSheet.empty(3).accuracy()).isZero();

        Confusion right = Confusion.of(sheet(new int[] {0, 1, 1}, new int[] {0, 1, 1}, 2));
        assertThat(right.pairs()).isEmpty();
        assertThat(right.most()).isZero();
    }

    @Test
    void rankingsAgreeWithLookingThroughAll() {
        AnswerSheet sheet = random(500, 4);

        int[] hardest = Ranking.HARDEST.of(sheet);
        assertThat(hardest).hasSize(500).doesNotHaveDuplicates();
        int[] wrong = Ranking.SURE_AND_WRONG.of(sheet);
        int[] right = Ranking.UNSURE_AND_RIGHT.of(sheet);
        assertThat(wrong.length + right.length).isEqualTo(500);
        assertThat(right).hasSize(sheet.right());
        for (int i = 1; i < 500; i++) {
            assertThat(sheet.losses()[hardest[i]]).isLessThanOrEqualTo(sheet.losses()[hardest[i - 1]]);
            if (sheet.losses()[hardest[i]] == sheet.losses()[hardest[i - 1]]) {
                assertThat(hardest[i]).isGreaterThan(hardest[i - 1]);
            }
        }
        for (int i = 0; i < wrong.length; i++) {
            assertThat(sheet.isRight(wrong[i])).isFalse();
            assertThat(i == 0 || sheet.confidence()[wrong[i]] <= sheet.confidence()[wrong[i - 1]]).isTrue();
        }
        for (int i = 0; i < right.length; i++) {
            assertThat(sheet.isRight(right[i])).isTrue();
            assertThat(i == 0 || sheet.confidence()[right[i]] >= sheet.confidence()[right[i - 1]]).isTrue();
        }
        assertThat(Ranking.cell(sheet, 1, 2)).hasSize(Confusion.of(sheet).count(1, 2));
        assertThat(IntStream.of(Ranking.cell(sheet, 1, 2))).allMatch(i -> sheet.labels()[i] == 1 && sheet.answers()[i] == 2);
    }

    @Test
    void aLossThatIsNoNumberIsTheHardest() {
        AnswerSheet sheet = sheet(new int[3], new int[3], new float[3], new float[] {1, Float.NaN, 2}, 2);

        assertThat(Ranking.HARDEST.of(sheet)).containsExactly(1, 2, 0);
    }
}
