package tadpole.engine.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;

class ExprTextTest {

    private static String text(Expr expr) {
        return expr.text(number -> Digits.text(number, 7), 5);
    }

    private static final Expr A = Expr.symbol("a");
    private static final Expr B = Expr.symbol("b");

    @Test
    void writesParenthesesWhereTheyAreNeededOnly() {
        assertThat(text(Expr.product(Expr.minus(A, B), Expr.symbol("x", "3")))).isEqualTo("(a - b)·x_3");
        assertThat(text(Expr.minus(A, Expr.sum(A, B)))).isEqualTo("a - (a + b)");
        assertThat(text(Expr.sum(Expr.product(A, B), B))).isEqualTo("a·b + b");
        assertThat(text(Expr.over(A, Expr.product(A, B)))).isEqualTo("a/(a·b)");
        assertThat(text(Expr.power(Expr.minus(A, B), Expr.number(2)))).isEqualTo("(a - b)²");
        assertThat(text(Expr.call(Function.SQRT, A))).isEqualTo("√a");
        assertThat(text(Expr.call(Function.SQRT, Expr.sum(A, Expr.number(1e-8))))).isEqualTo("√(a + 1e-8)");
    }

    @Test
    void negativeNumbersStandInParenthesesUnlessTheyComeFirst() {
        assertThat(text(Expr.product(Expr.number(0.5), Expr.number(-2)))).isEqualTo("0.5·(-2)");
        assertThat(text(Expr.sum(Expr.number(-1), Expr.number(-2)))).isEqualTo("-1 + (-2)");
        assertThat(text(Expr.minus(Expr.number(-1), Expr.number(-2)))).isEqualTo("-1 - (-2)");
    }

    @Test
    void writesIndicesSumsAndBrackets() {
        assertThat(text(new Expr.SumOver("i", Expr.product(Expr.symbol("W", "cat", "i"), Expr.symbol("x", "i"))))).isEqualTo("Σ_i W_{cat,i}·x_i");
        assertThat(text(new Expr.Holds(A, Relation.GREATER, Expr.number(0)))).isEqualTo("[a > 0]");
        assertThat(text(Expr.call(Function.MAX, Expr.number(0), A))).isEqualTo("max(0, a)");
    }

    @Test
    void ofLongSumsOnlyTheBeginning() {
        assertThat(text(new Expr.Sum(Collections.nCopies(3072, A)))).isEqualTo("a + a + a + a + … (3068 more terms)");
        assertThat(text(new Expr.Sum(Collections.nCopies(5, A)))).isEqualTo("a + a + a + a + a");
    }
}
