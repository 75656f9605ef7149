package tadpole.engine.doctor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tadpole.engine.dataset.Shuffled;
import tadpole.engine.dataset.Standardize;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** Makes the experiments that confirm findings: the run's own, shortened, with one change. */
final class Trials {

    static final String LOWER = "The loss ends lower.";
    private static final long LEAST = 100;
    private static final long MOST = 300;
    private static final double SMALLEST_RATE = 1e-9;
    private static final double LARGEST_RATE = 10;
    private static final int BY_HEART = 20;
    private static final long BY_HEART_STEPS = 400;

    private Trials() {}

    /** The run's own with one change, over at most an epoch. */
    static Optional<Trial> lower(Symptoms s, String label, UnaryOperator<Experiment> change) {
        long steps = Math.min(s.facts().plannedSteps(), Math.clamp(s.facts().stepsAnEpoch(), LEAST, MOST));
        return Optional.of(trial(s.experiment(), label, change, steps, Trial.Goal.LOSS_LOWER, LOWER));
    }

    /** The same over so many steps. */
    static Trial trial(Experiment own, String label, UnaryOperator<Experiment> change, long steps, Trial.Goal goal, String expects) {
        Experiment before = shortened(own, steps);
        return new Trial("Try " + label, change.apply(before).withName(own.name() + ", " + label), before, goal, expects);
    }

    static Experiment shortened(Experiment own, long steps) {
        return own.withTraining(plan(plan(own.training(), TrainingPlan.STEPS.key(), steps), TrainingPlan.PATIENCE.key(), 0L));
    }

    static TrainingPlan plan(TrainingPlan plan, String key, Object value) {
        return new TrainingPlan(with(TrainingPlan.RECIPE, new Spec("training", plan.settings()), key, value).settings(), plan.order());
    }

    /** The rate times about so much, as a round number. */
    static Optional<Trial> rate(Symptoms s, double factor) {
        double rate = Math.clamp(round(s.experiment().rate() * factor), SMALLEST_RATE, LARGEST_RATE);
        return lower(s, "rate " + Words.setting(rate), own -> own.withOptimizer(
                with(Optimizers.ALL, own.optimizer(), "rate", rate)));
    }

    /** One significant digit. */
    static double round(double rate) {
        return new BigDecimal(rate).round(new MathContext(1)).doubleValue();
    }

    static Experiment standardized(Experiment own) {
        List<Spec> prepare = new ArrayList<>(own.data().prepare());
        prepare.add(Standardize.RECIPE.standard());
        return own.withData(prepared(own.data(), prepare));
    }

    private static DataPlan prepared(DataPlan of, List<Spec> prepare) {
        return new DataPlan(of.set(), of.make(), prepare, of.augment(), of.validation(), of.perClass(), of.standardizeTargets(), of.changes());
    }

    static Experiment augmented(Experiment own, List<Spec> augment) {
        DataPlan of = own.data();
        return own.withData(new DataPlan(of.set(), of.make(), of.prepare(), augment, of.validation(), of.perClass(), of.standardizeTargets(), of.changes()));
    }

    static Experiment perClass(Experiment own, int perClass) {
        DataPlan of = own.data();
        return own.withData(new DataPlan(of.set(), of.make(), of.prepare(), of.augment(), of.validation(), perClass, of.standardizeTargets(), of.changes()));
    }

    static Experiment shuffled(Experiment own) {
        return own.withTraining(new TrainingPlan(own.training().settings(), Shuffled.RECIPE.standard()));
    }

    static Experiment withLayers(Experiment own, UnaryOperator<Spec> change) {
        return own.withLayers(own.layers().stream().map(change).toList());
    }

    /** Few images of each class, all in one batch, without anything random: what any sound network learns by heart. */
    static Trial byHeart(Experiment own, int classes) {
        int perClass = Math.max(1, BY_HEART / classes);
        int images = perClass * classes;
        Experiment few = perClass(augmented(own, List.of()), perClass);
        few = few.withData(few.data().withoutValidation());
        TrainingPlan plan = plan(plan(few.training(), TrainingPlan.BATCH.key(), (long) images), TrainingPlan.EPOCHS.key(), BY_HEART_STEPS);
        few = few.withTraining(plan).withLayers(few.layers().stream().filter(each -> !each.type().equals("dropout")).toList());
        few = shortened(few, BY_HEART_STEPS).withName("%s, %d images".formatted(own.name(), images));
        return new Trial("Learn %d images by heart".formatted(images), few, few, Trial.Goal.BY_HEART,
                "All %d are right at the end, and the loss is nearly zero.".formatted(images));
    }

    static <M> Spec with(List<Recipe<M>> all, Spec spec, String key, Object value) {
        return with(all.stream().filter(each -> each.type().equals(spec.type())).findFirst().orElseThrow(), spec, key, value);
    }

    private static Spec with(Recipe<?> recipe, Spec spec, String key, Object value) {
        Map<String, Object> values = new LinkedHashMap<>(spec.settings().asMap());
        values.put(key, value);
        try {
            return recipe.with(values);
        } catch (SettingException outside) {
            throw new IllegalStateException(outside);
        }
    }
}
