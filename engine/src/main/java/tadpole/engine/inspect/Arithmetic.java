package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.formula.Address;
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

    /** Where the numbers in it stand, each once. */
    public List<Address> sources() {
        return numbers.sources().distinct().toList();
    }

    /** What the numbers lead to, computed in double. */
    public double recomputed() {
        return numbers.value();
    }
}
