package tadpole.engine.evaluation;

import java.util.Arrays;

/**
 * What a network answers to samples of a split at one moment.
 *
 * @param samples    places in the split
 * @param labels     true class of each
 * @param answers    class answered; of a network with a single output any whole number
 * @param confidence of the answered class between 0 and 1, as {@link Shares} has it; of a single output 1 less its distance to the answer
 * @param ofLabel    the same of the true class
 * @param losses     of each sample, as the experiment's loss has it
 * @param classes    how many there are
 */
public record AnswerSheet(int[] samples, int[] labels, int[] answers, float[] confidence, float[] ofLabel, float[] losses, int classes) {

    /** Of nothing. */
    public static AnswerSheet empty(int classes) {
        return new AnswerSheet(new int[0], new int[0], new int[0], new float[0], new float[0], new float[0], classes);
    }

    public int size() {
        return answers.length;
    }

    public boolean isRight(int place) {
        return answers[place] == labels[place];
    }

    /** How many are right. */
    public int right() {
        int right = 0;
        for (int i = 0; i < answers.length; i++) {
            right += isRight(i) ? 1 : 0;
        }
        return right;
    }

    /** Between 0 and 1; 0 for no samples. */
    public double accuracy() {
        return size() == 0 ? 0 : (double) right() / size();
    }

    /** The first so many. */
    AnswerSheet first(int count) {
        return new AnswerSheet(Arrays.copyOf(samples, count), Arrays.copyOf(labels, count), Arrays.copyOf(answers, count),
                Arrays.copyOf(confidence, count), Arrays.copyOf(ofLabel, count), Arrays.copyOf(losses, count), classes);
    }
}
