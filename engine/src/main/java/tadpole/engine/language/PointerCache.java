package tadpole.engine.language;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Setting.Option;
import tadpole.engine.recipe.Settings;

/**
 * A pointer cache: words that followed states like the present one get more likely. p = (1-λ) p_vocabulary + λ p_cache, p_cache(w)
 * proportional to the sum over the window of [w = x_(i+1)] exp(θ h·h_i). Grave, Joulin and Usunier 2016. Where it does not act yet,
 * p = p_vocabulary. Belongs to one thread.
 */
public final class PointerCache {

    public static final Recipe<Void> RECIPE = new Recipe<>("pointerCache", "Pointer cache", "Remembers what followed states like the present one.", List.of(
            new Setting.Decimal("theta", "θ", 0.66, 0.0, 100.0, "", "How sharply the cache prefers states that are alike."),
            new Setting.Decimal("lambda", "λ", 0.13, 0.0, 1.0, "", "Share of the cache in the mixture."),
            new Setting.Whole("window", "Window", 500L, 1, 1_000_000, "tokens", "How many of the last tokens the cache remembers."),
            new Setting.Choice("begins", "Acts", "first", List.of(new Option("first", "From the first prediction on"), new Option("full", "With a full window only")),
                    "Two conventions of publications: figures of one cannot be compared with those of the other.")), null);

    /**
     * An earlier occurrence that the cache points to.
     *
     * @param back      how many tokens before the present one: 1 is the last token read
     * @param id        the token that stood there
     * @param attention its share, all shares sum to 1
     */
    public record Pointed(int back, int id, double attention) {}

    private final double theta;
    private final double lambda;
    private final int least;
    private final StateRing ring;
    private final double[] sums;
    private int[] seen = new int[16];
    private int seenCount;
    private float[] scores = new float[16];
    private double[] attention = new double[16];

    /** @param hidden length of the states */
    public PointerCache(Settings settings, int hidden, int vocabulary) {
        theta = settings.decimal("theta");
        lambda = settings.decimal("lambda");
        int window = settings.whole("window");
        least = settings.choice("begins").equals("full") ? window : 1;
        ring = new StateRing(hidden, window);
        sums = new double[vocabulary];
    }

    /** Share of the cache in the mixture, where it acts. */
    public double lambda() {
        return lambda;
    }

    /** How many tokens it remembers. */
    public int size() {
        return ring.size();
    }

    /** Remembers that this token followed this state. */
    public void add(float[] state, int next) {
        ring.add(state, next);
    }

    /** Whether it acts for the next prediction. */
    public boolean acts() {
        return ring.size() >= least;
    }

    /**
     * Looks back from the present state; {@link #probability} and {@link #mix} are of this look until the next. False where it does
     * not act yet.
     */
    public boolean attend(float[] state) {
        for (int place = 0; place < seenCount; place++) {
            sums[seen[place]] = 0;
        }
        seenCount = 0;
        if (!acts()) {
            return false;
        }
        attendEach(state);
        for (int back = ring.size(); back > 0; back--) {
            int slot = ring.slot(back);
            int id = ring.next(slot);
            if (sums[id] == 0) {
                if (seenCount == seen.length) {
                    seen = Arrays.copyOf(seen, seenCount * 2);
                }
                seen[seenCount++] = id;
            }
            sums[id] += Math.max(attention[slot], Double.MIN_NORMAL);
        }
        return true;
    }

    /** p_cache of a token by the last {@link #attend}. */
    public double probability(int id) {
        return sums[id];
    }

    /** Makes p_vocabulary, [vocabulary], the mixture by the last {@link #attend}, in place; nothing where the cache does not act. */
    public void mix(float[] probabilities) {
        if (seenCount == 0) {
            return;
        }
        for (int id = 0; id < probabilities.length; id++) {
            probabilities[id] = (float) ((1 - lambda) * probabilities[id] + lambda * sums[id]);
        }
    }

    /** p_cache for the present state, summed by token into room of [vocabulary]; false and nothing written where it does not act yet. */
    public boolean probabilities(float[] state, float[] room) {
        if (!attend(state)) {
            return false;
        }
        Arrays.fill(room, 0);
        for (int place = 0; place < seenCount; place++) {
            room[seen[place]] = (float) sums[seen[place]];
        }
        return true;
    }

    /** The strongest occurrences for the present state, strongest first, of equal ones the later; empty where it does not act yet. */
    public List<Pointed> pointed(float[] state, int most) {
        List<Pointed> strongest = new ArrayList<>();
        if (!acts() || most < 1) {
            return strongest;
        }
        attendEach(state);
        for (int back = 1; back <= ring.size(); back++) {
            int slot = ring.slot(back);
            if (strongest.size() == most && attention[slot] <= strongest.getLast().attention()) {
                continue;
            }
            if (strongest.size() == most) {
                strongest.removeLast();
            }
            int place = strongest.size();
            while (place > 0 && strongest.get(place - 1).attention() < attention[slot]) {
                place--;
            }
            strongest.add(place, new Pointed(back, ring.next(slot), attention[slot]));
        }
        return strongest;
    }

    public void forget() {
        ring.forget();
        attend(new float[0]);
    }

    /**
     * softmax over the slots of θ h·h_i; the highest score is taken off first, so that no size of θ or h overflows. Summed from the
     * oldest to the newest, so that the bits do not depend on where in the ring they lie.
     */
    private void attendEach(float[] state) {
        int count = ring.size();
        if (attention.length < count) {
            int room = Math.max(count, attention.length * 2);
            scores = new float[room];
            attention = new double[room];
        }
        ring.dots(state, scores);
        float highest = scores[0];
        for (int slot = 1; slot < count; slot++) {
            highest = Math.max(highest, scores[slot]);
        }
        double sum = 0;
        for (int slot = 0; slot < count; slot++) {
            attention[slot] = Math.exp(theta * ((double) scores[slot] - highest));
        }
        for (int back = count; back > 0; back--) {
            sum += attention[ring.slot(back)];
        }
        for (int slot = 0; slot < count; slot++) {
            attention[slot] /= sum;
        }
    }
}
