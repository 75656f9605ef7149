package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.inspect.NeuronPlan.Stack;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

/**
 * Two linear layers made one: W = W2 W1 and b = W2 b1 + b2. Weights stand at Weight("W1", i), ("b1", i), ("W2", i), ("b2", i), ("W", i) and
 * ("b", i), row after row; the hidden sums at Activation(0, 0, j), what the activation makes of them at Activation(1, 0, j), the outputs of
 * both layers at Activation(2, 0, k), those of the one layer at Activation(3, 0, k).
 *
 * @param weight [outputs, inputs], computed in double
 * @param hidden sums of the first layer, by the engine
 * @param bent   the same after the activation, or as they are
 * @param deep   outputs of both layers, by the engine
 * @param flat   outputs of the one layer, by the engine
 */
public record Collapse(
        Stack stack, Spec activation, List<Double> weight, List<Double> bias, double[] hidden, double[] bent, double[] deep, double[] flat)
        implements Explainer {

    public static Collapse of(Stack stack, Spec activation, Device device) {
        int inputs = stack.input().size();
        List<Double> weight = new ArrayList<>();
        List<Double> bias = new ArrayList<>();
        for (int k = 0; k < stack.bias2().size(); k++) {
            for (int i = 0; i < inputs; i++) {
                weight.add(product(stack, k, i));
            }
            bias.add(bias(stack, k));
        }
        try {
            double[] hidden = doubles(Neuron.linear(stack.input(), stack.weight1(), stack.bias1(), device));
            double[] bent = stack.between() ? ActivationGraph.at(activation, hidden, device).value() : hidden;
            double[] deep = doubles(Neuron.linear(IntStream.range(0, bent.length).mapToObj(i -> bent[i]).toList(), stack.weight2(), stack.bias2(), device));
            return new Collapse(stack, activation, weight, bias, hidden, bent, deep, doubles(Neuron.linear(stack.input(), weight, bias, device)));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked activation was refused.", impossible);
        }
    }

    private static double product(Stack stack, int k, int i) {
        int hidden = stack.bias1().size();
        return IntStream.range(0, hidden).mapToDouble(j -> stack.weight2().get(k * hidden + j) * stack.weight1().get(j * stack.input().size() + i)).sum();
    }

    private static double bias(Stack stack, int k) {
        int hidden = stack.bias1().size();
        return IntStream.range(0, hidden).mapToDouble(j -> stack.weight2().get(k * hidden + j) * stack.bias1().get(j)).sum() + stack.bias2().get(k);
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }

    public double greatestDifference() {
        return IntStream.range(0, deep.length).mapToDouble(k -> Math.abs(deep[k] - flat[k])).max().orElse(0);
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Input(int sample, int i) when sample == 0 && i < stack.input().size() ->
                    Neuron.given(address, symbol("x", i), stack.input().get(i), "");
            case Address.Weight(String name, int i) -> weight(address, name, i);
            case Address.Activation(int layer, int sample, int i) when sample == 0 -> activation(address, layer, i);
            default -> throw new IllegalArgumentException("The two layers have no number at " + address + ".");
        };
    }

    private Arithmetic weight(Address address, String name, int i) {
        int inputs = stack.input().size();
        return switch (name) {
            case "W1" -> Neuron.given(address, symbol(name, i / inputs, i % inputs), stack.weight1().get(i), "");
            case "b1" -> Neuron.given(address, symbol(name, i), stack.bias1().get(i), "");
            case "W2" -> Neuron.given(address, symbol(name, i / hiddens(), i % hiddens()), stack.weight2().get(i), "");
            case "b2" -> Neuron.given(address, symbol(name, i), stack.bias2().get(i), "");
            case "W" -> row(address, symbol("W", i / inputs, i % inputs), i / inputs, "W1", inputs, i % inputs, weight.get(i));
            case "b" -> row(address, symbol("b", i), i, "b1", 1, 0, bias.get(i));
            default -> throw new IllegalArgumentException("The two layers have no number at " + address + ".");
        };
    }

    /** Row k of W2 times a column of what stands row after row under that name; of b1 with b2 added. */
    private Arithmetic row(Address address, Expr name, int k, String of, int width, int column, double value) {
        List<Expr> symbols = new ArrayList<>();
        List<Expr> numbers = new ArrayList<>();
        boolean biases = of.equals("b1");
        for (int j = 0; j < hiddens(); j++) {
            int at = j * width + column;
            symbols.add(Expr.product(symbol("W2", k, j), biases ? symbol(of, j) : symbol(of, j, column)));
            numbers.add(Expr.product(number(stack.weight2().get(k * hiddens() + j), "W2", k * hiddens() + j),
                    number((biases ? stack.bias1() : stack.weight1()).get(at), of, at)));
        }
        if (biases) {
            symbols.add(symbol("b2", k));
            numbers.add(number(stack.bias2().get(k), "b2", k));
        }
        return new Arithmetic(address, name, new Expr.Sum(symbols), new Expr.Sum(numbers), value,
                biases ? "W2 times b1, plus b2: the bias of the one layer." : "Row of W2 times column of W1: a weight of the one layer.");
    }

    private Arithmetic activation(Address address, int layer, int i) {
        return switch (layer) {
            case 0 -> sum(address, symbol("h", i), "W1", stack.weight1(), "b1", stack.bias1(), i, doublesOf(stack.input()), false, hidden[i]);
            case 1 -> stack.between() ? Neuron.output(address, activation, hidden[i], new Address.Activation(0, 0, i), bent[i])
                    : new Arithmetic(address, symbol("a", i), symbol("h", i), Expr.number(hidden[i], new Address.Activation(0, 0, i)), bent[i],
                            "Nothing stands between the layers.");
            case 2 -> sum(address, symbol("y", i), "W2", stack.weight2(), "b2", stack.bias2(), i, bent, true, deep[i]);
            case 3 -> sum(address, symbol("y", i), "W", weight, "b", bias, i, doublesOf(stack.input()), false, flat[i]);
            default -> throw new IllegalArgumentException("The two layers have no number at " + address + ".");
        };
    }

    private Arithmetic sum(Address address, Expr name, String weights, List<Double> w, String biases, List<Double> b, int row, double[] input,
            boolean ofHidden, double value) {
        List<Expr> symbols = new ArrayList<>();
        List<Expr> numbers = new ArrayList<>();
        for (int i = 0; i < input.length; i++) {
            int at = row * input.length + i;
            symbols.add(Expr.product(symbol(weights, row, i), symbol(ofHidden ? "a" : "x", i)));
            Address source = ofHidden ? new Address.Activation(1, 0, i) : new Address.Input(0, i);
            numbers.add(Expr.product(number(w.get(at), weights, at), Expr.number((float) input[i], source)));
        }
        symbols.add(symbol(biases, row));
        numbers.add(number(b.get(row), biases, row));
        return new Arithmetic(address, name, new Expr.Sum(symbols), new Expr.Sum(numbers), value, "");
    }

    private int hiddens() {
        return stack.bias1().size();
    }

    private static double[] doublesOf(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Expr number(double value, String name, int index) {
        return Expr.number(value, new Address.Weight(name, index));
    }

    private static Expr symbol(String name, int... places) {
        return Expr.symbol(name, IntStream.of(places).map(place -> place + 1).mapToObj(Integer::toString).toArray(String[]::new));
    }
}
