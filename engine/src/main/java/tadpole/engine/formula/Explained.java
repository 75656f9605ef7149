package tadpole.engine.formula;

/**
 * How a number comes about.
 *
 * @param symbols the formula
 * @param numbers the same with this number's own values in it
 * @param note    a sentence where there is something to say; else empty
 */
public record Explained(Expr symbols, Expr numbers, String note) {

    public Explained(Expr symbols, Expr numbers) {
        this(symbols, numbers, "");
    }

    public Explained with(String sentence) {
        return new Explained(symbols, numbers, sentence);
    }
}
