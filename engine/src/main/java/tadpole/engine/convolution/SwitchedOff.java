package tadpole.engine.convolution;

import java.util.Comparator;
import java.util.List;
import tadpole.engine.training.Evaluation;

/**
 * What becomes of a network where one filter of a layer after the other is switched off.
 *
 * @param before  with all of them
 * @param without those that were tried
 * @param filters how many the layer has
 */
public record SwitchedOff(String layer, Judged before, List<Without> without, int filters) {

    /** @param flips how many samples are given another class */
    public record Without(int filter, Evaluation evaluation, int flips) {}

    public SwitchedOff {
        without = List.copyOf(without);
    }

    /** The one that matters most first: without which the fewest are right, and of equal ones the loss is the greatest. */
    public List<Without> ranking() {
        return without.stream().sorted(Comparator.comparingInt((Without each) -> each.evaluation().correct())
                .thenComparing(Comparator.comparingDouble((Without each) -> each.evaluation().loss()).reversed())).toList();
    }
}
