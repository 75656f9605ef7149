package tadpole.app.xray;

import java.util.List;
import java.util.stream.IntStream;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.inspect.Arithmetic;
import tadpole.engine.inspect.Explainer;

/** A linear softmax by hand with 3 outputs, of any number of inputs. */
final class FakeStep implements Explainer {

    private static final int CLASSES = 3;

    private final double[] inputs;
    private final double[] weights;

    FakeStep(int inputs, double scale) {
        this.inputs = IntStream.range(0, inputs).mapToDouble(i -> (float) (scale * Math.sin(i + 1.0))).toArray();
        this.weights = IntStream.range(0, CLASSES * inputs).mapToDouble(i -> (float) (0.1 * Math.cos(3.0 * i))).toArray();
    }

    double[] weights() {
        return weights;
    }

    double[] inputs() {
        return inputs;
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Input(int sample, int index) when index < inputs.length -> given(address, Expr.symbol("x", "" + index), inputs[index]);
            case Address.Weight(String _, int index) when index < weights.length ->
                    given(address, Expr.symbol("W", "" + index / inputs.length, "" + index % inputs.length), weights[index]);
            case Address.Activation(int _, int _, int index) when index < CLASSES -> output(address, index);
            case Address.Probability(int _, int index) when index < CLASSES -> probability(address, index);
            case Address.WeightGradient(String _, int index) when index < weights.length -> gradient(address, index);
            default -> throw new IllegalArgumentException("There is no number at " + address + ".");
        };
    }

    private static Arithmetic given(Address address, Expr name, double value) {
        return new Arithmetic(address, name, name, Expr.number(value), value, "Given, not computed.");
    }

    private Arithmetic output(Address address, int output) {
        Expr numbers = new Expr.Sum(IntStream.range(0, inputs.length).mapToObj(i -> Expr.product(
                Expr.number(weights[output * inputs.length + i], new Address.Weight("linear1.weight", output * inputs.length + i)),
                Expr.number(inputs[i], new Address.Input(0, i)))).toList());
        Expr symbols = new Expr.SumOver("i", Expr.product(Expr.symbol("W", "" + output, "i"), Expr.symbol("x", "i")));
        return new Arithmetic(address, Expr.symbol("z", "" + output), symbols, numbers, (float) numbers.value(), "");
    }

    private double z(int output) {
        return output(new Address.Activation(0, 0, output), output).value();
    }

    private Arithmetic probability(Address address, int output) {
        List<Expr> all = IntStream.range(0, CLASSES).mapToObj(k -> exp(Expr.number(z(k), new Address.Activation(0, 0, k)))).toList();
        Expr numbers = Expr.over(all.get(output), new Expr.Sum(all));
        Expr symbols = Expr.over(exp(Expr.symbol("z", "" + output)), new Expr.SumOver("k", exp(Expr.symbol("z", "k"))));
        return new Arithmetic(address, Expr.symbol("p", "" + output), symbols, numbers, (float) numbers.value(), "");
    }

    private static Expr exp(Expr of) {
        return Expr.call(Function.EXP, of);
    }

    private Arithmetic gradient(Address address, int index) {
        int output = index / inputs.length;
        int input = index % inputs.length;
        double p = probability(new Address.Probability(0, output), output).value();
        Expr numbers = Expr.product(
                Expr.minus(Expr.number(p, new Address.Probability(0, output)), Expr.number(output == 1 ? 1 : 0)),
                Expr.number(inputs[input], new Address.Input(0, input)));
        Expr symbols = Expr.product(
                Expr.minus(Expr.symbol("p", "" + output), Expr.symbol("y", "" + output)), Expr.symbol("x", "" + input));
        return new Arithmetic(address, Expr.over(Expr.symbol("∂loss"), Expr.symbol("∂W", "" + output, "" + input)), symbols, numbers,
                (float) numbers.value(), "");
    }
}
