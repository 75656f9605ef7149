package tadpole.engine.inspect;

import java.util.stream.IntStream;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.layer.Sigmoid;
import tadpole.engine.layer.Tanh;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;

/**
 * tanh(x) = 2 σ(2x) - 1, both sides by the engine's layers over a range. Place i stands at Input(i, 0), the left side at
 * Activation(0, i, 0), σ(2x) at Activation(1, i, 0), the right side at Activation(2, i, 0).
 *
 * @param sigmoid of 2x
 */
public record TanhIdentity(double[] x, double[] tanh, double[] sigmoid) implements Explainer {

    public static TanhIdentity over(double from, double to, int count, Device device) {
        try {
            ActivationGraph left = ActivationGraph.over(Tanh.RECIPE.standard(), from, to, count, device);
            double[] twice = IntStream.range(0, count).mapToDouble(i -> 2 * left.x()[i]).toArray();
            return new TanhIdentity(left.x(), left.value(), ActivationGraph.at(Sigmoid.RECIPE.standard(), twice, device).value());
        } catch (SettingException impossible) {
            throw new IllegalStateException("The engine has no tanh or sigmoid.", impossible);
        }
    }

    /** 2 σ(2x) - 1, in float. */
    public double right(int i) {
        return 2 * (float) sigmoid[i] - 1;
    }

    public double greatestDifference() {
        return IntStream.range(0, x.length).mapToDouble(i -> Math.abs(tanh[i] - right(i))).max().orElse(0);
    }

    public static Address left(int i) {
        return new Address.Activation(0, i, 0);
    }

    public static Address sigmoidAt(int i) {
        return new Address.Activation(1, i, 0);
    }

    public static Address rightAt(int i) {
        return new Address.Activation(2, i, 0);
    }

    @Override
    public Arithmetic explain(Address address) {
        if (address instanceof Address.Input(int i, int index) && index == 0 && isPlace(i)) {
            return Neuron.given(address, Expr.symbol("x"), x[i], "A place on the axis.");
        }
        if (!(address instanceof Address.Activation(int side, int i, int index)) || index != 0 || !isPlace(i) || side < 0 || side > 2) {
            throw new IllegalArgumentException("The identity has no number at " + address + ".");
        }
        Expr at = Expr.number(x[i], new Address.Input(i, 0));
        Expr symbol = Expr.symbol("x");
        return switch (side) {
            case 0 -> new Arithmetic(address, Expr.call(Function.TANH, symbol), tanhOf(symbol), tanhOf(at), tanh[i], "By the engine's layer tanh.");
            case 1 -> new Arithmetic(address, Expr.symbol("s"), sigmoidOf(symbol), sigmoidOf(at), sigmoid[i], "By the engine's layer sigmoid.");
            default -> new Arithmetic(address, Expr.symbol("r"),
                    Expr.minus(Expr.product(Expr.number(2), sigmoidOf(symbol)), Expr.number(1)),
                    Expr.minus(Expr.product(Expr.number(2), Expr.number(sigmoid[i], sigmoidAt(i))), Expr.number(1)), right(i),
                    "(1 - e^-2x) / (1 + e^-2x) = 2 / (1 + e^-2x) - 1, and that is tanh(x).");
        };
    }

    private boolean isPlace(int i) {
        return i >= 0 && i < x.length;
    }

    private static Expr sigmoidOf(Expr x) {
        return Expr.call(Function.SIGMOID, Expr.product(Expr.number(2), x));
    }

    /** (e^x - e^-x) / (e^x + e^-x) */
    private static Expr tanhOf(Expr x) {
        Expr up = Expr.call(Function.EXP, x);
        Expr down = Expr.call(Function.EXP, new Expr.Negative(x));
        return Expr.over(Expr.minus(up, down), Expr.sum(up, down));
    }
}
