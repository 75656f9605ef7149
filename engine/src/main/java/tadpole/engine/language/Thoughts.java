package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tadpole.engine.language.NextToken.Candidate;

/** What a model expects at one place: scores of the network, and what a cache has to add. */
final class Thoughts {

    private static final double BIT = Math.log(2);

    private Thoughts() {}

    /** ln of the sum of exp, the highest score taken off first. */
    static double logSum(float[] logits) {
        float highest = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            highest = Math.max(highest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp((double) logit - highest);
        }
        return highest + Math.log(sum);
    }

    /** Bits of a probability given as its natural logarithm. */
    static double bits(double logarithm) {
        return -logarithm / BIT;
    }

    /** (1-λ) p_vocabulary + λ p_cache of one token. */
    static double mixed(double lambda, double vocabulary, double cache) {
        return (1 - lambda) * vocabulary + lambda * cache;
    }

    /** ln of the mixture of every token, in place of the scores; of none that neither knows the logarithm is -infinity. */
    static void mix(float[] logits, PointerCache cache) {
        double logSum = logSum(logits);
        for (int id = 0; id < logits.length; id++) {
            logits[id] = (float) Math.log(mixed(cache.lambda(), Math.exp(logits[id] - logSum), cache.probability(id)));
        }
    }

    /**
     * The distribution in full.
     *
     * @param cache looked back already where it acts; empty where none does
     */
    static NextToken next(float[] logits, Optional<PointerCache> cache, int most, OptionalInt standing, List<NextToken.Pointed> pointed) {
        double lambda = cache.map(PointerCache::lambda).orElse(0.0);
        double logSum = logSum(logits);
        double[] vocabulary = new double[logits.length];
        double[] pointer = new double[logits.length];
        Integer[] order = new Integer[logits.length];
        for (int id = 0; id < logits.length; id++) {
            vocabulary[id] = (1 - lambda) * Math.exp(logits[id] - logSum);
            pointer[id] = cache.isPresent() ? lambda * cache.get().probability(id) : 0;
            order[id] = id;
        }
        Arrays.sort(order, Comparator.comparingDouble(id -> -(vocabulary[id] + pointer[id])));
        List<Candidate> likeliest = new ArrayList<>();
        double restVocabulary = 0;
        double restCache = 0;
        Optional<Candidate> there = Optional.empty();
        for (int place = 0; place < order.length; place++) {
            int id = order[place];
            Candidate candidate = new Candidate(id, vocabulary[id], pointer[id], place + 1);
            if (place < most) {
                likeliest.add(candidate);
            } else {
                restVocabulary += candidate.vocabulary();
                restCache += candidate.cache();
            }
            if (standing.isPresent() && standing.getAsInt() == id) {
                there = Optional.of(candidate);
            }
        }
        return new NextToken(likeliest, order.length - likeliest.size(), new Candidate(-1, restVocabulary, restCache, 0), there, pointed);
    }
}
