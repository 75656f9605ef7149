package tadpole.engine.training;

import java.util.List;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;

/**
 * How long an experiment trains, in which batches, and when it ends early.
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

    /** The plan as a recipe without a product: its settings are all there is. */
    public static final Recipe<Void> RECIPE = new Recipe<>("training", "Training",
            "How long to train, in which batches, and when to end early.",
            List.of(EPOCHS, STEPS, BATCH, PATIENCE, WATCH), null);

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

    public boolean watchesAccuracy() {
        return settings.choice("watch").equals("accuracy");
    }
}
