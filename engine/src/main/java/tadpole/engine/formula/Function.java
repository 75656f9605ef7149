package tadpole.engine.formula;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** The functions that formulas call. */
public enum Function {
    EXP("exp", x -> Math.exp(x[0])),
    LN("ln", x -> Math.log(x[0])),
    SQRT("√", x -> Math.sqrt(x[0])),
    SIN("sin", x -> StrictMath.sin(x[0])),
    TANH("tanh", x -> Math.tanh(x[0])),
    SIGMOID("σ", x -> 1 / (1 + Math.exp(-x[0]))),
    /** The error function. */
    ERF("erf", x -> erf(x[0])),
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

    /** 2 / √π exp(-z²) sum of 2ⁿ z²ⁿ⁺¹ / (1·3·5·…·(2n+1)): all terms of one sign, so nothing is lost. */
    public static double erf(double z) {
        if (Math.abs(z) > 6) {
            return Math.signum(z);
        }
        double term = z;
        double sum = z;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * z * z / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-z * z) * sum;
    }
}
