package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
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
        double[] mixed = new double[logits.length];
        for (int id = 0; id < logits.length; id++) {
            vocabulary[id] = (1 - lambda) * Math.exp(logits[id] - logSum);
            pointer[id] = cache.isPresent() ? lambda * cache.get().probability(id) : 0;
            mixed[id] = vocabulary[id] + pointer[id];
        }
        List<Candidate> likeliest = new ArrayList<>();
        for (int id : highest(mixed, most)) {
            likeliest.add(new Candidate(id, vocabulary[id], pointer[id], likeliest.size() + 1));
        }
        double restVocabulary = Arrays.stream(vocabulary).sum() - likeliest.stream().mapToDouble(Candidate::vocabulary).sum();
        double restCache = Arrays.stream(pointer).sum() - likeliest.stream().mapToDouble(Candidate::cache).sum();
        Candidate rest = new Candidate(-1, Math.max(0, restVocabulary), Math.max(0, restCache), 0);
        Optional<Candidate> there = standing.stream().mapToObj(id -> new Candidate(id, vocabulary[id], pointer[id], rank(mixed, id))).findAny();
        return new NextToken(likeliest, logits.length - likeliest.size(), rest, there, pointed);
    }

    /** The places of the highest values, highest first, of equal ones the first. */
    private static List<Integer> highest(double[] values, int most) {
        List<Integer> highest = new ArrayList<>();
        for (int place = 0; place < values.length; place++) {
            if (highest.size() == most && (most == 0 || values[place] <= values[highest.getLast()])) {
                continue;
            }
            int rank = highest.size();
            while (rank > 0 && values[highest.get(rank - 1)] < values[place]) {
                rank--;
            }
            highest.add(rank, place);
            if (highest.size() > most) {
                highest.removeLast();
            }
        }
        return highest;
    }

    private static int rank(double[] values, int place) {
        int rank = 1;
        for (int other = 0; other < values.length; other++) {
            rank += values[other] > values[place] || values[other] == values[place] && other < place ? 1 : 0;
        }
        return rank;
    }
}
