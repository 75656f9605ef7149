package tadpole.engine.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tadpole.engine.dataset.Augmentations;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges;
import tadpole.engine.training.StartValues;
import tadpole.engine.training.TrainingPlan;

/** Draws experiments from all recipes, with every setting anywhere within its bounds; they need not make sense. */
final class RandomExperiments {

    private static final String LETTERS = "abc XYZ 019 \"\\/{}[],:\n\r\t\b\u0000\u007f\u2028éß€漢";

    private final RandomGenerator random;

    RandomExperiments(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Experiment next() {
        return new Experiment(
                "n" + text(),
                text(),
                new DataPlan("s" + text(), random.nextBoolean() ? Optional.of(spec(PointSets.ALL)) : Optional.empty(),
                        specs(Preparations.ALL), specs(Augmentations.ALL),
                        (Double) value(DataPlan.VALIDATION), ((Long) value(DataPlan.PER_CLASS)).intValue(), random.nextBoolean(),
                        changes()),
                specs(Layers.ALL),
                spec(Losses.ALL),
                spec(Optimizers.ALL),
                spec(Schedules.ALL),
                new TrainingPlan(settings(TrainingPlan.RECIPE), spec(Samplers.ALL)),
                (Long) value(Experiment.SEED),
                start());
    }

    private SampleChanges changes() {
        if (random.nextBoolean()) {
            return SampleChanges.NONE;
        }
        List<SampleChanges.Correction> corrections = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            corrections.add(new SampleChanges.Correction(random.nextBoolean(), (int) whole(0, Integer.MAX_VALUE),
                    random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of((int) whole(0, Integer.MAX_VALUE))));
        }
        return new SampleChanges(corrections, (Double) value(SampleChanges.SHUFFLED_LABELS), random.nextBoolean());
    }

    private StartValues start() {
        StartValues start = StartValues.NONE;
        for (int i = random.nextInt(3); i > 0; i--) {
            start = start.with("linear" + i + ".weight \" ß", List.of(decimal(-1e30, 1e30), decimal(-1, 1)));
        }
        return start;
    }

    private <M> List<Spec> specs(List<Recipe<M>> all) {
        List<Spec> specs = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            specs.add(spec(all));
        }
        return specs;
    }

    private <M> Spec spec(List<Recipe<M>> all) {
        Recipe<M> recipe = all.get(random.nextInt(all.size()));
        return new Spec(recipe.type(), settings(recipe));
    }

    private Settings settings(Recipe<?> recipe) {
        Map<String, Object> given = new LinkedHashMap<>();
        recipe.settings().forEach(setting -> given.put(setting.key(), value(setting)));
        try {
            return recipe.settings(given);
        } catch (SettingException drawnWrong) {
            throw new AssertionError(drawnWrong);
        }
    }

    private Object value(Setting setting) {
        return switch (setting) {
            case Setting.Decimal decimal -> decimal(decimal.least(), decimal.most());
            case Setting.Whole whole -> whole(whole.least(), whole.most());
            case Setting.Choice choice -> choice.options().get(random.nextInt(choice.options().size())).key();
            case Setting.Switch _ -> random.nextBoolean();
            case Setting.Decimals decimals -> {
                List<Double> values = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    values.add(decimal(decimals.least(), decimals.most()));
                }
                yield values;
            }
        };
    }

    /** The ends, the whole numbers and tiny numbers come up too. */
    private double decimal(double least, double most) {
        return switch (random.nextInt(5)) {
            case 0 -> least;
            case 1 -> most;
            case 2 -> Math.clamp(Math.rint(random.nextDouble(least, most)), least, most);
            case 3 -> Math.clamp(random.nextGaussian() * Math.pow(10, -random.nextInt(30)), least, most);
            default -> random.nextDouble(least, most);
        };
    }

    private long whole(long least, long most) {
        return switch (random.nextInt(3)) {
            case 0 -> least;
            case 1 -> most;
            default -> random.nextLong(least, most);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(switch (random.nextInt(20)) {
                case 0 -> "\uD83D\uDC38";
                case 1 -> "\uD83D";
                case 2 -> "\uDC38";
                default -> String.valueOf(LETTERS.charAt(random.nextInt(LETTERS.length())));
            });
        }
        return text.toString();
    }
}
