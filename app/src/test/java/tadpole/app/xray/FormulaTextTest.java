package tadpole.app.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static tadpole.engine.formula.Expr.call;
import static tadpole.engine.formula.Expr.minus;
import static tadpole.engine.formula.Expr.number;
import static tadpole.engine.formula.Expr.over;
import static tadpole.engine.formula.Expr.power;
import static tadpole.engine.formula.Expr.product;
import static tadpole.engine.formula.Expr.sum;
import static tadpole.engine.formula.Expr.symbol;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.formula.Relation;

class FormulaTextTest {

    private static final Expr A = symbol("a");
    private static final Expr B = symbol("b");
    private static final Expr C = symbol("c");

    @Test
    void sumsStandInBracketsInsideProductsOnly() {
        assertThat(text(product(minus(symbol("p", "cat"), symbol("y", "cat")), symbol("x", "1302")))).isEqualTo("(p_cat - y_cat) · x_1302");
        assertThat(text(sum(product(A, B), C))).isEqualTo("a · b + c");
        assertThat(text(minus(A, sum(B, C)))).isEqualTo("a - (b + c)");
        assertThat(text(product(A, product(B, C)))).isEqualTo("a · b · c");
    }

    @Test
    void negativeNumbersStandInBracketsInsideProductsAndAreSubtractedInSums() {
        assertThat(text(product(number(0.5), number(-2)))).isEqualTo("0.5 · (-2)");
        assertThat(text(sum(number(0.5), number(-2)))).isEqualTo("0.5 - 2");
        assertThat(text(sum(number(-0.5), A))).isEqualTo("-0.5 + a");
        assertThat(text(minus(A, number(-2)))).isEqualTo("a - (-2)");
        assertThat(text(sum(A, product(number(-2), B)))).isEqualTo("a + (-2) · b");
        assertThat(text(power(number(-2), number(2)))).isEqualTo("(-2)^2");
    }

    @Test
    void aMinusBeforeASumHoldsForAllOfIt() {
        assertThat(text(new Expr.Negative(sum(A, B)))).isEqualTo("-(a + b)");
        assertThat(text(new Expr.Negative(product(A, B)))).isEqualTo("-a · b");
        assertThat(text(product(A, new Expr.Negative(B)))).isEqualTo("a · (-b)");
        assertThat(text(sum(A, new Expr.Negative(new Expr.Negative(B))))).isEqualTo("a - (-b)");
    }

    @Test
    void fractionsInOneLineKeepTheirSidesTogether() {
        assertThat(text(over(sum(A, B), product(A, C)))).isEqualTo("(a + b) / (a · c)");
        assertThat(text(over(call(Function.EXP, A), B))).isEqualTo("exp(a) / b");
        assertThat(text(power(over(A, B), number(2)))).isEqualTo("(a / b)^2");
    }

    @Test
    void functionsRootsAndConditions() {
        assertThat(text(call(Function.MAX, number(0), A))).isEqualTo("max(0, a)");
        assertThat(text(call(Function.ABS, sum(A, B)))).isEqualTo("|a + b|");
        assertThat(text(call(Function.SQRT, sum(A, B)))).isEqualTo("√(a + b)");
        assertThat(text(product(A, new Expr.Holds(B, Relation.GREATER, number(0))))).isEqualTo("a · [b > 0]");
        assertThat(text(new Expr.SumOver("i", product(symbol("w", "i"), symbol("x", "i"))))).isEqualTo("Σ_i w_i · x_i");
        assertThat(text(product(new Expr.SumOver("i", symbol("x", "i")), A))).isEqualTo("(Σ_i x_i) · a");
        assertThat(text(new Expr.SumOver("i", sum(A, B)))).isEqualTo("Σ_i (a + b)");
    }

    @Test
    void longSumsShowTheirBeginningAndTheirEnd() {
        Expr many = new Expr.Sum(IntStream.range(0, 3072).mapToObj(i -> symbol("a", "" + i)).toList());
        Expr eight = new Expr.Sum(IntStream.range(0, 8).mapToObj(i -> symbol("a", "" + i)).toList());

        assertThat(text(many)).isEqualTo("a_0 + a_1 + a_2 + a_3 + ... 3\u00A0067 more + a_3071");
        assertThat(text(eight)).doesNotContain("more");
        assertThat(text(new Expr.Sum(java.util.List.of()))).isEqualTo("0");
    }

    @Test
    void numbersHaveTheDigitsThatAFloatHolds() {
        assertThat(NumberText.of(-0.0730072f, 7)).isEqualTo("-0.07300720");
        assertThat(NumberText.of(0.1f, 7)).isEqualTo("0.1000000");
        assertThat(NumberText.of(0.1, 7)).isEqualTo("0.1");
        assertThat(NumberText.of(0.5f, 7)).isEqualTo("0.5");
        assertThat(NumberText.of(187, 7)).isEqualTo("187");
        assertThat(NumberText.of(1.23456789e-9, 7)).isEqualTo("1.234568e-9");
        assertThat(NumberText.of(1e-5, 7)).isEqualTo("1e-5");
        assertThat(NumberText.of(9.99999999, 7)).isEqualTo("10.00000");
        assertThat(NumberText.of(12345678, 7)).isEqualTo("1.234568e7");
        assertThat(NumberText.of(-0.0, 7)).isEqualTo("0");
        assertThat(NumberText.of(Double.NaN, 7)).isEqualTo("NaN");
        assertThat(NumberText.of(Double.NEGATIVE_INFINITY, 7)).isEqualTo("-∞");
    }

    private static String text(Expr expr) {
        return FormulaText.of(expr, 7);
    }
}
