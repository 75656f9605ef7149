package tadpole.app.xray;

import tadpole.engine.formula.Expr;

/** What {@link Notation} writes a formula with, from the left: text, or boxes on the screen. */
interface Press {

    /** A name, a bracket, a comma: stands close to what is beside it. */
    void word(String text);

    /** Stands apart from both sides; a line may break before it. */
    void operator(String sign);

    void symbol(Expr.Symbol symbol);

    /** @param text the number as it is written here, which may be a sign and a number apart from it */
    void number(Expr.Number number, String text);

    void fraction(Expr over, Expr under);

    /** Raised, after what was written last. */
    void exponent(Expr exponent);

    void root(Expr of);

    void sumSign(String index);

    /** In round brackets. */
    void brackets(Expr inside);

    /** How many terms of a sum stand before the gap. */
    int shown(Expr.Sum sum);

    /** Stands for terms that are left out. */
    void gap(Expr.Sum sum, int hidden);

    int digits();
}
