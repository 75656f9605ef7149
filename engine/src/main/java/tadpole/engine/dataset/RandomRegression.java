package tadpole.engine.dataset;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Inputs and targets that are all drawn from a normal distribution of deviation 1: nothing to find, only to learn by heart. */
final class RandomRegression {

    static final Recipe<PointSetMaker> RECIPE = new Recipe<>("random", "Random numbers",
            "Random inputs and random targets: nothing to find, but a network can learn them by heart.",
            List.of(
                    new Setting.Whole("count", "Samples", 64L, 1, 10_000, "", "How many samples there are. Default 64."),
                    new Setting.Whole("inputs", "Numbers in", 1000L, 1, 10_000, "", "How many numbers a sample has. Default 1000."),
                    new Setting.Whole("outputs", "Numbers out", 10L, 1, 1000, "", "How many numbers are to come out. Default 10."),
                    PointSettings.TEST,
                    PointSettings.SEED),
            RandomRegression::make);

    private static final int MOST = 20_000_000;

    private RandomRegression() {}

    private static PointSet make(Settings settings) throws SettingException {
        int count = settings.whole("count");
        int inputs = settings.whole("inputs");
        int outputs = settings.whole("outputs");
        if ((long) count * (inputs + outputs) > MOST) {
            throw new SettingException("Random numbers must be at most %d, but %d samples of %d and %d numbers are %d. Take fewer samples."
                    .formatted(MOST, count, inputs, outputs, (long) count * (inputs + outputs)));
        }
        float[] x = normal(settings, "inputs", count * inputs);
        float[] y = normal(settings, "outputs", count * outputs);
        return new PointSet("Random numbers, %d samples of %d to %d".formatted(count, inputs, outputs), List.of(),
                new RealPoints(inputs, x, outputs, y), settings.decimal("test"), PointDraft.seed(settings));
    }

    private static float[] normal(Settings settings, String purpose, int count) {
        RandomGenerator random = PointDraft.seed(settings).derive(purpose).generator();
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
