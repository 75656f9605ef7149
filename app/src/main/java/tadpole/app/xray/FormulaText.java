package tadpole.app.xray;

import java.util.function.ToIntFunction;
import tadpole.app.chart.Digits;
import tadpole.engine.formula.Expr;

/** A formula in one line of text: to copy, and to be read aloud. */
public final class FormulaText implements Press {

    private final StringBuilder text = new StringBuilder();
    private final Notation notation = new Notation(this);
    private final int digits;
    private final ToIntFunction<Expr.Sum> shown;

    FormulaText(int digits, ToIntFunction<Expr.Sum> shown) {
        this.digits = digits;
        this.shown = shown;
    }

    /** Long sums are shortened. */
    public static String of(Expr expr, int digits) {
        return new FormulaText(digits, _ -> Notation.BEFORE_THE_GAP).written(expr);
    }

    String written(Expr expr) {
        notation.write(expr);
        return text.toString();
    }

    @Override
    public void word(String word) {
        text.append(word);
    }

    @Override
    public void operator(String sign) {
        text.append(' ').append(sign).append(' ');
    }

    @Override
    public void symbol(Expr.Symbol symbol) {
        text.append(symbol.name());
        if (!symbol.indices().isEmpty()) {
            text.append('_').append(String.join(",", symbol.indices()));
        }
    }

    @Override
    public void number(Expr.Number number, String written) {
        text.append(written.startsWith("- ") ? " " : "").append(written);
    }

    @Override
    public void fraction(Expr over, Expr under) {
        side(over, false);
        text.append(" / ");
        side(under, true);
    }

    private void side(Expr side, boolean under) {
        boolean alone = side.parts().isEmpty() || side instanceof Expr.Call || side instanceof Expr.Power
                || !under && side instanceof Expr.Product;
        if (alone) {
            notation.write(side);
        } else {
            brackets(side);
        }
    }

    @Override
    public void exponent(Expr exponent) {
        text.append('^');
        if (exponent.parts().isEmpty()) {
            notation.write(exponent);
        } else {
            brackets(exponent);
        }
    }

    @Override
    public void root(Expr of) {
        text.append('√');
        brackets(of);
    }

    @Override
    public void sumSign(String index) {
        text.append("Σ_").append(index).append(' ');
    }

    @Override
    public void brackets(Expr inside) {
        text.append('(');
        notation.write(inside);
        text.append(')');
    }

    @Override
    public int shown(Expr.Sum sum) {
        return shown.applyAsInt(sum);
    }

    @Override
    public void gap(Expr.Sum sum, int hidden) {
        text.append("... ").append(Digits.count(hidden)).append(" more");
    }

    @Override
    public int digits() {
        return digits;
    }
}
