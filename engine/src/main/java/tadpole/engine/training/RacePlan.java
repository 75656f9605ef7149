package tadpole.engine.training;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * A race of optimizers: what a race file holds. Of one seed all start from the same parameters and see the same batches.
 *
 * @param name       short, as its file is called
 * @param about      one or two sentences for people; may be empty
 * @param experiment what they train; its own optimizer takes no part, its seed is the first of the race
 * @param settings   of {@link #RECIPE}
 */
public record RacePlan(String name, String about, Experiment experiment, List<Contestant> contestants, Settings settings) {

    public static final int MOST_CONTESTANTS = 12;

    public static final Setting.Choice MODE = new Setting.Choice("mode", "Rates", "best",
            List.of(new Setting.Option("best", "Each at its own best rate"), new Setting.Option("same", "All at one rate")),
            "One rate for all flatters whom it suits; each at its own best rate is the fair race.");
    public static final Setting.Decimal RATE = new Setting.Decimal("rate", "The one rate", 0.01, 1e-12, 1000.0, "",
            "The learning rate of all where they race at one. Default 0.01.");
    public static final Setting.Whole STEPS = new Setting.Whole("steps", "Steps", 938L, 1, 100_000, "",
            "How many batches each learns from. Default 938, one epoch of MNIST in batches of 64.");
    public static final Setting.Whole EPOCHS = new Setting.Whole("epochs", "Epochs", 0L, 0, 1000, "0: by steps",
            "How often each goes through all images; 0 means that the steps say how long. Default 0.");
    public static final Setting.Switch TEST = new Setting.Switch("test", "Measure on test images", false,
            "Whether each ends with a look at the test images: a low loss in training that fails there was learned by heart.");
    public static final Setting.Whole SEEDS = new Setting.Whole("seeds", "Seeds", 3L, 1, 20, "",
            "How often it is raced, each time from another start. Less than 2 says nothing of chance. Default 3.");
    public static final Setting.Decimal SMOOTHING = new Setting.Decimal("smoothing", "Smoothing β", 0.97, 0.0, 0.999, "",
            "What is drawn: v = β v + (1 - β) loss, over 1 - βⁿ. The ranking does not depend on it. Default 0.97.");

    /** The settings of a race as a recipe without a product. */
    public static final Recipe<Void> RECIPE =
            new Recipe<>("race", "Race", "How long, how often and at which rates.", List.of(MODE, RATE, STEPS, EPOCHS, SEEDS, SMOOTHING, TEST), null);

    private static final int LAST = 150;
    private static final int LONGEST_LABEL = 40;

    /** @throws IllegalArgumentException where {@link #check} refuses the contestants */
    public RacePlan {
        contestants = List.copyOf(contestants);
        try {
            check(contestants);
        } catch (SettingException refused) {
            throw new IllegalArgumentException(refused.getMessage(), refused);
        }
    }

    /** @throws SettingException in one sentence where these cannot race */
    public static void check(List<Contestant> contestants) throws SettingException {
        if (contestants.isEmpty() || contestants.size() > MOST_CONTESTANTS) {
            throw new SettingException("A race takes 1 to %d optimizers, but here are %d.".formatted(MOST_CONTESTANTS, contestants.size())).at("contestants");
        }
        Set<String> labels = new HashSet<>();
        for (int i = 0; i < contestants.size(); i++) {
            check(contestants.get(i), i);
        }
        for (Contestant each : contestants) {
            if (!labels.add(each.label())) {
                throw new SettingException("Two optimizers are called \"%s\". Give one of them another label.".formatted(each.label())).at("contestants");
            }
        }
    }

    private static void check(Contestant contestant, int place) throws SettingException {
        String label = contestant.label();
        int length = label.codePointCount(0, label.length());
        if (length > LONGEST_LABEL) {
            throw new SettingException("The name of an optimizer takes at most %d characters, but that of optimizer %d has %d."
                    .formatted(LONGEST_LABEL, place + 1, length)).at("contestants[%d].label".formatted(place));
        }
        if (label.codePoints().anyMatch(Character::isISOControl)) {
            throw new SettingException("The name of optimizer %d has a line break or another control character. Take it out."
                    .formatted(place + 1)).at("contestants[%d].label".formatted(place));
        }
    }

    public boolean sameRate() {
        return settings.choice("mode").equals("same");
    }

    /** Of all, where they race at one. */
    public double rate() {
        return settings.decimal("rate");
    }

    /** Where {@link #epochs} is not 0, only of a plan that {@link #over} made. */
    public int steps() {
        return settings.whole("steps");
    }

    /** 0 where the steps decide. */
    public int epochs() {
        return settings.whole("epochs");
    }

    /** Whether each run ends with a look at the test images. */
    public boolean tests() {
        return settings.on("test");
    }

    public int seeds() {
        return settings.whole("seeds");
    }

    public double smoothing() {
        return settings.decimal("smoothing");
    }

    /** Over how many steps at its end the final loss of a run is the mean: 150, in a short race a quarter of the steps. */
    public int last() {
        return Math.min(LAST, Math.ceilDiv(steps(), 4));
    }

    /** Of the n-th seed, counted from 0. */
    public long seed(int n) {
        return (experiment.seed() + n) & Long.MAX_VALUE;
    }

    /**
     * The same race, its steps those of its epochs; itself where it has no epochs.
     *
     * @throws SettingException where these are more than a race takes
     */
    RacePlan over(int samples) throws SettingException {
        if (epochs() == 0) {
            return this;
        }
        long all = (long) epochs() * experiment.training().stepsAnEpoch(samples);
        if (all > STEPS.most()) {
            throw new SettingException("%d epochs of %d images in batches of %d are %d steps, but a race takes at most %d."
                    .formatted(epochs(), samples, experiment.training().batch(), all, STEPS.most())).at("epochs");
        }
        Map<String, Object> given = new HashMap<>(settings.asMap());
        given.put("steps", all);
        return new RacePlan(name, about, experiment, contestants, RECIPE.settings(given));
    }

    /** What one run of the race trains: as many steps as the race has, and no look at held-out samples. */
    public Experiment experiment(Lane lane, int samples) {
        Map<String, Object> plan = new HashMap<>(experiment.training().settings().asMap());
        plan.put("steps", steps());
        plan.put("epochs", Math.ceilDiv(steps(), Math.ceilDiv(samples, experiment.training().batch())));
        plan.put("patience", 0);
        DataPlan data = experiment.data();
        Contestant who = contestants.get(lane.contestant());
        try {
            return experiment.withData(data.withoutValidation())
                    .withOptimizer(who.at(lane.rate()))
                    .withSchedule(who.schedule().orElse(experiment.schedule()))
                    .withTraining(new TrainingPlan(TrainingPlan.RECIPE.settings(plan), experiment.training().order()))
                    .withSeed(seed(lane.seed()));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked setting was refused.", impossible);
        }
    }

    /**
     * One run of a race.
     *
     * @param contestant its place in the plan, from 0
     * @param seed       which of the race's seeds, from 0
     */
    public record Lane(int contestant, double rate, int seed) {}
}
