package tadpole.engine.training;

import tadpole.engine.tensor.Tensor;

/** What a network's outputs say. */
public final class Answers {

    private Answers() {}

    /** The class with the greatest output, the first of equal ones; of a single output the nearest whole number. */
    public static int answer(Tensor outputs, int row) {
        int columns = outputs.shape().at(1);
        float[] data = outputs.data();
        if (columns == 1) {
            return Math.round(data[row]);
        }
        int best = 0;
        for (int j = 1; j < columns; j++) {
            if (data[row * columns + j] > data[row * columns + best]) {
                best = j;
            }
        }
        return best;
    }

    /** How many rows answer their label. */
    static int correct(Tensor outputs, int[] labels, int count) {
        int correct = 0;
        for (int i = 0; i < count; i++) {
            correct += answer(outputs, i) == labels[i] ? 1 : 0;
        }
        return correct;
    }
}
