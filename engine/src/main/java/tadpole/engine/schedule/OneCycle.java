package tadpole.engine.schedule;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/**
 * One rise to the learning rate and one fall far below the start: PyTorch's OneCycleLR. start = rate / divFactor, end =
 * start / finalDivFactor; the rise ends with step pctStart · steps - 1, in three phases the way back to the start takes as
 * many steps again, and the last step has the end. Momentum goes the other way and stays at its greatest in the third
 * phase. Smith 2018.
 */
public final class OneCycle implements Schedule {

    private static final String LINEAR = "linear";

    public static final Recipe<ScheduleMaker> RECIPE = new Recipe<>("oneCycle", "1cycle",
            "One rise to the learning rate and one fall far below the start, while momentum goes the other way.",
            List.of(
                    new Setting.Decimal("pctStart", "Rise", 0.3, 0.0, 1.0, "of the run",
                            "The share of the run that the rate rises. Default 0.3."),
                    new Setting.Switch("threePhase", "Three phases", false,
                            "Falls back to the start as fast as it rose, and from there to the end."),
                    new Setting.Decimal("divFactor", "Peak ÷ start", 25.0, 1.0, 1e9, "",
                            "The start is the learning rate divided by it. Default 25."),
                    new Setting.Decimal("finalDivFactor", "Start ÷ end", 1e4, 1.0, 1e12, "",
                            "The end is the start divided by it. Default 10000."),
                    new Setting.Choice("annealStrategy", "Shape", "cos",
                            List.of(new Setting.Option("cos", "Half cosines"), new Setting.Option(LINEAR, "Straight lines")),
                            "How the rate goes from one end of a phase to the other."),
                    MomentumSettings.CYCLES,
                    MomentumSettings.LEAST,
                    MomentumSettings.MOST),
            OneCycle::new);

    /** Published choices, each of which fills all settings. */
    public static final List<Preset> PRESETS = List.of(
            new Preset("PyTorch", "The defaults of PyTorch's OneCycleLR: rise 30 %, half cosines, end at rate / 250 000.", Map.of()),
            new Preset("fastai v2", "Rise 25 %, half cosines, end at rate / 100 000.",
                    Map.of("pctStart", 0.25, "finalDivFactor", 4000)),
            new Preset("fastai v1", "Rise 30 %, half cosines, end at rate / 250 000.",
                    Map.of("pctStart", 0.3, "finalDivFactor", 1e4)),
            new Preset("Smith", "Straight lines: up and down in the first 86.32 % from a tenth of the rate, then on to 1/100 of that.",
                    Map.of("pctStart", 0.4316, "threePhase", true, "divFactor", 10, "finalDivFactor", 100, "annealStrategy", LINEAR)));

    private final double rise;
    private final boolean threePhases;
    private final double divisor;
    private final double finalDivisor;
    private final boolean linear;
    private final MomentumSettings momentum;

    private OneCycle(Settings settings) throws SettingException {
        rise = settings.decimal("pctStart");
        threePhases = settings.on("threePhase");
        divisor = settings.decimal("divFactor");
        finalDivisor = settings.decimal("finalDivFactor");
        linear = settings.choice("annealStrategy").equals(LINEAR);
        momentum = MomentumSettings.of(settings);
        if (threePhases && rise > 0.5) {
            throw new SettingException("Rise and fall of three phases take 2 · pctStart of the run, at most 1, but 2 · %s = %s. Take a pctStart of at most 0.5."
                    .formatted(rise, 2 * rise));
        }
    }

    @Override
    public Move at(Course course) {
        double start = course.rate() / divisor;
        double end = start / finalDivisor;
        double top = rise * course.steps() - 1;
        double back = 2 * rise * course.steps() - 2;
        double last = course.steps() - 1;
        double step = course.step();
        if (step <= top) {
            return move(course, share(0, step, top), start, course.rate(), momentum.most(), momentum.least());
        }
        if (!threePhases) {
            return move(course, share(top, step, last), course.rate(), end, momentum.least(), momentum.most());
        }
        if (step <= back) {
            return move(course, share(top, step, back), course.rate(), start, momentum.least(), momentum.most());
        }
        return move(course, share(back, step, last), start, end, momentum.most(), momentum.most());
    }

    private Move move(Course course, double share, double fromRate, double toRate, double fromMomentum, double toMomentum) {
        return momentum.move(course, anneal(fromRate, toRate, share), anneal(fromMomentum, toMomentum, share));
    }

    private double anneal(double from, double to, double share) {
        return linear ? from + (to - from) * share : Cosine.fall(from, to, share);
    }

    /** A phase without any length is over. */
    private static double share(double from, double at, double to) {
        return to <= from ? 1 : Math.min(1, (at - from) / (to - from));
    }
}
