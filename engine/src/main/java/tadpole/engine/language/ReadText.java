package tadpole.engine.language;

import java.util.List;

/**
 * A text that a model has read: what it thought at every place, as far as a window colors it. All arrays have a number for each
 * piece.
 *
 * @param text     as it is shown
 * @param pieces   its tokens
 * @param surprise bits, -log2 p of the token by the network alone; NaN for a first token that nothing went before
 * @param cached   bits with the cache mixed in; NaN without one
 * @param share    how much of the mixed probability of the token came from the cache, 0 to 1; NaN without one
 */
public record ReadText(String text, List<Piece> pieces, double[] surprise, double[] cached, double[] share) {}
