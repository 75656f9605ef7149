package tadpole.engine.language;

/**
 * A token that was written.
 *
 * @param letters  what it adds to the text, for words with the space before it
 * @param surprise bits, -log2 p by the network alone; NaN for a first token that nothing went before
 * @param cached   bits with the cache mixed in; NaN without one
 * @param share    how much of the mixed probability came from the cache, 0 to 1; NaN without one
 */
public record Written(Piece piece, String letters, double surprise, double cached, double share) {}
