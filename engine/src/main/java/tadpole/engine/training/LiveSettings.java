package tadpole.engine.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.TrainingEvent.Value;

/** The settings of a run as they are in use; some change while it runs. Any thread may read. */
final class LiveSettings {

    /** One setting that is another now, in the words of a chart. */
    record Difference(String label, Value from, Value to) {}

    private final int plannedBatch;
    private volatile Experiment experiment;
    private volatile TrainingPlan planned;

    /** @param plannedBatch that schedules count by */
    LiveSettings(Experiment experiment, int plannedBatch) {
        this.plannedBatch = plannedBatch;
        set(experiment);
    }

    /** With the settings in use. */
    Experiment experiment() {
        return experiment;
    }

    /** The plan in use, with the batch size that was planned. */
    TrainingPlan planned() {
        return planned;
    }

    double rate() {
        return experiment.rate();
    }

    int batchSize() {
        return experiment.training().batch();
    }

    int plannedBatch() {
        return plannedBatch;
    }

    void set(Experiment now) {
        experiment = now;
        planned = now.training().with(TrainingPlan.BATCH, (long) plannedBatch);
    }

    /** What another experiment has otherwise, of all that may change while it runs. */
    List<Difference> to(Experiment other) {
        List<Difference> all = new ArrayList<>();
        parts(all, "optimizer", Optimizers.ALL, experiment.optimizer(), other.optimizer());
        parts(all, "schedule", Schedules.ALL, experiment.schedule(), other.schedule());
        settings(all, TrainingPlan.RECIPE.settings(), experiment.training().settings().asMap(), other.training().settings().asMap());
        return all;
    }

    private static <M> void parts(List<Difference> all, String kind, List<Recipe<M>> recipes, Spec from, Spec to) {
        Recipe<M> recipe = recipe(recipes, to);
        if (!from.type().equals(to.type())) {
            all.add(new Difference(kind, new Value.Word(recipe(recipes, from).label()), new Value.Word(recipe.label())));
            settings(all, recipe.settings().stream().filter(each -> each.key().equals(Optimizers.RATE.key())).toList(),
                    from.settings().asMap(), to.settings().asMap());
            return;
        }
        settings(all, recipe.settings(), from.settings().asMap(), to.settings().asMap());
    }

    private static <M> Recipe<M> recipe(List<Recipe<M>> recipes, Spec spec) {
        return recipes.stream().filter(each -> each.type().equals(spec.type())).findFirst().orElseThrow();
    }

    private static void settings(List<Difference> all, List<Setting> settings, Map<String, Object> from, Map<String, Object> to) {
        for (Setting setting : settings) {
            Optional<Object> before = Optional.ofNullable(from.get(setting.key()));
            Object after = to.get(setting.key());
            if (before.isPresent() && !before.get().equals(after)) {
                all.add(new Difference(label(setting), value(setting, before.get()), value(setting, after)));
            }
        }
    }

    private static String label(Setting setting) {
        if (setting.key().equals(Optimizers.RATE.key())) {
            return "rate";
        }
        String label = setting.label();
        boolean isWord = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        return isWord ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }

    private static Value value(Setting setting, Object value) {
        return switch (setting) {
            case Setting.Decimal _, Setting.Whole _ -> new Value.Amount(((Number) value).doubleValue());
            case Setting.Choice choice -> new Value.Word(choice.options().stream().filter(each -> each.key().equals(value))
                    .map(each -> each.label().toLowerCase(java.util.Locale.ROOT)).findFirst().orElseThrow());
            case Setting.Switch _ -> new Value.Word((Boolean) value ? "on" : "off");
            case Setting.Decimals _ -> new Value.Word(value.toString());
        };
    }
}
