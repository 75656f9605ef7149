package tadpole.engine.inspect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Digits;
import tadpole.engine.formula.Expr;

/**
 * The arithmetic of one number that the engine computed.
 *
 * @param of      where it stands
 * @param name    its symbol: W with its indices, or the gradient by it
 * @param symbols the formula; the name itself where the number was given and not computed
 * @param numbers the same with the actual values, each of which leads to its own arithmetic
 * @param value   what the engine has there
 * @param note    a sentence where there is something to say, such as that padding counts as zero; else empty
 */
public record Arithmetic(Address of, Expr name, Expr symbols, Expr numbers, double value, String note) {

    private static final int TERMS = 12;

    /** Where the numbers in it stand, each once. */
    public List<Address> sources() {
        return numbers.sources().distinct().toList();
    }

    /** What the numbers lead to, computed in double. */
    public double recomputed() {
        return numbers.value();
    }

    /** Whether it was given and not computed: a pixel, a weight. */
    public boolean isGiven() {
        return symbols.equals(name);
    }

    /**
     * How many significant digits, at most 7, are the same in the engine's number and in the one that a pocket calculator gives for the
     * numbers as they are printed, each with 7 digits. 0 where the terms cancel until rounding alone is left.
     */
    public int digits() {
        return isGiven() ? Digits.FLOAT : Digits.common(value, numbers.rounded(Digits.FLOAT).value());
    }

    /** The engine's number with the digits that the printed formula gives; where it gives none, about how large what is left is. */
    public String result() {
        int digits = digits();
        return digits == 0 ? "≈ " + Digits.text(value, 1) : Digits.full(value, digits);
    }

    /** The note, and whether only rounding is left of the sum. */
    public String remark() {
        return digits() == 0 ? (note + " The terms cancel: what is left of them is rounding.").strip() : note;
    }

    /** In one line, for copying: "∂L/∂W_{cat,1302} = (p_cat - y_cat)·x_1302 = (0.1730541 - 0)·(-0.421875) = -0.07300720". */
    public String text() {
        List<String> sides = new ArrayList<>(List.of(text(name)));
        if (!isGiven()) {
            sides.add(text(symbols));
            sides.add(text(numbers));
        }
        if (numbers instanceof Expr.Number) {
            sides.remove(text(numbers));
        }
        sides.add(result());
        return sides.stream().distinct().collect(Collectors.joining(" = "));
    }

    private static String text(Expr expr) {
        return expr.text(number -> Digits.text(number, Digits.FLOAT), TERMS);
    }
}
