package tadpole.app.pane.finder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import tadpole.app.chart.Digits;
import tadpole.engine.optimizer.OptimizerMaker;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** What further sweeps can be drawn over the first: the same experiment with one thing changed. */
public enum Overlay {
    WEIGHT_DECAY("Weight decay"),
    BATCH_SIZE("Batch size"),
    OPTIMIZER("Optimizer"),
    SEED("Seed");

    private static final double[] DECAYS = {0, 1e-4, 1e-3, 1e-2};
    private static final long[] BATCHES = {16, 64, 256};
    private static final List<String> OPTIMIZERS = List.of("sgd", "momentum", "rmsprop", "adam");
    private static final int SEEDS = 3;
    private static final String DECAY_KEY = "weightDecay";

    private final String label;

    Overlay(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What the legend calls the experiment itself. */
    String name(Experiment experiment) {
        return switch (this) {
            case WEIGHT_DECAY -> "weight decay " + Digits.two(experiment.optimizer().settings().decimal(DECAY_KEY));
            case BATCH_SIZE -> "batch size " + experiment.training().batch();
            case OPTIMIZER -> recipe(experiment.optimizer().type()).label();
            case SEED -> "seed " + experiment.seed();
        };
    }

    /** Whether that experiment has what is changed. */
    boolean fits(Experiment experiment) {
        return this != WEIGHT_DECAY || experiment.optimizer().settings().asMap().containsKey(DECAY_KEY);
    }

    /** The experiment with two to four other values. */
    List<Variant> variants(Experiment base) {
        Stream<Experiment> others = switch (this) {
            case WEIGHT_DECAY -> Arrays.stream(DECAYS).filter(each -> each != base.optimizer().settings().decimal(DECAY_KEY))
                    .mapToObj(each -> with(base, set(base.optimizer(), DECAY_KEY, each)));
            case BATCH_SIZE -> LongStream.of(BATCHES).filter(each -> each != base.training().batch()).mapToObj(each -> batch(base, each));
            case OPTIMIZER -> OPTIMIZERS.stream().filter(each -> !each.equals(base.optimizer().type()))
                    .map(each -> with(base, recipe(each).standard()));
            case SEED -> LongStream.rangeClosed(1, SEEDS).mapToObj(each -> seed(base, base.seed() + each));
        };
        return others.map(each -> new Variant(name(each), each)).toList();
    }

    /** The experiment with that learning rate. */
    static Experiment rate(Experiment base, double rate) {
        return with(base, set(base.optimizer(), "rate", rate));
    }

    private static Spec set(Spec optimizer, String key, double value) {
        Map<String, Object> settings = new LinkedHashMap<>(optimizer.settings().asMap());
        settings.put(key, value);
        return spec(recipe(optimizer.type()), settings);
    }

    private static Experiment batch(Experiment base, long size) {
        Map<String, Object> settings = new LinkedHashMap<>(base.training().settings().asMap());
        settings.put("batch", size);
        TrainingPlan plan = new TrainingPlan(spec(TrainingPlan.RECIPE, settings).settings(), base.training().order());
        return base.withTraining(plan);
    }

    private static Experiment with(Experiment base, Spec optimizer) {
        return base.withOptimizer(optimizer);
    }

    private static Experiment seed(Experiment base, long seed) {
        return base.withSeed(seed);
    }

    private static Recipe<OptimizerMaker> recipe(String type) {
        try {
            return Recipe.find(Optimizers.ALL, "optimizer", type);
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    private static Spec spec(Recipe<?> recipe, Map<String, Object> settings) {
        try {
            return recipe.with(settings);
        } catch (SettingException outside) {
            throw new IllegalArgumentException(outside.getMessage(), outside);
        }
    }
}
