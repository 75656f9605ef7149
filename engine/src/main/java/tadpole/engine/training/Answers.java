package tadpole.engine.training;

import tadpole.engine.loss.Target;
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

    /** How many rows answer their class; {@link Evaluation#NO_CLASSES} where numbers are to come out. */
    static int correct(Tensor outputs, Target target) {
        return switch (target) {
            case Target.Values _ -> Evaluation.NO_CLASSES;
            case Target.Classes(int[] labels, int count) -> correct(outputs, labels, count);
        };
    }

    private static int correct(Tensor outputs, int[] labels, int count) {
        int correct = 0;
        for (int i = 0; i < count; i++) {
            correct += answer(outputs, i) == labels[i] ? 1 : 0;
        }
        return correct;
    }
}
