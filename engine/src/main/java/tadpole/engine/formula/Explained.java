package tadpole.engine.formula;

/**
 * How a number comes about.
 *
 * @param symbols the formula
 * @param numbers the same with this number's own values in it
 */
public record Explained(Expr symbols, Expr numbers) {}
