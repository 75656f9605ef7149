package tadpole.engine.surface;

import static tadpole.engine.surface.UpdateRule.four;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.recipe.Settings;
import tadpole.engine.surface.UpdateRule.Line;

/** Writes an optimizer's rule down for one number, line by line, and computes it in float in the order of the engine's kernels. */
final class RuleSheet {

    private static final Map<String, String> WITHOUT_A_RULE = Map.of(
            "lbfgs", "L-BFGS bends the gradient by what it learned from all weights together: one weight alone has no rule.",
            "conjugateGradient", "Conjugate gradient searches along one direction for all weights together: one weight alone has no rule.");

    private final Reading given;
    private final Settings settings;
    private final List<Line> lines = new ArrayList<>();
    private String note = "";

    RuleSheet(Reading given) {
        this.given = given;
        this.settings = given.optimizer().settings();
    }

    List<Line> lines() {
        return lines;
    }

    /** Why {@link #write} found no rule; else empty. */
    String note() {
        return note;
    }

    /** Gives the new number; empty where there is no rule. */
    Optional<Float> write() {
        lines.add(new Line("g", "", "", given.gradient()));
        return switch (given.optimizer().type()) {
            case "sgd" -> Optional.of(sgd());
            case "momentum" -> Optional.of(momentum());
            case "nesterov" -> Optional.of(nesterov());
            case "rmsprop" -> Optional.of(rmsProp());
            case "adagrad" -> Optional.of(adagrad());
            case "adadelta" -> Optional.of(adadelta());
            case "adam" -> Optional.of(adam(false));
            case "adamw" -> Optional.of(adam(true));
            default -> {
                note = WITHOUT_A_RULE.getOrDefault(given.optimizer().type(), "This optimizer's rule is not written down here.");
                lines.add(new Line("p", "p + change", "%s + %s".formatted(four(given.before()), number(given.change())), given.after()));
                yield Optional.empty();
            }
        };
    }

    private float sgd() {
        float g = decayed();
        return moved("%s·g".formatted(four(given.rate())), "%s·%s".formatted(four(given.rate()), number(g)), (float) given.rate() * g);
    }

    private float momentum() {
        float g = decayed();
        double taken = given.step() == 1 ? 1 : 1 - settings.decimal("dampening");
        boolean inside = settings.on("rateInside");
        float v = velocity(g, inside ? given.rate() * taken : taken);
        return inside ? moved("v", number(v), v)
                : moved("%s·v".formatted(four(given.rate())), "%s·%s".formatted(four(given.rate()), number(v)), (float) given.rate() * v);
    }

    private float nesterov() {
        float g = decayed();
        boolean inside = settings.on("rateInside");
        float v = velocity(g, inside ? given.rate() : 1);
        String rate = four(given.rate());
        String mu = four(mu());
        float ahead = (float) given.rate() * g + (float) (inside ? mu() : given.rate() * mu()) * v;
        return inside
                ? moved("(%s·g + %s·v)".formatted(rate, mu), "(%s·%s + %s·%s)".formatted(rate, number(g), mu, number(v)), ahead)
                : moved("%s·(g + %s·v)".formatted(rate, mu), "%s·(%s + %s·%s)".formatted(rate, number(g), mu, number(v)), ahead);
    }

    private float rmsProp() {
        float g = decayed();
        float alpha = (float) settings.decimal("alpha");
        float rest = (float) (1 - settings.decimal("alpha"));
        float n = mean("n", "alpha", given.remembered("square_avg", 0), g * g, "g²", number(g) + "²", alpha, rest);
        String variance = "n";
        String varianceNumber = four(n);
        float under = n;
        if (settings.on("centered")) {
            float m = mean("m", "alpha", given.remembered("grad_avg", 0), g, "g", number(g), alpha, rest);
            under = Math.max(0, n - m * m);
            variance = "(n - m²)";
            varianceNumber = "(%s - %s²)".formatted(four(n), number(m));
        }
        float step = g / (root(under + inside()) + outside());
        String quotient = "g/" + divisor(variance);
        String quotientNumbers = number(g) + "/" + divisor(varianceNumber);
        if (settings.decimal("momentum") > 0) {
            float v = (float) mu() * given.remembered("momentum_buffer", 0) + step;
            lines.add(new Line("v", "%s·v + %s".formatted(four(mu()), quotient),
                    "%s·%s + %s".formatted(four(mu()), number(given.remembered("momentum_buffer", 0)), quotientNumbers), v));
            step = v;
            quotient = "v";
            quotientNumbers = number(v);
        }
        String rate = four(given.rate());
        return moved("%s·%s".formatted(rate, quotient), "%s·%s".formatted(rate, quotientNumbers), (float) given.rate() * step);
    }

    private float adagrad() {
        float g = decayed();
        float beginning = (float) settings.decimal("initialAccumulatorValue");
        float before = given.remembered("sum", beginning);
        float s = before + g * g;
        lines.add(new Line("s", "s + g²", "%s + %s²".formatted(four(before), number(g)), s));
        double rate = given.rate() / (1 + (given.step() - 1) * settings.decimal("lrDecay"));
        float eps = (float) settings.decimal("eps");
        return moved("%s·g/(√s + %s)".formatted(four(rate), four(eps)),
                "%s·%s/(√%s + %s)".formatted(four(rate), number(g), four(s), four(eps)), (float) rate * g / (root(s) + eps));
    }

