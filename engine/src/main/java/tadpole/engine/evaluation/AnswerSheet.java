package tadpole.engine.evaluation;

/**
 * What a network answers to every sample of a split at one moment, in the split's order.
 *
 * @param labels     true class of each
 * @param answers    class answered
 * @param confidence probability of the answered class, 0 to 1 (softmax of the outputs where the loss works on them)
 * @param ofLabel    probability of the true class
 * @param classes    how many there are
 */
public record AnswerSheet(int[] labels, int[] answers, float[] confidence, float[] ofLabel, int classes) {}
