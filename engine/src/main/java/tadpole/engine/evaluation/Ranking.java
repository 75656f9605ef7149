package tadpole.engine.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Which samples of a sheet one looks at first. Ties go by the order of the sheet. */
public enum Ranking {
    /** The greatest loss first, right ones too; a loss that is no number before all. */
    HARDEST,
    /** Wrong ones, the surest answer first. */
    SURE_AND_WRONG,
    /** Right ones, the least sure answer first. */
    UNSURE_AND_RIGHT;

    /** Places in the sheet. */
    public int[] of(AnswerSheet sheet) {
        return switch (this) {
            case HARDEST -> sorted(IntStream.range(0, sheet.size()), Comparator.comparingDouble(i -> -key(sheet.losses()[i])));
            case SURE_AND_WRONG -> sorted(IntStream.range(0, sheet.size()).filter(i -> !sheet.isRight(i)),
                    Comparator.comparingDouble(i -> -sheet.confidence()[i]));
            case UNSURE_AND_RIGHT -> sorted(IntStream.range(0, sheet.size()).filter(sheet::isRight),
                    Comparator.comparingDouble(i -> sheet.confidence()[i]));
        };
    }

    /** Samples of a class that were answered as a class, the surest first. */
    public static int[] cell(AnswerSheet sheet, int label, int answer) {
        return sorted(IntStream.range(0, sheet.size()).filter(i -> sheet.labels()[i] == label && sheet.answers()[i] == answer),
                Comparator.comparingDouble(i -> -sheet.confidence()[i]));
    }

    private static float key(float loss) {
        return Float.isNaN(loss) ? Float.POSITIVE_INFINITY : loss;
    }

    private static int[] sorted(IntStream places, Comparator<Integer> order) {
        return places.boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }
}
