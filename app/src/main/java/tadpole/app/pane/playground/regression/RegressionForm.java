package tadpole.app.pane.playground.regression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import tadpole.app.form.FormModel;
import tadpole.app.form.RecipePickerModel;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Split;
import tadpole.engine.layer.Layers;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/** What can be set in the room, and the experiment that it makes of another one. */
final class RegressionForm {

    private static final double START = 0.5;
    private static final List<Setting> SETTINGS = List.of(
            new Setting.Whole("degree", "Degree", 2L, 1, 9, "", "The highest power of x among the features. Default 2."),
            new Setting.Switch("one", "With the 1", true, "Whether 1 is a feature too; else the layer has a bias of its own."),
            new Setting.Switch("features", "Standardize features", false, "Each feature minus its mean, over its deviation (n - 1): the bowl of the loss gets rounder."),
            new Setting.Switch("targets", "Standardize targets", false, "Learns (y - mean) / deviation; the loss is then one of standardized targets."),
            iterations(TrainingPlan.EPOCHS),
            TrainingPlan.ZERO_GRADIENTS);

    private final FormModel form = FormModel.of(SETTINGS);
    private final RecipePickerModel<OptimizerMaker> optimizer = new RecipePickerModel<>(Optimizers.ALL);

    /** An epoch is one step here. */
    private static Setting.Whole iterations(Setting.Whole epochs) {
        return new Setting.Whole("iterations", "Iterations", epochs.standard(), epochs.least(), epochs.most(), "",
                "How many steps, each on all points. Default %d.".formatted(epochs.standard()));
    }

    FormModel form() {
        return form;
    }

    RecipePickerModel<OptimizerMaker> optimizer() {
        return optimizer;
    }

    /** Whether the room's settings say all of it: one linear output on powers of one x. */
    static boolean fits(Experiment experiment) {
        boolean powers = !experiment.data().prepare().isEmpty() && experiment.data().prepare().getFirst().type().equals("polynomial")
                && (experiment.data().prepare().size() == 1
                        || experiment.data().prepare().size() == 2 && experiment.data().prepare().get(1).type().equals("standardize"));
        return powers && experiment.layers().size() == 1 && experiment.layers().getFirst().type().equals("linear")
                && experiment.layers().getFirst().settings().whole("out") == 1
                && experiment.data().make().filter(make -> List.of("polynomial", "pairs").contains(make.type())).isPresent();
    }

    /** @throws SettingException where a setting of the experiment is beyond what the form takes; nothing is shown then */
    void show(Experiment experiment) throws SettingException {
        Map<String, Object> given = new LinkedHashMap<>();
        if (fits(experiment)) {
            Spec powers = experiment.data().prepare().getFirst();
            given.put("degree", (long) powers.settings().whole("degree"));
            given.put("one", powers.settings().on("one"));
            given.put("features", experiment.data().prepare().size() == 2);
            given.put("targets", experiment.data().standardizeTargets());
        }
        given.put("iterations", (long) experiment.training().epochs());
        given.put("zeroGradients", experiment.training().settings().choice("zeroGradients"));
        Settings wanted = new Recipe<>("form", "", "", SETTINGS, "").settings(given);
        optimizer.show(experiment.optimizer());
        form.show(wanted);
    }

    /** The experiment with what is set; start values stay where they still fit, else all weights start at 0.5. */
    Experiment experiment(Experiment base) throws SettingException {
        Experiment changed = base.withOptimizer(optimizer.spec()).withTraining(training(base.training()));
        if (!fits(base)) {
            return changed;
        }
        Settings now = form.settings();
        List<Spec> prepare = new ArrayList<>(List.of(Recipe.find(Preparations.ALL, "preparation", "polynomial")
                .with(Map.of("degree", (long) now.whole("degree"), "one", now.on("one")))));
        if (now.on("features")) {
            prepare.add(Recipe.find(Preparations.ALL, "preparation", "standardize").standard());
        }
        Map<String, Object> linear = new LinkedHashMap<>(base.layers().getFirst().settings().asMap());
        linear.put("bias", !now.on("one"));
        DataPlan data = base.data();
        Experiment shaped = changed
                .withData(new DataPlan(data.set(), data.make(), prepare, data.augment(), data.validation(), data.perClass(), now.on("targets")))
                .withLayers(List.of(Recipe.find(Layers.ALL, "layer", "linear").with(linear)));
        return shaped.withStart(start(base, now));
    }

    private static StartValues start(Experiment base, Settings now) {
        int weights = now.whole("degree") + (now.on("one") ? 1 : 0);
        StartValues given = base.start();
        List<Double> before = given.values().getOrDefault("linear1.weight", List.of());
        List<Double> same = before.size() == weights ? before : IntStream.range(0, weights).mapToObj(_ -> START).toList();
        StartValues start = new StartValues(Map.of("linear1.weight", same));
        return now.on("one") ? start : start.with("linear1.bias", given.values().getOrDefault("linear1.bias", List.of(START)));
    }

    private TrainingPlan training(TrainingPlan plan) throws SettingException {
        Map<String, Object> settings = new LinkedHashMap<>(plan.settings().asMap());
        settings.put("epochs", (long) form.settings().whole("iterations"));
        settings.put("zeroGradients", form.settings().choice("zeroGradients"));
        return new TrainingPlan(TrainingPlan.RECIPE.settings(settings), plan.order());
    }

    /** The experiment on points of one's own, all of them in each step. */
    static Experiment onPoints(Experiment base, List<double[]> points) throws SettingException {
        List<Double> pairs = points.stream().flatMap(point -> List.of(point[0], point[1]).stream()).toList();
        Spec make = Recipe.find(PointSets.ALL, "made data set", "pairs").with(Map.of("pairs", pairs));
        DataPlan data = base.data();
        Map<String, Object> training = new LinkedHashMap<>(base.training().settings().asMap());
        training.put("batch", (long) points.size());
        return base.withData(new DataPlan("pairs", Optional.of(make), data.prepare(), data.augment(), data.validation(), data.perClass(), data.standardizeTargets()))
                .withTraining(new TrainingPlan(TrainingPlan.RECIPE.settings(training), base.training().order()));
    }

    /** x and y of each, as the data set has them; none where there is more than one of either. */
    static List<double[]> points(Split split) {
        List<double[]> points = new ArrayList<>();
        if (split.shape().size() != 1 || split.target().map(Shape::size).orElse(0) != 1) {
            return points;
        }
        float[] x = new float[1];
        float[] y = new float[1];
        for (int i = 0; i < split.size(); i++) {
            split.read(i, x, 0);
            split.readTarget(i, y, 0);
            points.add(new double[] {x[0], y[0]});
        }
        return points;
    }
}
