package tadpole.engine.formula;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The functions that formulas call. */
public enum Function {
    EXP("exp", x -> Math.exp(x[0])),
    LN("ln", x -> Math.log(x[0])),
    SQRT("√", x -> Math.sqrt(x[0])),
    TANH("tanh", x -> Math.tanh(x[0])),
    SIGMOID("σ", x -> 1 / (1 + Math.exp(-x[0]))),
    ABS("abs", x -> Math.abs(x[0])),
    SIGN("sign", x -> Math.signum(x[0])),
    /** Of any number of arguments. */
    MAX("max", x -> Arrays.stream(x).max().orElseThrow());

    private final String label;
    private final ToDoubleFunction<double[]> arithmetic;

    Function(String label, ToDoubleFunction<double[]> arithmetic) {
        this.label = label;
        this.arithmetic = arithmetic;
    }

    /** As people write it. */
    public String label() {
        return label;
    }

    double of(double... arguments) {
        return arithmetic.applyAsDouble(arguments);
    }
}
