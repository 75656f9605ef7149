package tadpole.app.pane.text.write;

import java.util.HashMap;
import java.util.Map;

/** How well the frequencies of a text's own tokens would predict it: the simplest thing that a network must beat. */
final class Unigrams {

    private final Map<Integer, Integer> counts = new HashMap<>();
    private double sum;
    private int tokens;

    void add(int id) {
        int was = counts.merge(id, 1, Integer::sum) - 1;
        sum += weight(was + 1) - weight(was);
        tokens++;
    }

    void remove(int id) {
        int is = counts.merge(id, -1, Integer::sum);
        sum += weight(is) - weight(is + 1);
        tokens--;
    }

    private static double weight(int count) {
        return count == 0 ? 0 : count * Math.log(count);
    }

    /** exp of the entropy; NaN where there is nothing. */
    double perplexity() {
        return tokens == 0 ? Double.NaN : Math.exp(Math.log(tokens) - sum / tokens);
    }
}
