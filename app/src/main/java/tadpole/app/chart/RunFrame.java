package tadpole.app.chart;

import java.util.Locale;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;

/**
 * What a chart knows of a run before its first step.
 *
 * @param loss         with its unit: "cross-entropy, nats"
 * @param heldOut      "validation", or "test" where no samples are held out; empty where there are no test samples either
 * @param epochs       planned, where steps end the run a part of one
 * @param stepsAnEpoch at the batch size that the run starts with
 * @param hasAccuracy  whether samples have classes; else there is the loss alone
 */
public record RunFrame(String name, String loss, String heldOut, double epochs, int stepsAnEpoch, boolean hasAccuracy) {

    /** Of a run on samples with classes. */
    public RunFrame(String name, String loss, String heldOut, double epochs, int stepsAnEpoch) {
        this(name, loss, heldOut, epochs, stepsAnEpoch, true);
    }

    public static RunFrame of(Experiment experiment, Dataset dataset) {
        int all = experiment.data().samples(dataset.train().size(), dataset.classes().size());
        int learned = experiment.data().learned(dataset.train().size(), dataset.classes().size());
        int stepsAnEpoch = Math.max(1, experiment.training().stepsAnEpoch(learned));
        return new RunFrame(
                experiment.name(),
                lossWithUnit(experiment.loss()),
                experiment.data().heldOut(all) > 0 || dataset.test().isPresent() ? experiment.data().heldOutName(all) : "",
                (double) experiment.training().plannedSteps(learned) / stepsAnEpoch,
                stepsAnEpoch,
                !dataset.isRegression());
    }

    private static String lossWithUnit(Spec loss) {
        try {
            Recipe<LossMaker> recipe = Recipe.find(Losses.ALL, "loss", loss.type());
            String unit = recipe.maker().make(loss.settings()).unit();
            return recipe.label().toLowerCase(Locale.ROOT) + (unit.isEmpty() ? "" : ", " + unit);
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }
}
