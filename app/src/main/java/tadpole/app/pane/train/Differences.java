package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

/** What one experiment has otherwise than another, in few words: "rate 0.03, batch size 128". */
final class Differences {

    private final List<String> all = new ArrayList<>();

    private Differences() {}

    static String text(Experiment from, Experiment to) {
        Differences differences = new Differences();
        differences.part("", Optimizers.ALL, from.optimizer(), to.optimizer());
        differences.part("", Schedules.ALL, from.schedule(), to.schedule());
        differences.settings(TrainingPlan.RECIPE.settings(), from.training().settings().asMap(), to.training().settings().asMap());
        differences.part("loss ", Losses.ALL, from.loss(), to.loss());
        differences.word(from.training().order().equals(to.training().order()), "other order");
        differences.word(from.seed() == to.seed(), "seed " + to.seed());
        differences.word(from.layers().equals(to.layers()), "other layers");
        differences.word(from.data().equals(to.data()), "other data");
        return String.join(", ", differences.all);
    }

    /** Whether they differ in what acts while a run goes on: optimizer, schedule, plan. */
    static boolean live(Experiment from, Experiment to) {
        return !from.optimizer().equals(to.optimizer()) || !from.schedule().equals(to.schedule())
                || !from.training().settings().equals(to.training().settings());
    }

    /** The one with what acts while a run goes on taken from the other. */
    static Experiment merge(Experiment run, Experiment wanted) {
        return run.withOptimizer(wanted.optimizer()).withSchedule(wanted.schedule())
                .withTraining(new TrainingPlan(wanted.training().settings(), run.training().order()));
    }

    private void word(boolean same, String words) {
        if (!same) {
            all.add(words);
        }
    }

    private <M> void part(String before, List<Recipe<M>> recipes, Spec from, Spec to) {
        Recipe<M> recipe = recipes.stream().filter(each -> each.type().equals(to.type())).findFirst().orElseThrow();
        if (!from.type().equals(to.type())) {
            all.add(before + recipe.label());
        }
        settings(recipe.settings(), from.settings().asMap(), to.settings().asMap());
    }

    private void settings(List<Setting> settings, Map<String, Object> from, Map<String, Object> to) {
        for (Setting setting : settings) {
            if (from.containsKey(setting.key()) && !from.get(setting.key()).equals(to.get(setting.key()))) {
                all.add(label(setting) + " " + value(to.get(setting.key())));
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

    private static String value(Object value) {
        return switch (value) {
            case Double number -> Numbers.shortest(number);
            case Boolean on -> on ? "on" : "off";
            default -> value.toString();
        };
    }
}