    private float adadelta() {
        float g = decayed();
        float rho = (float) settings.decimal("rho");
        float rest = (float) (1 - settings.decimal("rho"));
        float eps = (float) settings.decimal("eps");
        float a = given.remembered("acc_delta", 0);
        float s = mean("s", "rho", given.remembered("square_avg", 0), g * g, "g²", number(g) + "²", rho, rest);
        float d = root(a + eps) / root(s + eps) * g;
        lines.add(new Line("d", "√(a + %s)/√(s + %1$s)·g".formatted(four(eps)),
                "√(%s + %s)/√(%s + %2$s)·%4$s".formatted(four(a), four(eps), four(s), number(g)), d));
        mean("a", "rho", a, d * d, "d²", number(d) + "²", rho, rest);
        String rate = four(given.rate());
        return moved("%s·d".formatted(rate), "%s·%s".formatted(rate, number(d)), (float) given.rate() * d);
    }

    /** The mean moves by a share of its distance, which in float is not quite the same as the two products. */
    private float adam(boolean decoupled) {
        float shrink = decoupled ? shrink() : 1;
        float g = decoupled ? given.gradient() : decayed();
        double beta1 = mu("beta1");
        double beta2 = settings.decimal("beta2");
        float before = given.remembered("exp_avg", 0);
        float m = before + (float) (1 - beta1) * (g - before);
        lines.add(new Line("m", "%s·m + %s·g".formatted(four(beta1), four(1 - beta1)),
                "%s·%s + %s·%s".formatted(four(beta1), number(before), four(1 - beta1), number(g)), m));
        float v = mean("v", "beta2", given.remembered("exp_avg_sq", 0), g * g, "g²", number(g) + "²", (float) beta2, (float) (1 - beta2));
        if (settings.on("amsgrad")) {
            float greatest = given.remembered("max_exp_avg_sq", 0);
            String numbers = "max(%s, %s)".formatted(four(greatest), four(v));
            v = Math.max(greatest, v);
            lines.add(new Line("v", "max(greatest v, v)", numbers, v));
        }
        double correction1 = 1 - Math.pow(beta1, given.step());
        double correction2 = 1 - Math.pow(beta2, given.step());
        float rate = (float) (given.rate() / correction1);
        float scaled = v * (float) (1 / correction2);
        lines.add(corrected("m'", "m", beta1, m, correction1));
        lines.add(corrected("v'", "v", beta2, v, correction2));
        float step = rate * m / (root(scaled + inside()) + outside());
        String name = four(given.rate());
        return moved("%s·m'/%s".formatted(name, divisor("v'")),
                "%s·%s/%s".formatted(name, number((float) (m / correction1)), divisor(four(scaled))), step, shrink);
    }

    private Line corrected(String name, String of, double beta, float value, double correction) {
        return new Line(name, "%s/(1 - %s^%d)".formatted(of, four(beta), given.step()),
                "%s/%s".formatted(four(value), four(correction)), (float) (value / correction));
    }

    private float shrink() {
        double c = decay();
        return (float) (1 - given.rate() * c);
    }

    private float velocity(float g, double gain) {
        float before = given.remembered("momentum_buffer", 0);
        float v = (float) mu() * before + (float) gain * g;
        String share = gain == 1 ? "" : four(gain) + "·";
        lines.add(new Line("v", "%s·v + %sg".formatted(four(mu()), share),
                "%s·%s + %s%s".formatted(four(mu()), number(before), share, number(g)), v));
        return v;
    }

    /** A running mean: it keeps a share and takes the rest of what is new. */
    private float mean(String name, String key, float before, float fresh, String symbol, String numbers, float keep, float rest) {
        float now = keep * before + rest * fresh;
        String kept = four(settings.decimal(key));
        String taken = four(1 - settings.decimal(key));
        lines.add(new Line(name, "%s·%s + %s·%s".formatted(kept, name, taken, symbol),
                "%s·%s + %s·%s".formatted(kept, number(before), taken, numbers), now));
        return now;
    }

    /** The gradient with weight decay in it. */
    private float decayed() {
        double c = decay();
        float g = given.gradient() + (float) c * given.before();
        if (c != 0) {
            lines.add(new Line("g", "g + %s·p".formatted(four(c)),
                    "%s + %s·%s".formatted(four(given.gradient()), four(c), number(given.before())), g));
        }
        return g;
    }

    private double decay() {
        return given.bias() && !settings.on("decayBiases") ? 0 : settings.decimal("weightDecay");
    }

    private float moved(String symbols, String numbers, float by) {
        return moved(symbols, numbers, by, 1);
    }

    private float moved(String symbols, String numbers, float by, float shrink) {
        float now = given.before() * shrink - by;
        String times = shrink == 1 ? "" : Float.toString(shrink) + "·";
        lines.add(new Line("p", "%sp - %s".formatted(times, symbols), "%s%s - %s".formatted(times,
                times.isEmpty() ? four(given.before()) : number(given.before()), numbers), now));
        return now;
    }

    private double mu() {
        return mu("momentum");
    }

    private double mu(String key) {
        return given.momentum().orElse(settings.decimal(key));
    }

    private String divisor(String under) {
        String eps = four(settings.decimal("eps"));
        return inside() > 0 ? "√(%s + %s)".formatted(under, eps) : "(√%s + %s)".formatted(under, eps);
    }

    private float inside() {
        return settings.choice("epsPlace").equals("inside") ? (float) settings.decimal("eps") : 0;
    }

    private float outside() {
        return settings.choice("epsPlace").equals("inside") ? 0 : (float) settings.decimal("eps");
    }

    /** In parentheses where it is negative. */
    private static String number(float value) {
        return value < 0 ? "(" + four(value) + ")" : four(value);
    }

    private static float root(float x) {
        return (float) Math.sqrt(x);
    }
}
