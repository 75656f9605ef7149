package tadpole.engine.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * What a network answered to samples at several moments.
 *
 * @param steps      of the moments, ascending
 * @param samples    places in the split
 * @param labels     true class of each sample
 * @param answers    [moment][sample]
 * @param confidence of the answered class, [moment][sample]
 * @param ofLabel    of the true class, [moment][sample]
 */
public record AnswerHistory(long[] steps, int[] samples, int[] labels, int[][] answers, float[][] confidence, float[][] ofLabel) {

    /** How often the answer to a sample was another than at the moment before. */
    public int changes(int place) {
        return (int) IntStream.range(1, steps.length).filter(i -> answers[i][place] != answers[i - 1][place]).count();
    }

    /** Places of the samples whose answer changed, most often first, then in their order. */
    public int[] mostChanged() {
        int[] changes = IntStream.range(0, samples.length).map(this::changes).toArray();
        return IntStream.range(0, samples.length).filter(i -> changes[i] > 0).boxed()
                .sorted(Comparator.comparingInt(i -> -changes[i])).mapToInt(Integer::intValue).toArray();
    }
}
