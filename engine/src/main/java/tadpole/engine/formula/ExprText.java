package tadpole.engine.formula;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Writes formulas in one line: "(0.1730541 - 0)·(-0.421875)". */
final class ExprText {

    private static final int SUM = 0;
    private static final int PRODUCT = 1;
    private static final int POWER = 2;
    private static final int ATOM = 3;

    private final DoubleFunction<String> numbers;
    private final int most;

    /** @param most how many terms of a sum are written; of longer ones only the first */
    ExprText(DoubleFunction<String> numbers, int most) {
        this.numbers = numbers;
        this.most = most;
    }

    String write(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> numbers.apply(number.value());
            case Expr.Symbol symbol -> symbol.name() + indices(symbol.indices());
            case Expr.Sum sum -> sum(sum.parts());
            case Expr.Negative negative -> "-" + within(negative.of(), PRODUCT);
            case Expr.Product product -> product.parts().stream().map(each -> within(each, PRODUCT)).collect(Collectors.joining("·"));
            case Expr.Quotient quotient -> within(quotient.over(), PRODUCT) + "/" + within(quotient.under(), POWER);
            case Expr.Power power -> within(power.base(), ATOM) + exponent(power.exponent());
            case Expr.Call call when call.function() == Function.SQRT -> "√" + within(call.parts().getFirst(), ATOM);
            case Expr.Call call -> call.function().label() + "(" + call.parts().stream().map(this::write).collect(Collectors.joining(", ")) + ")";
            case Expr.Holds holds -> "[" + write(holds.left()) + " " + holds.relation().label() + " " + write(holds.right()) + "]";
            case Expr.SumOver over -> "Σ" + indices(List.of(over.index())) + " " + within(over.of(), PRODUCT);
        };
    }

    private static String indices(List<String> indices) {
        return indices.isEmpty() ? "" : indices.size() == 1 && indices.getFirst().length() == 1
                ? "_" + indices.getFirst() : "_{" + String.join(",", indices) + "}";
    }

    private String exponent(Expr exponent) {
        return exponent instanceof Expr.Number number && number.value() == 2 ? "²" : "^" + within(exponent, ATOM);
    }

    private String sum(List<Expr> terms) {
        StringBuilder text = new StringBuilder();
        int shown = terms.size() <= most ? terms.size() : most - 1;
        for (int i = 0; i < shown; i++) {
            Expr term = terms.get(i);
            if (i == 0) {
                text.append(term instanceof Expr.Number ? write(term) : within(term, SUM));
            } else if (term instanceof Expr.Negative negative) {
                text.append(" - ").append(within(negative.of(), PRODUCT));
            } else {
                text.append(" + ").append(within(term, PRODUCT));
            }
        }
        return terms.isEmpty() ? "0" : shown == terms.size() ? text.toString()
                : text.append(" + … (").append(terms.size() - shown).append(" more terms)").toString();
    }

    /** In parentheses where it binds less than what stands around it. */
    private String within(Expr expr, int around) {
        String text = write(expr);
        return strength(expr) < around ? "(" + text + ")" : text;
    }

    private int strength(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> write(number).startsWith("-") ? SUM : ATOM;
            case Expr.Symbol _, Expr.Call _, Expr.Holds _ -> ATOM;
            case Expr.Sum sum -> sum.parts().size() == 1 ? strength(sum.parts().getFirst()) : sum.parts().isEmpty() ? ATOM : SUM;
            case Expr.Negative _ -> SUM;
            case Expr.Product product -> product.parts().size() == 1 ? strength(product.parts().getFirst()) : PRODUCT;
            case Expr.SumOver _ -> SUM;
            case Expr.Quotient _ -> PRODUCT;
            case Expr.Power _ -> POWER;
        };
    }
}
