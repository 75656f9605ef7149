package tadpole.engine.picture.harmonize;

import java.util.function.IntPredicate;
import tadpole.engine.tensor.Tensor;

/**
 * Makes matches agree with their neighbors: each place may take what a neighbor's match suggests for it, and takes the suggestion that is
 * most like the suggestions of all. Luan et al. 2018, algorithm 2; measured on the painting's colors, as their program does.
 */
public final class Refinement {

    private Refinement() {}

    /**
     * @param measured [channels, the painting's size in the matches]: colors, or maps
     * @param wanted   which places are refined, row by row; of those that have a match
     * @param radius   2 for a window of 5x5
     */
    public static Matches refine(Matches matches, Tensor measured, IntPredicate wanted, int radius) {
        int[] places = matches.places().clone();
        int[] suggestions = new int[(2 * radius + 1) * (2 * radius + 1)];
        for (int y = 0; y < matches.height(); y++) {
            for (int x = 0; x < matches.width(); x++) {
                if (matches.has(y, x) && wanted.test(y * matches.width() + x)) {
                    int count = suggest(matches, y, x, radius, suggestions);
                    places[y * matches.width() + x] = best(suggestions, count, measured);
                }
            }
        }
        return new Matches(matches.height(), matches.width(), matches.paintingHeight(), matches.paintingWidth(), places, matches.similarities());
    }

    /** What the matches of all places around say for this one: match(p + d) - d, where that lies in the painting. */
    private static int suggest(Matches matches, int y, int x, int radius, int[] suggestions) {
        int count = 0;
        for (int dy = -radius; dy <= radius; dy++) {
            for (int dx = -radius; dx <= radius; dx++) {
                if (!matches.has(y + dy, x + dx)) {
                    continue;
                }
                int v = matches.row(y + dy, x + dx) - dy;
                int u = matches.column(y + dy, x + dx) - dx;
                if (v >= 0 && v < matches.paintingHeight() && u >= 0 && u < matches.paintingWidth()) {
                    suggestions[count++] = v * matches.paintingWidth() + u;
                }
            }
        }
        return count;
    }

    private static int best(int[] suggestions, int count, Tensor measured) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            double sum = 0;
            for (int j = 0; j < count; j++) {
                sum += distance(suggestions[i], suggestions[j], measured);
            }
            if (sum / count < least) {
                least = sum / count;
                best = suggestions[i];
            }
        }
        return best;
    }

    private static double distance(int one, int other, Tensor measured) {
        int area = measured.shape().at(1) * measured.shape().at(2);
        double square = 0;
        for (int channel = 0; channel < measured.shape().at(0); channel++) {
            double difference = (double) measured.data()[channel * area + one] - measured.data()[channel * area + other];
            square += difference * difference;
        }
        return Math.sqrt(square);
    }
}
