package tadpole.engine.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.dataset.InOrder;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.Relu;
import tadpole.engine.loss.CrossEntropy;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Constant;

/** An experiment for tests: one hidden layer of 8, cross-entropy, SGD 0.1, batches of 10, two epochs, until told otherwise. */
public final class TinyExperiment {

    private final Map<String, Object> plan = new LinkedHashMap<>(Map.of("epochs", 2, "batch", 10));
    private final List<Spec> layers = new ArrayList<>();
    private Spec loss = CrossEntropy.RECIPE.standard();
    private Spec order = Shuffled.RECIPE.standard();
    private Spec optimizer = with(Sgd.RECIPE, Map.of("rate", 0.1));
    private Spec schedule = Constant.RECIPE.standard();
    private final List<Spec> augment = new ArrayList<>();
    private int perClass;
    private double validation;
    private long seed = 1;
    private Optional<DataPlan> data = Optional.empty();
    private StartValues start = StartValues.NONE;

    /** With a last layer of so many outputs. */
    public static TinyExperiment of(int outputs) {
        return new TinyExperiment().layers(linear(8), Relu.RECIPE.standard(), linear(outputs));
    }

    public static Spec linear(int out) {
        return with(Linear.RECIPE, Map.of("out", out));
    }

    public static Spec with(Recipe<?> recipe, Map<String, ?> settings) {
        try {
            return recipe.with(settings);
        } catch (SettingException mistake) {
            throw new AssertionError(mistake);
        }
    }

    public TinyExperiment layers(Spec... specs) {
        layers.clear();
        layers.addAll(List.of(specs));
        return this;
    }

    public TinyExperiment loss(Recipe<?> recipe) {
        loss = recipe.standard();
        return this;
    }

    public TinyExperiment inOrder() {
        order = InOrder.RECIPE.standard();
        return this;
    }

    public TinyExperiment rate(double learningRate) {
        return optimizer(with(Sgd.RECIPE, Map.of("rate", learningRate)));
    }

    public TinyExperiment optimizer(Spec spec) {
        optimizer = spec;
        return this;
    }

    public TinyExperiment schedule(Spec spec) {
        schedule = spec;
        return this;
    }

    public TinyExperiment validation(double share) {
        validation = share;
        return this;
    }

    /** The first so many samples of each class. */
    public TinyExperiment perClass(int count) {
        perClass = count;
        return this;
    }

    public TinyExperiment augment(Spec... specs) {
        augment.addAll(List.of(specs));
        return this;
    }

    public TinyExperiment seed(long value) {
        seed = value;
        return this;
    }

    /** A setting of the training plan: epochs, steps, batch, patience, watch. */
    public TinyExperiment plan(String key, Object value) {
        plan.put(key, value);
        return this;
    }

    /** Another plan for the data than that of the settings above. */
    public TinyExperiment data(DataPlan plan) {
        data = Optional.of(plan);
        return this;
    }

    /** Numbers that a parameter starts from. */
    public TinyExperiment start(String parameter, Double... numbers) {
        start = start.with(parameter, List.of(numbers));
        return this;
    }

    public Experiment build() {
        return new Experiment("tiny", "", data.orElseGet(() -> new DataPlan("tiny", List.of(), augment, validation, perClass)), layers, loss,
                optimizer, schedule,
                new TrainingPlan(with(TrainingPlan.RECIPE, plan).settings(), order), seed, start);
    }
}
