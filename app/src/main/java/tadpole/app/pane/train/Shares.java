package tadpole.app.pane.train;

import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.MeanSquaredError;
import tadpole.engine.tensor.Tensor;

/** How a network's outputs become bars between 0 and 1. */
enum Shares {
    /** Scores: softmax makes them probabilities. */
    SCORES,
    PROBABILITIES,
    LOG_PROBABILITIES,
    /** Trained toward 0 and 1: what lies outside is cut. */
    VALUES;

    static Shares of(Network network, String loss) {
        String last = network.stages().isEmpty() ? "" : network.stages().getLast().spec().type();
        if (last.equals(Softmax.RECIPE.type())) {
            return PROBABILITIES;
        }
        if (last.equals(LogSoftmax.RECIPE.type())) {
            return LOG_PROBABILITIES;
        }
        return loss.equals(MeanSquaredError.RECIPE.type()) ? VALUES : SCORES;
    }

    /** None for a network with a single output, which names its class by a number. */
    float[] of(Tensor outputs, int row) {
        int classes = outputs.shape().at(1);
        float[] shares = new float[classes == 1 ? 0 : classes];
        for (int j = 0; j < shares.length; j++) {
            float output = outputs.data()[row * classes + j];
            shares[j] = switch (this) {
                case SCORES, PROBABILITIES -> output;
                case LOG_PROBABILITIES -> (float) Math.exp(output);
                case VALUES -> Math.clamp(output, 0f, 1f);
            };
        }
        return this == SCORES ? softmax(shares) : shares;
    }

    private static float[] softmax(float[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (float score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        for (int j = 0; j < scores.length; j++) {
            scores[j] = (float) (Math.exp(scores[j] - most) / sum);
        }
        return scores;
    }
}
