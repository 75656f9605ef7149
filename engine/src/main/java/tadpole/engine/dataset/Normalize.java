package tadpole.engine.dataset;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** (x - mean) / deviation with numbers that are given, one pair a channel or one pair for all. */
public final class Normalize implements Preparation {

    public static final Recipe<PreparationMaker> RECIPE = new Recipe<>("normalize", "Normalize, given",
            "Subtracts a given mean and divides by a given deviation: (x - mean) / deviation, per channel.",
            List.of(
                    new Setting.Decimals("mean", "Mean", List.of(0.0), -1e6, 1e6, "", "One number, or one for each channel."),
                    new Setting.Decimals("deviation", "Deviation", List.of(1.0), 1e-9, 1e6, "", "One number, or one for each channel.")),
            Normalize::given);

    private final double[] mean;
    private final double[] deviation;

    /** One pair for each of them. */
    Normalize(double[] mean, double[] deviation) {
        this.mean = mean;
        this.deviation = deviation;
    }

    private static Normalize given(Settings settings, Split train, List<Preparation> before) throws SettingException {
        int channels = Preparations.shape(before, train.shape()).at(0);
        return new Normalize(perChannel("mean", settings, channels), perChannel("deviation", settings, channels));
    }

    private static double[] perChannel(String key, Settings settings, int channels) throws SettingException {
        double[] values = settings.decimals(key);
        if (values.length == channels) {
            return values;
        }
        if (values.length != 1) {
            throw new SettingException("\"%s\" of \"normalize\" needs 1 number or one for each of the %d channels, but has %d."
                    .formatted(key, channels, values.length));
        }
        double[] all = new double[channels];
        Arrays.fill(all, values[0]);
        return all;
    }

    @Override
    public void apply(float[] values, int offset, int size) {
        int area = size / mean.length;
        for (int channel = 0; channel < mean.length; channel++) {
            float subtracted = (float) mean[channel];
            float divided = (float) deviation[channel];
            int end = offset + (channel + 1) * area;
            for (int i = offset + channel * area; i < end; i++) {
                values[i] = (values[i] - subtracted) / divided;
            }
        }
    }

    @Override
    public Optional<Explained> explain(int i, int size, IntFunction<Explained> given) {
        int channel = i / (size / mean.length);
        Explained x = given.apply(i);
        return Optional.of(new Explained(normal(x.symbols(), channel), normal(x.numbers(), channel), mean.length == 1 ? ""
                : "Mean and deviation of channel %d.".formatted(channel)));
    }

    private Expr normal(Expr x, int channel) {
        return Expr.over(Expr.minus(x, Expr.number(mean[channel])), Expr.number(deviation[channel]));
    }

    @Override
    public boolean isElementwise() {
        return true;
    }
}
