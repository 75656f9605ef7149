package tadpole.engine.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.Setting;
import tadpole.engine.tensor.Seed;

/**
 * What a person changed of the samples of a data set before training: some relabeled or left out by hand, and faults planted to see
 * what they do. The data set itself stays as it is.
 *
 * @param corrections    by hand, of the samples as the data set has them
 * @param shuffledLabels share of the samples learned from whose labels are dealt out anew among them, drawn by the seed
 * @param sorted         whether the samples learned from stand class by class
 */
public record SampleChanges(List<Correction> corrections, double shuffledLabels, boolean sorted) {

    public static final SampleChanges NONE = new SampleChanges(List.of(), 0, false);

    public static final Setting.Decimal SHUFFLED_LABELS = new Setting.Decimal("shuffledLabels", "Shuffled labels", 0.0, 0.0, 1.0, "",
            "A fault to show: so large a share of the training images gets the labels of others, drawn by the seed. Default 0.");
    public static final Setting.Switch SORTED = new Setting.Switch("sorted", "Sorted by class", false,
            "A fault to show together with order \"as in the file\": the training images stand class by class. Default off.");

    /**
     * @param test  whether it is a test sample, else a training sample
     * @param index in the data set's own order
     * @param label the class it gets; empty where it is left out
     */
    public record Correction(boolean test, int index, OptionalInt label) {}

    public SampleChanges {
        corrections = List.copyOf(corrections);
    }

    public SampleChanges withCorrections(List<Correction> other) {
        return new SampleChanges(other, shuffledLabels, sorted);
    }

    /** The samples of the data set with the corrections made. */
    Split correct(Split split, boolean test) {
        Map<Integer, OptionalInt> mine = new HashMap<>();
        corrections.stream().filter(each -> each.test() == test).forEach(each -> mine.put(each.index(), each.label()));
        if (mine.isEmpty()) {
            return split;
        }
        int[] labels = IntStream.range(0, split.size())
                .map(i -> mine.getOrDefault(i, OptionalInt.empty()).orElse(split.label(i))).toArray();
        int[] left = IntStream.range(0, split.size()).filter(i -> !mine.containsKey(i) || mine.get(i).isPresent()).toArray();
        return split.withLabels(labels).subset(left);
    }

    /** The samples learned from with the faults planted. */
    Split plant(Split train, int classes, Seed seed) {
        Split shuffled = shuffledLabels == 0 || classes == 0 ? train : train.withLabels(dealt(train, seed));
        if (!sorted || classes == 0) {
            return shuffled;
        }
        int[] order = IntStream.range(0, shuffled.size()).boxed().sorted(Comparator.comparingInt(shuffled::label)).mapToInt(i -> i).toArray();
        return shuffled.subset(order);
    }

    /** The first so many of a shuffled order pass their labels on to the next of them. */
    private int[] dealt(Split train, Seed seed) {
        int[] labels = IntStream.range(0, train.size()).map(train::label).toArray();
        int[] order = new int[train.size()];
        new Shuffled().fill(order, seed);
        int count = (int) Math.round(shuffledLabels * order.length);
        for (int i = 0; i < count; i++) {
            labels[order[i]] = train.label(order[(i + 1) % count]);
        }
        return labels;
    }
}
