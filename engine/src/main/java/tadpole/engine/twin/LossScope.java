package tadpole.engine.twin;

import java.util.List;
import tadpole.engine.formula.Expr;
import tadpole.engine.loss.Target;

/**
 * A loss in one step, as it explains itself.
 *
 * @param outputs    of the network, [n, outputs]
 * @param outputName their symbol: that of the last layer
 * @param names      of the outputs, such as classes; empty where they have numbers only
 */
public record LossScope(Leaves leaves, DoubleTensor outputs, Target target, String outputName, List<String> names) {

    /** Numbers as leaves of formulas. */
    public interface Leaves {

        Expr output(int sample, int j);

        /** Of the softmax inside. */
        Expr probability(int sample, int j);
    }

    public LossScope {
        names = List.copyOf(names);
    }

    public int batch() {
        return outputs.rows();
    }

    public int columns() {
        return outputs.columns();
    }

    public Expr output(int sample, int j) {
        return leaves.output(sample, j);
    }

    public Expr probability(int sample, int j) {
        return leaves.probability(sample, j);
    }

    public int label(int sample) {
        return Labels.of(target, sample);
    }

    /** The target's own number; of a class 1 at the class, else 0. */
    Expr wanted(int sample, int j) {
        return Expr.number(Labels.oneHot(target, sample, j, columns()));
    }

    /** What stands below the line of an output's symbol: its class or its number. */
    public String place(int j) {
        return names.isEmpty() ? Integer.toString(j) : names.get(j);
    }

    public Expr symbol(String name, int j) {
        return Expr.symbol(name, place(j));
    }

    Expr outputSymbol(int j) {
        return symbol(outputName, j);
    }

    /** Divided by the size of the batch, where it has more than one sample. */
    Expr mean(Expr sum) {
        return batch() == 1 ? sum : Expr.over(sum, Expr.number(batch()));
    }

    Expr meanSymbol(Expr sum) {
        return batch() == 1 ? sum : Expr.over(sum, Expr.symbol("N"));
    }
}
