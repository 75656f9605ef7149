package tadpole.engine.surface;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;

/**
 * Paths down one curve from one start, one for each rate.
 *
 * @param about     one or two sentences; may be empty
 * @param settings  of {@link #RECIPE}
 * @param optimizer who walks
 * @param rates     at least one, at most {@link #MOST_RATES}; they stand in the place of the optimizer's own
 */
public record WalkPlan(String name, String about, Settings settings, Spec optimizer, List<Double> rates) {

    public static final int MOST_RATES = 6;

    public static final Recipe<String> RECIPE = new Recipe<>("walk", "Descent", "Paths down a curve.", List.of(
            new Setting.Choice("curve", "Curve", "parabola",
                    Curves.ALL.stream().map(curve -> new Setting.Option(curve.key(), curve.label())).toList(),
                    "The loss of one number that the paths go down."),
            new Setting.Decimal("curvature", "Curvature", Curves.STANDARD_CURVATURE, 0.01, 100, "",
                    "Second derivative of the parabola: rates above 2 / curvature explode. Default 2, that of x²."),
            new Setting.Decimal("start", "Start", 3.0, -100, 100, "", "The x at which every path begins. Default 3."),
            new Setting.Whole("steps", "Steps", 20L, 1, 1000, "", "How many steps each path has. Default 20.")), "");

    public WalkPlan {
        rates = List.copyOf(rates);
        if (rates.isEmpty() || rates.size() > MOST_RATES) {
            throw new IllegalArgumentException("A walk takes 1 to %d rates, but has %d.".formatted(MOST_RATES, rates.size()));
        }
    }

    public Curve curve() {
        try {
            return Curves.find(settings.choice("curve"), settings.decimal("curvature"));
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked curve was refused.", impossible);
        }
    }

    public double start() {
        return settings.decimal("start");
    }

    public int steps() {
        return settings.whole("steps");
    }

    /** The optimizer at another rate. */
    public Spec at(double rate) {
        try {
            Map<String, Object> given = new LinkedHashMap<>(optimizer.settings().asMap());
            given.put("rate", rate);
            return Recipe.find(Optimizers.ALL, "optimizer", optimizer.type()).with(given);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked rate was refused.", impossible);
        }
    }

    public CurveWalk walk(double rate, Device device) {
        try {
            return CurveWalk.of(curve(), at(rate), start(), steps(), device);
        } catch (SettingException impossible) {
            throw new IllegalStateException("A checked optimizer was refused.", impossible);
        }
    }

    /** Whether one factor tells what a rate does: plain descent on a parabola. */
    public boolean hasFactor() {
        return Curves.isParabola(curve()) && optimizer.type().equals("sgd") && optimizer.settings().decimal("weightDecay") == 0;
    }

    public WalkPlan with(Settings changed) {
        return new WalkPlan(name, about, changed, optimizer, rates);
    }

    public WalkPlan with(Spec other) {
        return new WalkPlan(name, about, settings, other, rates);
    }

    public WalkPlan with(List<Double> others) {
        return new WalkPlan(name, about, settings, optimizer, others);
    }
}
