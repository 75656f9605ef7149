package tadpole.engine.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Preset;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;

/** Which rates a learning-rate finder tries, how it smooths the losses, and when it gives up. */
public record SweepPlan(Settings settings) {

    private static final String GEOMETRIC = "geometric";
    private static final String GEOMETRIC_FORMULA = "from · (to / from)^(i / (n - 1))";
    private static final String EVEN_FORMULA = "from + (to - from) · i / (n - 1)";

    public static final Setting.Decimal FROM = new Setting.Decimal("from", "From", 1e-8, 1e-12, 1000, "",
            "The first and smallest rate. Default 1e-8.");
    public static final Setting.Decimal TO = new Setting.Decimal("to", "To", 10.0, 1e-12, 1000, "",
            "The last and greatest rate, if the loss does not explode before. Default 10.");
    public static final Setting.Whole STEPS = new Setting.Whole("steps", "Steps", 0L, 0, 100_000, "",
            "How many rates, one batch each; 0 takes one epoch.");
    public static final Setting.Choice SPACING = new Setting.Choice("spacing", "Spacing", GEOMETRIC,
            List.of(new Setting.Option(GEOMETRIC, "Geometric"), new Setting.Option("even", "Even")),
            "Geometric: each rate is the same factor above the one before, so every power of ten gets as many steps. "
                    + "Even: nine of ten steps fall into the highest power of ten.");
    public static final Setting.Decimal STOP = new Setting.Decimal("stop", "Stops at", 4.0, 1.01, 1e6, "× best",
            "Ends when the smoothed loss is greater than so many times its best. Default 4.");
    public static final Setting.Decimal BETA = new Setting.Decimal("beta", "Smoothing β", 0.98, 0.0, 0.9999, "",
            "v = β v + (1 - β) loss, shown as v / (1 - βⁿ): the share that the average keeps from step to step. Default 0.98.");
    public static final Setting.Whole SKIP_FIRST = new Setting.Whole("skipFirst", "First not drawn", 10L, 0, 10_000, "steps",
            "The average is still unsteady there. Default 10.");
    public static final Setting.Whole SKIP_LAST = new Setting.Whole("skipLast", "Last not drawn", 5L, 0, 10_000, "steps",
            "There the loss explodes, and would squeeze all else. Default 5.");

    /** The plan as a recipe without a product: its settings are all there is. */
    public static final Recipe<Void> RECIPE = new Recipe<>("sweep", "Sweep", "Which learning rates are tried.",
            List.of(FROM, TO, STEPS, SPACING, STOP, BETA, SKIP_FIRST, SKIP_LAST), null);

    /** Published choices, each of which fills all settings; the first is the default. */
    public static final List<Preset> PRESETS = List.of(
            new Preset("Original lesson", "1e-8 to 10 in one epoch; drawn from the 11th to the 6th last step.", Map.of()),
            new Preset("fastai", "1e-7 to 10 in 100 steps; the last 5 are not drawn.",
                    Map.of("from", 1e-7, "steps", 100, "skipFirst", 0)));

    /** @throws SettingException where the rates would not rise */
    public static SweepPlan of(Settings settings) throws SettingException {
        SweepPlan plan = new SweepPlan(settings);
        if (!(plan.to() > plan.from())) {
            throw new SettingException("The sweep must end above its start: rate = %s rises only with to > from, but from is %s and to is %s."
                    .formatted(plan.formula(), number(plan.from()), number(plan.to())));
        }
        if (plan.settings.whole("steps") == 1) {
            throw new SettingException("A sweep needs 2 steps at least, one for each end: in rate = %s, n - 1 is 0 with steps n = 1. 0 takes one epoch."
                    .formatted(plan.formula()));
        }
        return plan;
    }

    /** @throws SettingException where a setting is outside its bounds, or the rates would not rise */
    public static SweepPlan of(Map<String, Object> wanted) throws SettingException {
        for (Setting.Decimal end : List.of(FROM, TO)) {
            if (wanted.get(end.key()) instanceof Number rate && !(rate.doubleValue() > 0 && Double.isFinite(rate.doubleValue()))) {
                throw new SettingException("Rates are powers of ten, above 0: in rate = %s, %s must be between %s and %s, but is %s.".formatted(
                        GEOMETRIC_FORMULA, end.key(), number(end.least()), number(end.most()), number(rate.doubleValue())));
            }
        }
        return of(RECIPE.settings(wanted));
    }

    public static SweepPlan standard() {
        return new SweepPlan(RECIPE.standard().settings());
    }

    public double from() {
        return settings.decimal("from");
    }

    public double to() {
        return settings.decimal("to");
    }

    public boolean isGeometric() {
        return settings.choice("spacing").equals(GEOMETRIC);
    }

    public double stop() {
        return settings.decimal("stop");
    }

    public double beta() {
        return settings.decimal("beta");
    }

    public int skipFirst() {
        return settings.whole("skipFirst");
    }

    public int skipLast() {
        return settings.whole("skipLast");
    }

    /** How many rates are planned where an epoch has so many steps; 2 at least. */
    public int steps(int stepsAnEpoch) {
        int wanted = settings.whole("steps");
        return Math.max(2, wanted == 0 ? stepsAnEpoch : wanted);
    }

    /** The rate of a step. @param step from 0 */
    double rate(int step, int steps) {
        double share = (double) step / (steps - 1);
        return isGeometric() ? from() * Math.pow(to() / from(), share) : from() + (to() - from()) * share;
    }

    private String formula() {
        return isGeometric() ? GEOMETRIC_FORMULA : EVEN_FORMULA;
    }

    private static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : Double.toString(value);
        }
        BigDecimal exact = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
        int exponent = exact.precision() - exact.scale() - 1;
        return exponent < -4 ? exact.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent : exact.toPlainString();
    }
}
