package tadpole.app.xray;

import java.util.List;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;

/** How formulas are written: what stands where, and brackets only where they are needed. */
final class Notation {

    /** A sum with no more terms than this is written out. */
    static final int WRITTEN_OUT = 8;
    /** So many terms stand before the gap of a longer one. */
    static final int BEFORE_THE_GAP = 4;

    private static final int SUM = 1;
    private static final int OVER = 2;
    private static final int PRODUCT = 3;
    private static final int FACTOR = 4;
    private static final int ATOM = 5;

    private final Press press;

    Notation(Press press) {
        this.press = press;
    }

    void write(Expr expr) {
        switch (expr) {
            case Expr.Number number -> press.number(number, text(number.value()));
            case Expr.Symbol symbol -> press.symbol(symbol);
            case Expr.Sum sum -> sum(sum);
            case Expr.Negative negative -> {
                press.word("-");
                inside(negative.of(), OVER);
            }
            case Expr.Product product -> product(product.parts());
            case Expr.Quotient quotient -> press.fraction(quotient.over(), quotient.under());
            case Expr.Power power -> {
                inside(power.base(), ATOM);
                press.exponent(power.exponent());
            }
            case Expr.Call call -> call(call);
            case Expr.Holds holds -> {
                press.word("[");
                write(holds.left());
                press.operator(holds.relation().label());
                write(holds.right());
                press.word("]");
            }
            case Expr.SumOver over -> {
                press.sumSign(over.index());
                inside(over.of(), PRODUCT);
            }
        }
    }

    private void sum(Expr.Sum sum) {
        List<Expr> terms = sum.parts();
        if (terms.isEmpty()) {
            press.word("0");
            return;
        }
        inside(terms.getFirst(), terms.size() == 1 ? SUM : first(terms.getFirst()));
        int shown = terms.size() <= WRITTEN_OUT ? terms.size() : Math.min(press.shown(sum), terms.size());
        for (int i = 1; i < shown; i++) {
            further(terms.get(i));
        }
        int hidden = terms.size() - shown - 1;
        if (hidden > 0) {
            press.operator("+");
            press.gap(sum, hidden);
        }
        if (shown < terms.size()) {
            further(terms.getLast());
        }
    }

    /** A minus may stand before the first term. */
    private static int first(Expr term) {
        return term instanceof Expr.Negative || term instanceof Expr.Number ? SUM : OVER;
    }

    private void further(Expr term) {
        switch (term) {
            case Expr.Negative negative -> {
                press.operator("-");
                inside(negative.of(), OVER);
            }
            case Expr.Number number when isNegative(number) -> press.number(number, "- " + text(-number.value()));
            default -> {
                press.operator("+");
                inside(term, OVER);
            }
        }
    }

    private void product(List<Expr> factors) {
        if (factors.isEmpty()) {
            press.word("1");
            return;
        }
        for (int i = 0; i < factors.size(); i++) {
            if (i > 0) {
                press.operator("·");
            }
            boolean last = i == factors.size() - 1;
            inside(factors.get(i), factors.size() == 1 ? SUM : last && factors.get(i) instanceof Expr.SumOver ? OVER : PRODUCT);
        }
    }

    private void call(Expr.Call call) {
        if (call.function() == Function.SQRT) {
            press.root(call.parts().getFirst());
            return;
        }
        boolean bars = call.function() == Function.ABS;
        press.word(bars ? "|" : call.function().label() + "(");
        for (int i = 0; i < call.parts().size(); i++) {
            if (i > 0) {
                press.word(", ");
            }
            write(call.parts().get(i));
        }
        press.word(bars ? "|" : ")");
    }

    private void inside(Expr expr, int least) {
        if (binding(expr) < least) {
            press.brackets(expr);
        } else {
            write(expr);
        }
    }

    private int binding(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> isNegative(number) ? SUM : text(number.value()).contains("e") ? FACTOR : ATOM;
            case Expr.Symbol symbol -> symbol.name().contains("/") ? FACTOR : ATOM;
            case Expr.Sum sum -> sum.parts().size() == 1 ? binding(sum.parts().getFirst()) : sum.parts().isEmpty() ? ATOM : SUM;
            case Expr.Negative _ -> SUM;
            case Expr.SumOver _ -> OVER;
            case Expr.Product product -> product.parts().size() == 1 ? binding(product.parts().getFirst()) : PRODUCT;
            case Expr.Quotient _, Expr.Power _ -> FACTOR;
            case Expr.Call call -> call.function() == Function.SQRT ? FACTOR : ATOM;
            case Expr.Holds _ -> ATOM;
        };
    }

    private String text(double value) {
        return NumberText.of(value, press.digits());
    }

    /** -0 is written as 0. */
    private static boolean isNegative(Expr.Number number) {
        return number.value() < 0;
    }

    /** Whether it is higher than a line of text. */
    static boolean isTall(Expr expr) {
        return expr instanceof Expr.Quotient || expr.parts().stream().limit(WRITTEN_OUT).anyMatch(Notation::isTall);
    }
}
