package tadpole.engine.training;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
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

    public static final Setting.Decimal SHUFFLED_LABELS = new Setting.Decimal("shuffledLabels", "Shuffled labels", 0.0, 0.0, 1.0, "",
            "A fault to show: so large a share of the training images gets the labels of others, drawn by the seed. Default 0.");
    public static final Setting.Switch SORTED = new Setting.Switch("sorted", "Sorted by class", false,
            "A fault to show together with order \"as in the file\": the training images stand class by class. Default off.");

    public static final SampleChanges NONE = new SampleChanges(List.of(), 0, false);

    /**
     * @param test  whether it is a test sample, else a training sample
     * @param index in the data set's own order
     * @param label the class it gets; empty where it is left out
     */
    public record Correction(boolean test, int index, OptionalInt label) {

        public Correction {
            if (index < 0 || label.orElse(0) < 0) {
                throw new IllegalArgumentException("Samples and classes are counted from 0, but these are %d and %d.".formatted(index, label.orElse(0)));
            }
        }

        /** As sentences call it: "test sample 5". */
        public String sample() {
            return "%s sample %d".formatted(test ? "test" : "training", index);
        }

        /** Whether it speaks of that sample. */
        public boolean isOf(boolean ofTest, int sample) {
            return test == ofTest && index == sample;
        }
    }

    /** @throws IllegalArgumentException where the share is not between 0 and 1 */
    public SampleChanges {
        corrections = List.copyOf(corrections);
        if (!(shuffledLabels >= SHUFFLED_LABELS.least() && shuffledLabels <= SHUFFLED_LABELS.most())) {
            throw new IllegalArgumentException("Shuffled labels are a share between 0 and 1, but here %s.".formatted(shuffledLabels));
        }
    }

    public SampleChanges withCorrections(List<Correction> other) {
        return new SampleChanges(other, shuffledLabels, sorted);
    }

    public SampleChanges withShuffledLabels(double other) {
        return new SampleChanges(corrections, other, sorted);
    }

    public SampleChanges withSorted(boolean other) {
        return new SampleChanges(corrections, shuffledLabels, other);
    }

    /** Whether the samples are as the data set has them. */
    public boolean isNone() {
        return equals(NONE);
    }

    /** How many samples of a part are left out by hand. */
    public int leftOut(boolean test) {
        return (int) corrections.stream().filter(each -> each.test() == test && each.label().isEmpty()).count();
    }

    /** The same where nobody looks at test samples. */
    SampleChanges ofTraining() {
        return withCorrections(corrections.stream().filter(each -> !each.test()).toList());
    }

    /**
     * Refuses what that data set does not have.
     *
     * @throws SettingException in one sentence, with its place in an experiment
     */
    void accept(Dataset dataset) throws SettingException {
        if (isNone()) {
            return;
        }
        if (dataset.isRegression()) {
            throw new SettingException("Changed samples (\"changes\") need data with classes, but %s has numbers to come out. Leave them out."
                    .formatted(dataset.title())).at("data.changes");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < corrections.size(); i++) {
            String place = "data.changes.corrections[%d]".formatted(i);
            Correction correction = corrections.get(i);
            acceptIndex(correction, dataset, place);
            if (correction.label().orElse(0) >= dataset.classes().size()) {
                throw new SettingException("%s has the classes 0 to %d, but %s is given class %d.".formatted(
                        dataset.title(), dataset.classes().size() - 1, correction.sample(), correction.label().getAsInt())).at(place + ".label");
            }
            if (!seen.add(correction.sample())) {
                throw new SettingException("%s is corrected twice. Keep one of both.".formatted(capital(correction.sample()))).at(place + ".index");
            }
        }
        acceptRest(dataset);
    }

    private static void acceptIndex(Correction correction, Dataset dataset, String place) throws SettingException {
        if (correction.test() && dataset.test().isEmpty()) {
            throw new SettingException("%s has no test samples, but %s is corrected.".formatted(dataset.title(), correction.sample())).at(place + ".part");
        }
        Split part = correction.test() ? dataset.test().get() : dataset.train();
        if (correction.index() >= part.size()) {
            throw new SettingException("%s has %d %s samples, counted from 0, but %s is corrected.".formatted(
                    dataset.title(), part.size(), correction.test() ? "test" : "training", correction.sample())).at(place + ".index");
        }
    }

    private void acceptRest(Dataset dataset) throws SettingException {
        if (leftOut(false) == dataset.train().size()) {
            throw new SettingException("All %d training samples of %s are left out. Keep some.".formatted(leftOut(false), dataset.title()))
                    .at("data.changes.corrections");
        }
        if (dataset.test().isPresent() && leftOut(true) == dataset.test().get().size() && leftOut(true) > 0) {
            throw new SettingException("All %d test samples of %s are left out. Keep some.".formatted(leftOut(true), dataset.title()))
                    .at("data.changes.corrections");
        }
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
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
