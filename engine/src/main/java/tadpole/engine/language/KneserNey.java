package tadpole.engine.language;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Interpolated Kneser-Ney smoothing. With c the counts and N1+(. w) the number of different tokens before w:
 *
 * <pre>
 * p3(w|u,v) = (max(c(u v w) - D3, 0) + D3 N1+(u v .) q2(w|v)) / c(u v .)
 * p2(w|v)   = (max(c(v w) - D2, 0) + D2 N1+(v .) q1(w)) / c(v .)
 * q2(w|v)   = (max(N1+(. v w) - E2, 0) + E2 (different w with N1+(. v w) > 0) q1(w)) / N1+(. v .)
 * q1(w)     = (max(N1+(. w) - E1, 0) + E1 (different w) / V) / N1+(. .)
 * </pre>
 *
 * Chen and Goodman 1999. Each discount is n1 / (n1 + 2 n2) of its own counts, and 0.5 where these have no ones or no twos.
 */
final class KneserNey {

    private final NgramCounts counts;
    private final Level2 pairs;
    private final Level2 continued;
    private final double d3;
    private final double e1;
    private final int kinds;
    private final long[] after;
    private final int[] afterKinds;

    /** Counts of pairs by their first token, discounted. */
    private final class Level2 {
        final IntUnaryOperator count;
        final double discount;
        final long[] sum = new long[counts.vocabulary()];
        final int[] different = new int[counts.vocabulary()];

        Level2(IntUnaryOperator count) {
            this.count = count;
            this.discount = discount(counts.pairs().size(), count);
            for (int pair = 0; pair < counts.pairs().size(); pair++) {
                int each = count.applyAsInt(pair);
                sum[counts.first(pair)] += each;
                different[counts.first(pair)] += each > 0 ? 1 : 0;
            }
        }

        double probability(int before, int pair, double lower) {
            if (sum[before] == 0) {
                return lower;
            }
            double own = pair < 0 ? 0 : Math.max(count.applyAsInt(pair) - discount, 0);
            return (own + discount * different[before] * lower) / sum[before];
        }
    }

    KneserNey(NgramCounts counts) {
        this.counts = counts;
        pairs = new Level2(counts.pairs()::count);
        continued = new Level2(counts::beforePair);
        d3 = discount(counts.trigrams(), counts.triples()::count);
        e1 = discount(counts.vocabulary(), id -> counts.before[id]);
        kinds = (int) Arrays.stream(counts.before).filter(each -> each > 0).count();
        after = new long[counts.pairs().size()];
        afterKinds = new int[counts.pairs().size()];
        for (int triple = 0; triple < counts.trigrams(); triple++) {
            after[counts.pairOf(triple)] += counts.triples().count(triple);
            afterKinds[counts.pairOf(triple)]++;
        }
    }

    private static double discount(int size, IntUnaryOperator count) {
        long ones = 0;
        long twos = 0;
        for (int i = 0; i < size; i++) {
            int each = count.applyAsInt(i);
            ones += each == 1 ? 1 : 0;
            twos += each == 2 ? 1 : 0;
        }
        return ones == 0 || twos == 0 ? 0.5 : (double) ones / (ones + 2 * twos);
    }

    /** One is added to each count. */
    double unigram(int token) {
        return (counts.unigram[token] + 1.0) / (counts.tokens() + counts.vocabulary());
    }

    double bigram(int before, int token) {
        return pairs.probability(before, counts.pair(before, token), continuation(token));
    }

    double trigram(int first, int before, int token) {
        double lower = continued.probability(before, counts.pair(before, token), continuation(token));
        int pair = counts.pair(first, before);
        if (pair < 0 || after[pair] == 0) {
            return lower;
        }
        double own = Math.max(counts.triples().count(counts.triple(pair, token)) - d3, 0);
        return (own + d3 * afterKinds[pair] * lower) / after[pair];
    }

    private double continuation(int token) {
        int all = counts.pairs().size();
        if (all == 0) {
            return 1.0 / counts.vocabulary();
        }
        return (Math.max(counts.before[token] - e1, 0) + e1 * kinds / counts.vocabulary()) / all;
    }
}
