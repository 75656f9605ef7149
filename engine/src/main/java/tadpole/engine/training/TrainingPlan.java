package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Parameter;

/**
 * How long an experiment trains, in which batches, what happens to their gradients, and when it ends early.
 *
 * @param settings of {@link #RECIPE}
 * @param order    the sampler
 */
public record TrainingPlan(Settings settings, Spec order) {

    public static final Setting.Whole EPOCHS = new Setting.Whole("epochs", "Epochs", 10L, 1, 100_000, "",
            "How often the training goes through all images. Default 10.");
    public static final Setting.Whole STEPS = new Setting.Whole("steps", "Steps at most", 0L, 0, 1_000_000_000L, "",
            "Ends after so many batches, even within an epoch; 0 means no such limit.");
    public static final Setting.Whole BATCH = new Setting.Whole("batch", "Batch size", 64L, 1, 100_000, "images",
            "How many images make one step. Default 64.");
    public static final Setting.Whole PATIENCE = new Setting.Whole("patience", "Patience", 0L, 0, 10_000, "epochs",
            "Ends when validation was no better for so many epochs, and keeps the best weights; 0 means never.");
    public static final Setting.Choice WATCH = new Setting.Choice("watch", "Better means", "loss",
            List.of(new Setting.Option("loss", "Lower loss"), new Setting.Option("accuracy", "Higher accuracy")),
            "Which validation figure patience looks at.");
    public static final Setting.Choice REDUCTION = new Setting.Choice("reduction", "Gradient of a batch", "mean",
            List.of(new Setting.Option("mean", "Mean of its images"), new Setting.Option("sum", "Sum of its images")),
            "With the mean, losses and step sizes of different batch sizes can be compared; a sum grows with the batch.");
    public static final Setting.Decimal L1 = new Setting.Decimal("l1", "L1 penalty", 0.0, 0.0, 100.0, "",
            "Pulls every weight toward zero by the same force: gradient += l1 · sign(weight); biases are spared. Default 0.");
    public static final Setting.Decimal CLIP_VALUE = new Setting.Decimal("clipValue", "Clip each gradient", 0.0, 0.0, 1e6, "",
            "No single gradient counts for more than this; 0 means no such limit. L1 comes before it, weight decay after.");
    public static final Setting.Decimal CLIP_NORM = new Setting.Decimal("clipNorm", "Clip gradient length", 0.0, 0.0, 1e6, "",
            "Shortens the gradient of all parameters together to this length; 0 means no such limit. L1 comes before it, weight decay after.");

    public static final Setting.Choice ZERO_GRADIENTS = new Setting.Choice("zeroGradients", "Zero gradients", "all",
            List.of(new Setting.Option("all", "All, each step"), new Setting.Option("notBiases", "Not those of biases"),
                    new Setting.Option("none", "None")),
            "A classic bug to show: gradients that are not set to zero before a step pile up from step to step. Default all.");

    /** The plan as a recipe without a product: its settings are all there is. */
    public static final Recipe<Void> RECIPE = new Recipe<>("training", "Training",
            "How long to train, in which batches, with which gradients, and when to end early.",
            List.of(EPOCHS, STEPS, BATCH, PATIENCE, WATCH, REDUCTION, L1, CLIP_VALUE, CLIP_NORM, ZERO_GRADIENTS), null);

    /**
     * The same with one setting changed.
     *
     * @throws IllegalArgumentException where the value is out of its bounds
     */
    public TrainingPlan with(Setting setting, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(settings.asMap());
        changed.put(setting.key(), value);
        try {
            return new TrainingPlan(RECIPE.settings(changed), order);
        } catch (SettingException outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }

    public int epochs() {
        return settings.whole("epochs");
    }

    /** 0 where the epochs decide alone. */
    public long steps() {
        return settings.whole("steps");
    }

    public int batch() {
        return settings.whole("batch");
    }

    /** 0 where validation never ends the run. */
    public int patience() {
        return settings.whole("patience");
    }

    /** At the plan's batch size; the last batch may be smaller. */
    public int stepsAnEpoch(int samples) {
        return Math.ceilDiv(samples, batch());
    }

    /** How many steps the whole run takes at the plan's batch size. */
    public long plannedSteps(int samples) {
        long all = (long) epochs() * stepsAnEpoch(samples);
        return steps() == 0 ? all : Math.min(all, steps());
    }

    /** At the plan's batch size: an epoch's last batch, where the steps do not end the run before it, or every other. */
    int smallestBatch(int samples) {
        int rest = samples % batch();
        boolean endsBefore = steps() > 0 && steps() < stepsAnEpoch(samples);
        return rest == 0 || endsBefore ? Math.min(batch(), samples) : rest;
    }

    public boolean watchesAccuracy() {
        return settings.choice("watch").equals("accuracy");
    }

    /** Whether gradients are summed over a batch; else they are its mean. */
    public boolean sums() {
        return settings.choice("reduction").equals("sum");
    }

    public double l1() {
        return settings.decimal("l1");
    }

    /** 0 where no gradient is clipped by itself. */
    public double clipValue() {
        return settings.decimal("clipValue");
    }

    /** 0 where the length of the gradients is not clipped. */
    public double clipNorm() {
        return settings.decimal("clipNorm");
    }

    /** Whether that parameter's gradient is set to zero before each step. */
    boolean zeroes(Parameter parameter) {
        return switch (settings.choice("zeroGradients")) {
            case "all" -> true;
            case "notBiases" -> parameter.role() != Parameter.Role.BIAS;
            default -> false;
        };
    }
}
