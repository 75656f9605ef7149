package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * One neuron at work: the engine's linear layer of one unit and an activation. Inputs stand at Input(0, i), weights at Weight("w", i), the
 * bias at Weight("b", 0), the sum z at Activation(0, 0, 0), the output at Activation(1, 0, 0).
 *
 * @param z     weighted sum and bias
 * @param a     what comes out
 * @param slope of the activation at z
 */
public record Neuron(NeuronPlan plan, double z, double a, double slope) implements Explainer {

    public static final Address SUM = new Address.Activation(0, 0, 0);
    public static final Address OUTPUT = new Address.Activation(1, 0, 0);

    public static Neuron of(NeuronPlan plan, Device device) {
        try {
            float[] z = linear(plan.inputs(), plan.weights(), List.of(plan.bias()), device);
            ActivationGraph at = ActivationGraph.at(plan.activation(), new double[] {z[0]}, device);
            return new Neuron(plan, z[0], at.value()[0], at.slope()[0]);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked activation was refused.", impossible);
        }
    }

    /** What the engine's linear layer makes of an input: W x + b, W row after row. */
    static float[] linear(List<Double> input, List<Double> weight, List<Double> bias, Device device) throws SettingException {
        Spec spec = Linear.RECIPE.with(Map.of("out", (long) bias.size()));
        Network network = Network.build(Shape.of(input.size()), List.of(spec), new Seed(0));
        set(network.parameters().get(0), weight);
        set(network.parameters().get(1), bias);
        Tensor y = network.forward(Tensor.of(Shape.of(1, input.size()), floats(input)), Pass.evaluation(device));
        return Arrays.copyOf(y.data(), bias.size());
    }

    private static void set(Parameter parameter, List<Double> values) {
        parameter.value().set(Tensor.of(parameter.value().shape(), floats(values)));
        parameter.changed();
    }

    private static float[] floats(List<Double> values) {
        return ActivationGraph.floats(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Input(int sample, int i) when sample == 0 && i < plan.inputs().size() ->
                    given(address, Expr.symbol("x", Integer.toString(i + 1)), plan.inputs().get(i), "An input: what the neuron is told.");
            case Address.Weight(String name, int i) when name.equals("w") && i < plan.weights().size() ->
                    given(address, Expr.symbol("w", Integer.toString(i + 1)), plan.weights().get(i), "A weight: how much this input counts.");
            case Address.Weight(String name, int i) when name.equals("b") && i == 0 ->
                    given(address, Expr.symbol("b"), plan.bias(), "The bias: what the neuron says when all inputs are 0.");
            case Address.Activation at when at.equals(SUM) -> sum();
            case Address.Activation at when at.equals(OUTPUT) -> output(address, plan.activation(), z, SUM, a);
            default -> throw new IllegalArgumentException("This neuron has no number at " + address + ".");
        };
    }

    private Arithmetic sum() {
        List<Expr> symbols = new ArrayList<>();
        List<Expr> numbers = new ArrayList<>();
        for (int i = 0; i < plan.inputs().size(); i++) {
            String place = Integer.toString(i + 1);
            symbols.add(Expr.product(Expr.symbol("w", place), Expr.symbol("x", place)));
            numbers.add(Expr.product(Expr.number((float) (double) plan.weights().get(i), new Address.Weight("w", i)),
                    Expr.number((float) (double) plan.inputs().get(i), new Address.Input(0, i))));
        }
        symbols.add(Expr.symbol("b"));
        numbers.add(Expr.number((float) plan.bias(), new Address.Weight("b", 0)));
        return new Arithmetic(SUM, Expr.symbol("z"), new Expr.Sum(symbols), new Expr.Sum(numbers), z, "Each input times its weight, and the bias.");
    }

    static Arithmetic given(Address address, Expr name, double value, String note) {
        return new Arithmetic(address, name, name, Expr.number((float) value, address), (float) value, note);
    }

    /** What an activation makes of a number that stands somewhere. */
    static Arithmetic output(Address address, Spec activation, double z, Address source, double value) {
        Expr name = Expr.symbol("a");
        Expr symbol = Expr.symbol("z");
        Expr number = Expr.number(z, source);
        return switch (activation.type()) {
            case "relu" -> new Arithmetic(address, name, max(Expr.number(0), symbol), max(Expr.number(0), number), value, "");
            case "leakyRelu" -> {
                Expr slope = Expr.number((float) activation.settings().decimal("slope"));
                yield z > 0 ? new Arithmetic(address, name, symbol, number, value, "Above zero it lets pass.")
                        : new Arithmetic(address, name, Expr.product(slope, symbol), Expr.product(slope, number), value, "Below zero it flattens.");
            }
            case "sigmoid" -> new Arithmetic(address, name, sigmoid(symbol), sigmoid(number), value, "");
            case "tanh" -> new Arithmetic(address, name, Expr.call(Function.TANH, symbol), Expr.call(Function.TANH, number), value, "");
            case "silu" -> new Arithmetic(address, name, Expr.product(symbol, sigmoid(symbol)), Expr.product(number, sigmoid(number)), value, "");
            case "gelu" -> new Arithmetic(address, name, Expr.product(symbol, Expr.symbol("P")),
                    Expr.product(number, Expr.number(z == 0 ? 0.5 : value / z)), value, "P(z) is the share of the normal distribution below z: (1 + erf(z / √2)) / 2.");
            default -> new Arithmetic(address, name, Expr.symbol("f"), Expr.number(value), value, "As the engine's layer " + activation.type() + " computes it.");
        };
    }

    private static Expr sigmoid(Expr x) {
        return Expr.call(Function.SIGMOID, x);
    }

    private static Expr max(Expr one, Expr other) {
        return Expr.call(Function.MAX, one, other);
    }
}
