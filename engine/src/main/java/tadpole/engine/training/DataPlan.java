package tadpole.engine.training;

import java.util.List;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;

/**
 * Which data an experiment uses, and how.
 *
 * @param set        key of the data set, such as "mnist"
 * @param prepare    what happens to the raw numbers, in order
 * @param augment    how training batches are changed at random, in order; held-out and test samples stay as they are
 * @param validation share of the training samples held out for validation, drawn by the experiment's seed
 */
public record DataPlan(String set, List<Spec> prepare, List<Spec> augment, double validation) {

    public static final Setting.Decimal VALIDATION = new Setting.Decimal("validation", "Held out", 0.0, 0.0, 0.9, "",
            "Share of the training images kept for validation, drawn by the seed. Default 0: the test set serves.");

    public DataPlan {
        prepare = List.copyOf(prepare);
        augment = List.copyOf(augment);
    }

    /** Without augmentation. */
    public DataPlan(String set, List<Spec> prepare, double validation) {
        this(set, prepare, List.of(), validation);
    }

    /** How many of so many training samples are held out. */
    public int heldOut(int samples) {
        return (int) Math.round(validation * samples);
    }

    /** What charts show beside training: "validation", or where nothing is held out "test". */
    public String heldOutName(int samples) {
        return heldOut(samples) > 0 ? "validation" : "test";
    }
}
