package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.training.Experiment;

/**
 * What a check file holds.
 *
 * @param name    short, as its file is called
 * @param about   one or two sentences for people; may be empty
 * @param samples places in the training part of the data set, counted from 0 in the order of its files; none for the first 8
 * @param mistake what is planted, if anything
 */
public record CheckPlan(String name, String about, Experiment experiment, List<Integer> samples, Settings settings, Optional<MistakePlan> mistake) {

    public static final int MOST_SAMPLES = 1000;
    private static final int STANDARD_SAMPLES = 8;

    public static final Setting.Choice PRECISION = new Setting.Choice("precision", "Numbers", "double",
            List.of(new Setting.Option("double", "Double (16 digits)"), new Setting.Option("float", "Float (7 digits)")),
            "Double runs the twins, plain loops; float runs the engine that trains. In float a gradient check drowns in rounding. Default double.");
    public static final Setting.Choice DIFFERENCE = new Setting.Choice("difference", "Difference", "centered",
            List.of(new Setting.Option("centered", "Centered"), new Setting.Option("oneSided", "One-sided")),
            "Centered: (L(w+h) - L(w-h)) / 2h, its error falls with h². One-sided: (L(w+h) - L(w)) / h, falls with h only. Default centered.");
    public static final Setting.Decimal H = new Setting.Decimal("h", "Step h", 1e-5, 1e-14, 1.0, "",
            "How far each parameter is moved. Too large and the curve bends, too small and rounding takes over. Default 1e-5.");
    public static final Setting.Whole MOST = new Setting.Whole("most", "Numbers a tensor (0 = all)", 100L, 0, 100_000_000, "",
            "How many numbers of every parameter tensor are checked, drawn by the seed; 0 means all. Default 100.");
    public static final Setting.Whole PASSING = new Setting.Whole("passing", "Checked between layers", 40L, 1, 100_000, "",
            "How many numbers of what passes between two layers are checked; they tell which layer is wrong. Default 40.");
    public static final Setting.Whole SEED = new Setting.Whole("seed", "Seed of the check", 1L, 0, Long.MAX_VALUE, "",
            "Which numbers are checked, and which mistake is drawn by lot. Default 1.");

    /** The settings of a check as a recipe without a product. */
    public static final Recipe<Void> RECIPE =
            new Recipe<>("check", "Gradient check", "Which gradients are checked, and how.", List.of(PRECISION, DIFFERENCE, H, MOST, PASSING, SEED), null);

    public CheckPlan {
        samples = List.copyOf(samples);
    }

    /** The standard check of any experiment, on its first samples. */
    public static CheckPlan of(Experiment experiment) {
        return new CheckPlan(experiment.name(), experiment.about(), experiment, List.of(), RECIPE.standard().settings(), Optional.empty());
    }

    /** Those of the plan; where it says none, the first 8 of a data set, or as many as it has. */
    public List<Integer> samples(Dataset dataset) {
        return samples.isEmpty() ? IntStream.range(0, Math.min(STANDARD_SAMPLES, dataset.train().size())).boxed().toList() : samples;
    }
}
