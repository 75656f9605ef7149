package tadpole.engine.language;

import java.util.List;
import java.util.Optional;

/**
 * What a model expects at a place of a text.
 *
 * @param likeliest the likeliest tokens by the mixture, likeliest first
 * @param others    how many tokens are not among them
 * @param rest      what these have together; its id is -1 and its rank 0
 * @param standing  the token that stands there; empty behind the end of the text
 * @param pointed   earlier occurrences that the cache points to, strongest first; empty without a cache and where it does not act
 */
public record NextToken(List<Candidate> likeliest, int others, Candidate rest, Optional<Candidate> standing, List<Pointed> pointed) {

    /**
     * A token and its probability, which is the sum of two parts.
     *
     * @param vocabulary the part from the network: (1-λ) p_vocabulary, or p_vocabulary where no cache acts
     * @param cache      the part from the cache: λ p_cache, or 0
     * @param rank       1 for the likeliest by the mixture
     */
    public record Candidate(int id, double vocabulary, double cache, int rank) {

        public double probability() {
            return vocabulary + cache;
        }
    }

    /**
     * An earlier occurrence that the cache points to.
     *
     * @param piece     where in the text it stands
     * @param attention its share, all shares sum to 1
     */
    public record Pointed(int piece, int id, double attention) {}
}
