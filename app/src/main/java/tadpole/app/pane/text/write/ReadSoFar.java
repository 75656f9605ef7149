package tadpole.app.pane.text.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tadpole.app.pane.text.sheet.Tokens;
import tadpole.engine.language.Piece;
import tadpole.engine.language.ReadText;
import tadpole.engine.language.Written;

/** What a model thought of a text, as far as it has read: grows at its end, and loses its end where the text changed. */
final class ReadSoFar implements Tokens {

    private static final double BIT = Math.log(2);

    private final List<Piece> pieces = new ArrayList<>();
    private double[] surprise = new double[64];
    private double[] cached = new double[64];
    private double[] share = new double[64];
    /** Bits of all pieces before each, those without a number left out, and how many had one. */
    private double[] bits = new double[65];
    private double[] cachedBits = new double[65];
    private int[] known = new int[65];
    private float[] unit = {};

    void add(Written written) {
        int at = pieces.size();
        if (at == surprise.length) {
            surprise = Arrays.copyOf(surprise, 2 * at);
            cached = Arrays.copyOf(cached, 2 * at);
            share = Arrays.copyOf(share, 2 * at);
            bits = Arrays.copyOf(bits, 2 * at + 1);
            cachedBits = Arrays.copyOf(cachedBits, 2 * at + 1);
            known = Arrays.copyOf(known, 2 * at + 1);
        }
        pieces.add(written.piece());
        surprise[at] = written.surprise();
        cached[at] = written.cached();
        share[at] = written.share();
        boolean counts = !Double.isNaN(written.surprise());
        bits[at + 1] = bits[at] + (counts ? written.surprise() : 0);
        cachedBits[at + 1] = cachedBits[at] + (counts ? written.cached() : 0);
        known[at + 1] = known[at] + (counts ? 1 : 0);
    }

    /** Takes what has been read, whole. */
    void show(ReadText read) {
        cut(0);
        for (int i = 0; i < read.pieces().size(); i++) {
            add(new Written(read.pieces().get(i), "", read.surprise()[i], read.cached()[i], read.share()[i]));
        }
    }

    /** Forgets all pieces from this one on. */
    void cut(int count) {
        if (count < pieces.size()) {
            pieces.subList(count, pieces.size()).clear();
        }
        unit = Arrays.copyOf(unit, Math.min(unit.length, count));
    }

    /** Forgets what can have changed where a text is another from a place on. */
    void cutAt(int place) {
        int count = pieces.size();
        while (count > 0 && pieces.get(count - 1).to() >= place && place < Integer.MAX_VALUE) {
            count--;
        }
        cut(count);
    }

    /** The value of a unit after each piece, from -1 to 1. */
    void color(float[] values) {
        unit = values.clone();
    }

    @Override
    public int count() {
        return pieces.size();
    }

    @Override
    public Piece piece(int index) {
        return pieces.get(index);
    }

    double surprise(int index) {
        return surprise[index];
    }

    double cached(int index) {
        return cached[index];
    }

    double share(int index) {
        return share[index];
    }

    /** NaN where it is not known yet. */
    double unit(int index) {
        return index < unit.length ? unit[index] : Double.NaN;
    }

    /** Over how many predictions the first pieces let one judge. */
    int known(int count) {
        return known[count];
    }

    /** Of the first pieces, by the network alone; NaN where nothing is known. */
    double perplexity(int count) {
        return known[count] == 0 ? Double.NaN : Math.exp(bits[count] / known[count] * BIT);
    }

    /** The same with the cache; NaN without one. */
    double cachedPerplexity(int count) {
        return known[count] == 0 ? Double.NaN : Math.exp(cachedBits[count] / known[count] * BIT);
    }

    /** Which token the caret stands before: the one that begins there or behind, without those that have no letters. */
    int place(int caret) {
        int index = from(caret);
        while (index < count() && piece(index).from() == piece(index).to()) {
            index++;
        }
        return index;
    }
}
