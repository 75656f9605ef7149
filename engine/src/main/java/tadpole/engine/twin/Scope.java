package tadpole.engine.twin;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.tensor.Shape;

/**
 * One layer in one step, as it explains itself: its numbers, each also as a leaf of a formula that leads to where the number stands. A
 * twin knows nothing of the layers beside it.
 *
 * @param x  what came in, [n, input shape]
 * @param y  what went out
 * @param dy gradient of the loss by the output
 * @param workings what {@link #once} keeps
 */
public record Scope(Leaves leaves, Names names, DoubleTensor x, DoubleTensor y, DoubleTensor dy, Conditions conditions,
        Map<String, Object> workings) {

    public Scope(Leaves leaves, Names names, DoubleTensor x, DoubleTensor y, DoubleTensor dy, Conditions conditions) {
        this(leaves, names, x, y, dy, conditions, new ConcurrentHashMap<>());
    }

    /** Numbers as leaves of formulas. */
    public interface Leaves {

        Expr input(int sample, int i);

        Expr output(int sample, int i);

        Expr outputGradient(int sample, int i);

        /** How the loss makes the gradient by an output of a batch's only sample; empty where another layer or sample is there. */
        default Optional<Explained> lossGradient(int i) {
            return Optional.empty();
        }

        /** @param k which of the layer's parameters */
        Expr parameter(int k, int i);

        /** The gradient by a number of a parameter, over the batch. */
        Expr parameterGradient(int k, int i);
    }

    /**
     * How the numbers are called.
     *
     * @param parameters such as W and b
     * @param inputs     what stands below the line of each, such as the classes; empty where they have indices only
     * @param outputs    the same of the outputs
     */
    public record Names(String input, String output, List<String> parameters, List<String> inputs, List<String> outputs) {

        public Names {
            parameters = List.copyOf(parameters);
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    public int batch() {
        return x.rows();
    }

    /** Shape of one sample's input. */
    public Shape inputShape() {
        return x.shape().perSample();
    }

    public Shape outputShape() {
        return y.shape().perSample();
    }

    public Expr input(int sample, int i) {
        return leaves.input(sample, i);
    }

    public Expr output(int sample, int i) {
        return leaves.output(sample, i);
    }

    public Expr outputGradient(int sample, int i) {
        return leaves.outputGradient(sample, i);
    }

    public Expr parameter(int k, int i) {
        return leaves.parameter(k, i);
    }

    public Expr parameterGradient(int k, int i) {
        return leaves.parameterGradient(k, i);
    }

    /** What all numbers of this layer need to explain themselves, made at the first time. */
    @SuppressWarnings("unchecked") // a name stands for things of one type
    <T> T once(String name, Supplier<T> maker) {
        Object known = workings.get(name);
        if (known == null) {
            known = maker.get();
            workings.put(name, known);
        }
        return (T) known;
    }

    /** A number of the layer's buffers, such as a running mean; it leads nowhere. */
    public Expr buffer(int k, int i) {
        return Expr.number(conditions.buffers().get(k).at(i));
    }

    public Expr inputSymbol(String... indices) {
        return Expr.symbol(names.input(), indices);
    }

    public Expr inputSymbol(int i) {
        return inputSymbol(names.inputs().isEmpty() ? place(inputShape(), i) : new String[] {names.inputs().get(i)});
    }

    public Expr outputSymbol(int i) {
        return Expr.symbol(names.output(), outputPlace(i));
    }

    public Expr parameterSymbol(int k, String... indices) {
        return Expr.symbol(names.parameters().get(k), indices);
    }

    /** The gradient by an output. */
    public Expr gradientSymbol(String... indices) {
        return Expr.symbol("∂L/∂" + names.output(), indices);
    }

    public Expr gradientSymbol(int i) {
        return gradientSymbol(outputPlace(i));
    }

    /** The gradient by an output of a batch's only sample: where the loss is next, as the loss writes it, p - y. */
    public Explained onlyGradient(int i) {
        return leaves.lossGradient(i).orElseGet(() -> new Explained(gradientSymbol(i), outputGradient(0, i)));
    }

    /** Indices with n before them, for the sample, where the batch has more than one. */
    public String[] ofEverySample(String... indices) {
        return batch() == 1 ? indices : Stream.concat(Stream.of("n"), Arrays.stream(indices)).toArray(String[]::new);
    }

    /** The sum over the samples, where there is more than one. */
    public Expr overSamples(Expr of) {
        return batch() == 1 ? of : new Expr.SumOver("n", of);
    }

    /** What stands below the line of an output's symbol: its class, or its indices. */
    public String[] outputPlace(int i) {
        return names.outputs().isEmpty() ? place(outputShape(), i) : new String[] {names.outputs().get(i)};
    }

    /** The indices of a row-major place, from 0: 5, or 0, 3, 7. */
    public static String[] place(Shape shape, int i) {
        String[] indices = new String[shape.rank()];
        int rest = i;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            indices[axis] = Integer.toString(rest % shape.at(axis));
            rest /= shape.at(axis);
        }
        return indices;
    }
}
