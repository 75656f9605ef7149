package tadpole.engine.training;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Split;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * Which data an experiment uses, and how.
 *
 * @param set                key of the data set, such as "mnist"
 * @param make               what the data set is made from, one of {@link tadpole.engine.dataset.PointSets#ALL}; empty where it is read
 * @param prepare            what happens to the raw numbers, in order
 * @param augment            how training batches are changed at random, in order; held-out and test samples stay as they are
 * @param validation         share of the training samples held out for validation, drawn by the experiment's seed
 * @param perClass           how many training samples of each class there are, the first of each; 0 for all
 * @param standardizeTargets whether numbers that are to come out are learned as (y - mean) / deviation
 * @param changes            what a person changed of the samples
 */
public record DataPlan(
        String set, Optional<Spec> make, List<Spec> prepare, List<Spec> augment, double validation, int perClass, boolean standardizeTargets,
        SampleChanges changes) {

    public static final Setting.Decimal VALIDATION = new Setting.Decimal("validation", "Held out", 0.0, 0.0, 0.9, "",
            "Share of the training images kept for validation, drawn by the seed. Default 0: the test set serves.");

    public static final Setting.Whole PER_CLASS = new Setting.Whole("perClass", "Images of each class", 0L, 0, 1_000_000, "",
            "How many training images of each class are used, the first of each; 0 means all.");

    public static final Setting.Switch STANDARDIZE_TARGETS = new Setting.Switch("standardizeTargets", "Standardize targets", false,
            "Learns (y - mean) / deviation (n - 1) of the training targets; the loss is then one of standardized targets. Default off.");

    public DataPlan {
        prepare = List.copyOf(prepare);
        augment = List.copyOf(augment);
    }

    /** Of samples as they are. */
    public DataPlan(
            String set, Optional<Spec> make, List<Spec> prepare, List<Spec> augment, double validation, int perClass, boolean standardizeTargets) {
        this(set, make, prepare, augment, validation, perClass, standardizeTargets, SampleChanges.NONE);
    }

    public DataPlan withChanges(SampleChanges other) {
        return new DataPlan(set, make, prepare, augment, validation, perClass, standardizeTargets, other);
    }

    /** Of data that is read. */
    public DataPlan(String set, List<Spec> prepare, List<Spec> augment, double validation, int perClass) {
        this(set, Optional.empty(), prepare, augment, validation, perClass, false);
    }

    /** Of all training samples. */
    public DataPlan(String set, List<Spec> prepare, List<Spec> augment, double validation) {
        this(set, prepare, augment, validation, 0);
    }

    /** Without augmentation. */
    public DataPlan(String set, List<Spec> prepare, double validation) {
        this(set, prepare, List.of(), validation);
    }

    /** Of a made data set with nothing held out. */
    public static DataPlan made(String set, Spec make, List<Spec> prepare) {
        return new DataPlan(set, Optional.of(make), prepare, List.of(), 0, 0, false);
    }

    /** The same where the samples are corrected and chosen already. */
    public DataPlan ofAll() {
        return new DataPlan(set, make, prepare, augment, validation, 0, standardizeTargets, changes.withCorrections(List.of()));
    }

    /** The same with nothing held out. */
    public DataPlan withoutValidation() {
        return new DataPlan(set, make, prepare, augment, 0, perClass, standardizeTargets, changes);
    }

    /**
     * The data set that it makes.
     *
     * @throws SettingException where its settings do not fit each other, with the place in an experiment
     */
    public Dataset made() throws SettingException {
        try {
            return PointSets.make(set, make.orElseThrow());
        } catch (SettingException misfit) {
            throw misfit.at("data.make");
        }
    }

    /** Whether it speaks of that data set. */
    public boolean isOf(Dataset dataset) {
        return set.equals(dataset.key()) && make.equals(dataset.made());
    }

    /**
     * The training samples that the plan speaks of, held-out ones among them, in the order of the file.
     *
     * @param classes how many there are
     * @throws SettingException where a class has fewer than asked for
     */
    public Split chosen(Split train, int classes) throws SettingException {
        if (perClass == 0) {
            return train;
        }
        if (train.target().isPresent()) {
            throw new SettingException("Images of each class (\"perClass\") must be 0 for data without classes, but is %d.".formatted(perClass));
        }
        int[] taken = new int[classes];
        int[] places = IntStream.range(0, train.size()).filter(i -> taken[train.label(i)]++ < perClass).toArray();
        for (int label = 0; label < classes; label++) {
            if (taken[label] < perClass) {
                throw new SettingException("Images of each class (\"perClass\") must be at most %d, the number that class %d has, but is %d."
                        .formatted(taken[label], label, perClass));
            }
        }
        return train.subset(places);
    }

    /** How many training samples the plan speaks of, of so many that the data set has. */
    public int samples(int all, int classes) {
        int left = all - changes.leftOut(false);
        return perClass == 0 ? left : (int) Math.min(left, (long) perClass * classes);
    }

    /** How many of so many training samples are held out. */
    public int heldOut(int samples) {
        return (int) Math.round(validation * samples);
    }

    /** How many training samples are learned from, of so many. */
    public int learned(int all, int classes) {
        int samples = samples(all, classes);
        return samples - heldOut(samples);
    }

    /** What charts show beside training: "validation", or where nothing is held out "test". */
    public String heldOutName(int samples) {
        return heldOut(samples) > 0 ? "validation" : "test";
    }
}
