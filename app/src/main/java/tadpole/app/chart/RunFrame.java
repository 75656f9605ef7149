package tadpole.app.chart;

import java.util.Locale;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.loss.Losses;
import tadpole.engine.training.Experiment;

/**
 * What a chart knows of a run before its first step.
 *
 * @param loss         with its unit: "cross-entropy, nats"
 * @param heldOut      "validation", or "test" where no samples are held out
 * @param epochs       planned, where steps end the run a part of one
 * @param stepsAnEpoch at the batch size that the run starts with
 */
public record RunFrame(String name, String loss, String heldOut, double epochs, int stepsAnEpoch) {

    public static RunFrame of(Experiment experiment, Dataset dataset) {
        int all = dataset.train().size();
        int learned = all - (int) Math.round(experiment.data().validation() * all);
        int stepsAnEpoch = Math.max(1, Math.ceilDiv(learned, experiment.training().batch()));
        double epochs = experiment.training().epochs();
        long steps = experiment.training().steps();
        return new RunFrame(
                experiment.name(),
                lossWithUnit(experiment.loss().type()),
                experiment.data().validation() > 0 ? "validation" : "test",
                steps == 0 ? epochs : Math.min(epochs, (double) steps / stepsAnEpoch),
                stepsAnEpoch);
    }

    private static String lossWithUnit(String type) {
        String label = Losses.ALL.stream()
                .filter(recipe -> recipe.type().equals(type))
                .map(Recipe<LossMaker>::label)
                .findFirst()
                .orElse(type)
                .toLowerCase(Locale.ROOT);
        return type.equals("meanSquaredError") ? label : label + ", nats";
    }
}
