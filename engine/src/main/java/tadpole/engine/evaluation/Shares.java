package tadpole.engine.evaluation;

import java.util.Arrays;
import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.loss.SigmoidCrossEntropy;
import tadpole.engine.loss.SumOfSquares;
import tadpole.engine.tensor.Tensor;

/** How a network's outputs become numbers between 0 and 1, one a class, as its last layer and its loss mean them. */
public enum Shares {
    /** Scores: softmax makes them probabilities. */
    SCORES,
    /** Scores of yes or no for each class by itself: a sigmoid each; they need not sum to 1. */
    LOGITS,
    PROBABILITIES,
    LOG_PROBABILITIES,
    /** Trained toward 0 and 1: what lies outside is cut. */
    VALUES;

    /** @param loss its type, such as "crossEntropy" */
    public static Shares of(Network network, String loss) {
        String last = network.stages().isEmpty() ? "" : network.stages().getLast().spec().type();
        if (last.equals(Softmax.RECIPE.type())) {
            return PROBABILITIES;
        }
        if (last.equals(LogSoftmax.RECIPE.type())) {
            return LOG_PROBABILITIES;
        }
        if (loss.equals(SigmoidCrossEntropy.RECIPE.type())) {
            return LOGITS;
        }
        return loss.equals(MeanSquaredError.RECIPE.type()) || loss.equals(SumOfSquares.RECIPE.type()) ? VALUES : SCORES;
    }

    /** Of one row of outputs [n, classes]; none for a network with a single output, which names its class by a number. */
    public float[] of(Tensor outputs, int row) {
        int classes = outputs.shape().at(1);
        float[] shares = new float[classes == 1 ? 0 : classes];
        of(outputs, row, shares);
        return shares;
    }

    /** Writes them; as many as fit. */
    void of(Tensor outputs, int row, float[] into) {
        int classes = outputs.shape().at(1);
        for (int j = 0; j < into.length; j++) {
            float output = outputs.data()[row * classes + j];
            into[j] = switch (this) {
                case SCORES, PROBABILITIES -> output;
                case LOGITS -> (float) (1 / (1 + Math.exp(-output)));
                case LOG_PROBABILITIES -> (float) Math.exp(output);
                case VALUES -> Math.clamp(output, 0f, 1f);
            };
        }
        if (this == SCORES) {
            softmax(into);
        }
    }

    /** A score that is no number leaves none. */
    private static void softmax(float[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        if (!Double.isFinite(sum)) {
            Arrays.fill(scores, Float.NaN);
            return;
        }
        for (int j = 0; j < scores.length; j++) {
            scores[j] = (float) (Math.exp(scores[j] - most) / sum);
        }
    }
}
