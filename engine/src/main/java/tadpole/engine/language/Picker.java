package tadpole.engine.language;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Settings;

/**
 * Picks tokens by the settings of {@link Sampling}. Tokens that stand for no text ({@link Vocabulary#UNKNOWN},
 * {@link Vocabulary#BEGIN}) are never picked: their probability is spread over the rest in proportion. Temperature acts first,
 * then what is unlikely is cut off. Equal scores: the lower id counts as the likelier. Belongs to one thread.
 */
public final class Picker {

    private static final int NONE = -1;

    private final Vocabulary vocabulary;
    private final double temperature;
    private final String way;
    private final int topK;
    private final double nucleus;
    private final int[] never;
    private final double[] weights;
    private long[] ranked = new long[0];

    public Picker(Settings sampling, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        temperature = sampling.decimal("temperature");
        way = sampling.choice("pick");
        topK = sampling.whole("topK");
        nucleus = sampling.decimal("nucleus");
        never = never(vocabulary);
        weights = new double[vocabulary.size()];
    }

    /** The tokens that stand for no text; none where there are no others. */
    static int[] never(Vocabulary vocabulary) {
        int[] ids = Arrays.stream(new String[] {Vocabulary.UNKNOWN, Vocabulary.BEGIN})
                .flatMapToInt(token -> vocabulary.id(token).stream()).toArray();
        return ids.length < vocabulary.size() ? ids : new int[0];
    }

    /**
     * What is left to draw from, [vocabulary], summing to 1. Scores may be of any size; one that is no number counts as the lowest.
     *
     * @param logits changed to the probabilities in place; ln of probabilities will do as well
     * @param last   the last token before, for word starts; -1 at the beginning
     */
    public void probabilities(float[] logits, int last) {
        forbid(logits);
        int likeliest = likeliest(logits);
        if (way.equals("greedy") || way.equals("wordStart") && !startsWord(last)) {
            Arrays.fill(logits, 0);
            logits[likeliest] = 1;
            return;
        }
        double sum = soften(logits, logits[likeliest]);
        switch (way) {
            case "topK" -> sum = keepMost(topK, 1, sum);
            case "nucleus" -> sum = keepMost(weights.length, nucleus, sum);
            default -> { }
        }
        for (int id = 0; id < logits.length; id++) {
            logits[id] = (float) (weights[id] / sum);
        }
    }

    /** Draws one; takes exactly one random number, whatever the settings, so that equal seeds compare. */
    public int pick(float[] probabilities, RandomGenerator random) {
        double sum = 0;
        for (float probability : probabilities) {
            sum += probability;
        }
        double left = random.nextDouble() * sum;
        int picked = 0;
        for (int id = 0; id < probabilities.length; id++) {
            if (probabilities[id] > 0) {
                picked = id;
                left -= probabilities[id];
                if (left < 0) {
                    return id;
                }
            }
        }
        return picked;
    }

    private void forbid(float[] logits) {
        for (int id = 0; id < logits.length; id++) {
            logits[id] = Float.isNaN(logits[id]) ? -Float.MAX_VALUE : Math.clamp(logits[id], -Float.MAX_VALUE, Float.MAX_VALUE);
        }
        for (int id : never) {
            logits[id] = Float.NEGATIVE_INFINITY;
        }
    }

    private static int likeliest(float[] logits) {
        int best = 0;
        for (int id = 1; id < logits.length; id++) {
            if (logits[id] > logits[best]) {
                best = id;
            }
        }
        return best;
    }

    /** Fills the weights, exp((score - highest) / temperature), and gives their sum, which is at least 1. */
    private double soften(float[] logits, double highest) {
        double sum = 0;
        for (int id = 0; id < logits.length; id++) {
            weights[id] = Math.exp((logits[id] - highest) / temperature);
            sum += weights[id];
        }
        return sum;
    }

    /** Keeps the likeliest until there are so many or they have that share of the sum; gives the sum of what is kept. */
    private double keepMost(int most, double share, double sum) {
        rank();
        double kept = 0;
        int count = 0;
        while (count < ranked.length && count < most && (count == 0 || kept < share * sum)) {
            kept += weights[id(ranked[ranked.length - 1 - count])];
            count++;
        }
        for (int place = 0; place < ranked.length - count; place++) {
            weights[id(ranked[place])] = 0;
        }
        return kept;
    }

    /** Orders the ids by weight, the heaviest last; the bits of numbers from 0 on are ordered as they are. */
    private void rank() {
        if (ranked.length != weights.length) {
            ranked = new long[weights.length];
        }
        for (int id = 0; id < weights.length; id++) {
            ranked[id] = (long) Float.floatToIntBits((float) weights[id]) << 32 | Integer.MAX_VALUE - id;
        }
        Arrays.sort(ranked);
    }

    private static int id(long ranked) {
        return Integer.MAX_VALUE - (int) ranked;
    }

    /** Whether the next token begins a word: every word does, a character where no letter, digit or apostrophe stands before it. */
    private boolean startsWord(int last) {
        if (last == NONE || vocabulary.level() == Level.WORD) {
            return true;
        }
        String before = vocabulary.token(last);
        int character = before.codePointBefore(before.length());
        return !Character.isLetterOrDigit(character) && character != '\'' && character != '’';
    }
}
