package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;

/**
 * Made samples before they are shared out to training and test.
 *
 * @param title   what they are, in words: "Spiral, 3 arms, 300 points"
 * @param classes names of the classes; empty where targets are numbers
 * @param split   all samples
 * @param test    share of them that is kept for the test
 * @param seed    that draws the share
 */
public record PointSet(String title, List<String> classes, Split split, double test, Seed seed) {

    public PointSet {
        classes = List.copyOf(classes);
    }

    /** @param made the settings it comes from */
    Dataset dataset(String key, Optional<Spec> made) {
        int kept = (int) Math.round(test * split.size());
        int[] order = new int[split.size()];
        new Shuffled().fill(order, seed.derive("test"));
        Split train = kept == 0 ? split : split.subset(sorted(order, kept, order.length));
        Optional<Split> tested = kept == 0 ? Optional.empty() : Optional.of(split.subset(sorted(order, 0, kept)));
        return new Dataset(key, title, classes, train, tested, made);
    }

    private static int[] sorted(int[] order, int from, int to) {
        int[] part = Arrays.copyOfRange(order, from, to);
        Arrays.sort(part);
        return part;
    }
}
