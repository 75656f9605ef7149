package tadpole.engine.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;

/** Softmax as a formula. */
public final class Exponentials {

    private Exponentials() {}

    /**
     * The share of one output: exp(a_j - m) / sum over k of exp(a_k - m), with m the greatest output.
     *
     * @param values  of the outputs
     * @param leaves  the same, each leading to where it stands
     * @param symbols of single outputs
     * @param name    of the outputs
     */
    public static Explained share(int count, int j, IntToDoubleFunction values, IntFunction<Expr> leaves, IntFunction<Expr> symbols, String name) {
        int greatest = greatest(count, values);
        Expr m = Expr.symbol("m");
        return new Explained(
                Expr.over(exp(symbols.apply(j), m), new Expr.SumOver("k", exp(Expr.symbol(name, "k"), m))),
                Expr.over(exp(leaves.apply(j), leaves.apply(greatest)), sum(count, leaves, leaves.apply(greatest))),
                "m is the greatest output: without it the exponentials of large outputs would overflow.");
    }

    static int greatest(int count, IntToDoubleFunction values) {
        int greatest = 0;
        for (int k = 1; k < count; k++) {
            greatest = values.applyAsDouble(k) > values.applyAsDouble(greatest) ? k : greatest;
        }
        return greatest;
    }

    static Expr sum(int count, IntFunction<Expr> leaves, Expr m) {
        List<Expr> terms = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            terms.add(exp(leaves.apply(k), m));
        }
        return new Expr.Sum(terms);
    }

    static Expr exp(Expr a, Expr m) {
        return Expr.call(Function.EXP, Expr.minus(a, m));
    }
}
