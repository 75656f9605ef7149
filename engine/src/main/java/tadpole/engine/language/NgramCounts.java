package tadpole.engine.language;

import java.util.Arrays;

/** How often tokens, pairs and triples of neighbors occur, and behind how many different tokens each stands. */
final class NgramCounts {

    private final int vocabulary;
    final long[] unigram;
    /** Of different tokens before a token: N1+(. w). */
    final int[] before;
    private final KeyCounts pairs = new KeyCounts();
    private final KeyCounts triples = new KeyCounts();
    /** By pair: of different tokens before it, N1+(. v w). */
    private int[] beforePair = new int[16];
    private long tokens;

    NgramCounts(int vocabulary) {
        this.vocabulary = vocabulary;
        this.unigram = new long[vocabulary];
        this.before = new int[vocabulary];
    }

    /** Adds the tokens from one place to another; those before are the ones added last. */
    void add(int[] ids, int from, int to) {
        for (int at = from; at < to; at++) {
            unigram[ids[at]]++;
            tokens++;
            if (at >= 1) {
                addPair(ids, at);
            }
        }
    }

    private void addPair(int[] ids, int at) {
        int pair = pairs.add(key(ids[at - 1], ids[at]));
        if (pair < 0) {
            pair = -1 - pair;
            before[ids[at]]++;
            if (pair >= beforePair.length) {
                beforePair = Arrays.copyOf(beforePair, 2 * pair);
            }
        }
        if (at >= 2 && triples.add(key(pairs.number(key(ids[at - 2], ids[at - 1])), ids[at])) < 0) {
            beforePair[pair]++;
        }
    }

    private long key(int first, int second) {
        return (long) first * vocabulary + second;
    }

    int vocabulary() {
        return vocabulary;
    }

    long tokens() {
        return tokens;
    }

    KeyCounts pairs() {
        return pairs;
    }

    int beforePair(int pair) {
        return pair < 0 ? 0 : beforePair[pair];
    }

    int trigrams() {
        return triples.size();
    }

    KeyCounts triples() {
        return triples;
    }

    /** The number of a pair; -1 where it never occurred. */
    int pair(int first, int second) {
        return pairs.number(key(first, second));
    }

    int triple(int pair, int third) {
        return pair < 0 ? -1 : triples.number(key(pair, third));
    }

    /** What the last token of a pair is. */
    int second(int pair) {
        return (int) (pairs.key(pair) % vocabulary);
    }

    int first(int pair) {
        return (int) (pairs.key(pair) / vocabulary);
    }

    /** The pair that a triple begins with. */
    int pairOf(int triple) {
        return (int) (triples.key(triple) / vocabulary);
    }
}
