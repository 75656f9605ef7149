package tadpole.engine.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;
import tadpole.engine.recipe.Settings;

/** Writes an optimizer's rule down for one number, formula by formula, and computes it in float in the order of the engine's kernels. */
public final class RuleSheet {

    private static final Map<String, String> WITHOUT_A_RULE = Map.of(
            "lbfgs", "L-BFGS bends the gradient by what it learned from all weights together: one weight alone has no rule.",
            "conjugateGradient", "Conjugate gradient searches along one direction for all weights together: one weight alone has no rule.");
    private static final Expr ONE = Expr.number(1);
    private static final Expr TWO = Expr.number(2);

    private final Reading given;
    private final RuleTerms terms;
    private final Settings settings;
    private final List<Step> steps = new ArrayList<>();
    private String note = "";

    /**
     * One thing that is computed.
     *
     * @param how   empty where it was given
     * @param value in float
     */
    public record Step(String name, Optional<Explained> how, float value) {}

    /** A number of the rule in float, and how it stands in formulas. */
    private record Term(float value, Explained how) {

        private Expr symbol() {
            return how.symbols();
        }

        private Expr number() {
            return how.numbers();
        }
    }

    public RuleSheet(Reading given, RuleTerms terms) {
        this.given = given;
        this.terms = terms;
        this.settings = given.optimizer().settings();
    }

    /** How what an optimizer remembers is called in its rule. */
    public static String symbol(String optimizer, String key) {
        return switch (key) {
            case "momentum_buffer", "exp_avg_sq" -> "v";
            case "max_exp_avg_sq" -> "greatest v";
            case "exp_avg", "grad_avg" -> "m";
            case "square_avg" -> optimizer.equals("rmsprop") ? "n" : "s";
            case "sum" -> "s";
            case "acc_delta" -> "a";
            default -> key;
        };
    }

    public List<Step> steps() {
        return steps;
    }

    /** Why {@link #write} found no rule; else empty. */
    public String note() {
        return note;
    }

    /** Gives the new number; empty where there is no rule. */
    public Optional<Float> write() {
        steps.add(new Step("g", Optional.empty(), given.gradient()));
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
                steps.add(new Step("p", Optional.of(new Explained(Expr.sum(before().symbol(), Expr.symbol("change")),
                        Expr.sum(before().number(), Expr.number((double) given.after() - given.before())))), given.after()));
                yield Optional.empty();
            }
        };
    }

    private float sgd() {
        Term g = decayed();
        return moved(both(g, each -> Expr.product(rate(), each)), (float) given.rate() * g.value());
    }

    private float momentum() {
        Term g = decayed();
        double taken = given.step() == 1 ? 1 : 1 - settings.decimal("dampening");
        boolean inside = settings.on("rateInside");
        Term v = velocity(g, inside ? given.rate() * taken : taken);
        return inside ? moved(v.how(), v.value()) : moved(both(v, each -> Expr.product(rate(), each)), (float) given.rate() * v.value());
    }

    private float nesterov() {
        Term g = decayed();
        boolean inside = settings.on("rateInside");
        Term v = velocity(g, inside ? given.rate() : 1);
        Expr mu = Expr.number(mu());
        float ahead = (float) given.rate() * g.value() + (float) (inside ? mu() : given.rate() * mu()) * v.value();
        return moved(both(g, v, (a, b) -> inside
                ? Expr.sum(Expr.product(rate(), a), Expr.product(mu, b))
                : Expr.product(rate(), Expr.sum(a, Expr.product(mu, b)))), ahead);
    }

    private float rmsProp() {
        Term g = decayed();
        float alpha = (float) settings.decimal("alpha");
        float rest = (float) (1 - settings.decimal("alpha"));
        Term n = mean("n", "square_avg", "alpha", squared(g), alpha, rest);
        Term under = n;
        if (settings.on("centered")) {
            Term m = mean("m", "grad_avg", "alpha", g, alpha, rest);
            under = new Term(Math.max(0, n.value() - m.value() * m.value()),
                    both(n, m, (a, b) -> Expr.call(Function.MAX, Expr.number(0), Expr.minus(a, Expr.power(b, TWO)))));
        }
        Term step = new Term(g.value() / (root(under.value() + inside()) + outside()), both(g, under, (a, b) -> Expr.over(a, divisor(b))));
        if (settings.decimal("momentum") > 0) {
            Term before = remembered("momentum_buffer", "v", 0);
            step = line("v", "momentum_buffer", both(before, step, (a, b) -> Expr.sum(Expr.product(Expr.number(mu()), a), b)),
                    (float) mu() * before.value() + step.value());
        }
        return moved(both(step, each -> Expr.product(rate(), each)), (float) given.rate() * step.value());
    }

    private float adagrad() {
        Term g = decayed();
        Term before = remembered("sum", "s", settings.decimal("initialAccumulatorValue"));
        Term s = line("s", "sum", both(before, g, (a, b) -> Expr.sum(a, Expr.power(b, TWO))), before.value() + g.value() * g.value());
        double rate = given.rate() / (1 + (given.step() - 1) * settings.decimal("lrDecay"));
        float eps = (float) settings.decimal("eps");
        Expr epsilon = Expr.number(settings.decimal("eps"));
        return moved(both(g, s, (a, b) -> Expr.product(Expr.number(rate), Expr.over(a, Expr.sum(Expr.call(Function.SQRT, b), epsilon)))),
                (float) rate * g.value() / (root(s.value()) + eps));
    }

    private float adadelta() {
        Term g = decayed();
        float rho = (float) settings.decimal("rho");
        float rest = (float) (1 - settings.decimal("rho"));
        float eps = (float) settings.decimal("eps");
        Expr epsilon = Expr.number(settings.decimal("eps"));
        Term a = remembered("acc_delta", "a", 0);
        Term s = mean("s", "square_avg", "rho", squared(g), rho, rest);
        Term quotient = new Term(0, both(a, s, (over, under) -> Expr.over(Expr.call(Function.SQRT, Expr.sum(over, epsilon)),
                Expr.call(Function.SQRT, Expr.sum(under, epsilon)))));
        Term d = line("d", "", both(quotient, g, Expr::product), root(a.value() + eps) / root(s.value() + eps) * g.value());
        mean("a", "acc_delta", "rho", squared(d), rho, rest);
        return moved(both(d, each -> Expr.product(rate(), each)), (float) given.rate() * d.value());
    }

    /** The mean moves by a share of its distance, which in float is not quite the same as the two products. */
    private float adam(boolean decoupled) {
        Term g = decoupled ? gradient() : decayed();
        double beta1 = mu("beta1");
        double beta2 = settings.decimal("beta2");
        Term before = remembered("exp_avg", "m", 0);
        Term m = line("m", "exp_avg", both(before, g, (a, b) -> Expr.sum(Expr.product(Expr.number(beta1), a), Expr.product(Expr.number(1 - beta1), b))),
                before.value() + (float) (1 - beta1) * (g.value() - before.value()));
        Term v = mean("v", "exp_avg_sq", "beta2", squared(g), (float) beta2, (float) (1 - beta2));
        if (settings.on("amsgrad")) {
            Term greatest = remembered("max_exp_avg_sq", "greatest v", 0);
            v = line("v", "max_exp_avg_sq", both(greatest, v, (a, b) -> Expr.call(Function.MAX, a, b)), Math.max(greatest.value(), v.value()));
        }
        double correction1 = 1 - Math.pow(beta1, given.step());
        double correction2 = 1 - Math.pow(beta2, given.step());
        float scaled = v.value() * (float) (1 / correction2);
        Term mean = corrected("m'", m, beta1, correction1);
        Term square = corrected("v'", v, beta2, correction2);
        float step = (float) (given.rate() / correction1) * m.value() / (root(scaled + inside()) + outside());
        Explained by = both(mean, square, (a, b) -> Expr.product(rate(), Expr.over(a, divisor(b))));
        double c = decoupled ? decay() : 0;
        if (c == 0) {
            return moved(by, step);
        }
        float now = given.before() * (float) (1 - given.rate() * c) - step;
        Expr shrink = Expr.minus(ONE, Expr.product(rate(), Expr.number(c)));
        line("p", "", new Explained(Expr.minus(Expr.product(shrink, before().symbol()), by.symbols()),
                Expr.minus(Expr.product(shrink, before().number()), by.numbers())), now);
        return now;
    }

    private Term corrected(String name, Term of, double beta, double correction) {
        Expr under = Expr.minus(ONE, Expr.power(Expr.number(beta), Expr.number(given.step())));
        return line(name, "", both(of, each -> Expr.over(each, under)), (float) (of.value() / correction));
    }

    private Term velocity(Term g, double gain) {
        Term before = remembered("momentum_buffer", "v", 0);
        return line("v", "momentum_buffer", both(before, g, (a, b) -> Expr.sum(Expr.product(Expr.number(mu()), a),
                gain == 1 ? b : Expr.product(Expr.number(gain), b))), (float) mu() * before.value() + (float) gain * g.value());
    }

    /** A running mean: it keeps a share and takes the rest of what is new. */
    private Term mean(String name, String key, String share, Term fresh, float keep, float rest) {
        Term before = remembered(key, name, 0);
        Expr kept = Expr.number(settings.decimal(share));
        Expr taken = Expr.number(1 - settings.decimal(share));
        return line(name, key, both(before, fresh, (a, b) -> Expr.sum(Expr.product(kept, a), Expr.product(taken, b))),
                keep * before.value() + rest * fresh.value());
    }

    /** The gradient with weight decay in it. */
    private Term decayed() {
        double c = decay();
        Term g = gradient();
        if (c == 0) {
            return g;
        }
        return line("g", "", both(g, before(), (a, b) -> Expr.sum(a, Expr.product(Expr.number(c), b))),
                given.gradient() + (float) c * given.before());
    }

    private double decay() {
        return given.bias() && !settings.on("decayBiases") ? 0 : settings.decimal("weightDecay");
    }

    private float moved(Explained by, float distance) {
        float now = given.before() - distance;
        line("p", "", new Explained(Expr.minus(before().symbol(), by.symbols()), Expr.minus(before().number(), by.numbers())), now);
        return now;
    }

    private Term line(String name, String key, Explained how, float value) {
        steps.add(new Step(name, Optional.of(how), value));
        return new Term(value, terms.computed(key, name, how, value));
    }

    private Term gradient() {
        return new Term(given.gradient(), terms.gradient());
    }

    private Term before() {
        return new Term(given.before(), terms.before());
    }

    private Term remembered(String key, String name, double beginning) {
        return new Term(given.remembered(key, (float) beginning), terms.remembered(key, name, beginning));
    }

    private static Term squared(Term of) {
        return new Term(of.value() * of.value(), both(of, each -> Expr.power(each, TWO)));
    }

    private interface Made {
        Expr of(Expr each);
    }

    private interface MadeOfTwo {
        Expr of(Expr one, Expr other);
    }

    /** The same formula of symbols and of numbers. */
    private static Explained both(Term of, Made made) {
        return new Explained(made.of(of.symbol()), made.of(of.number()));
    }

    private static Explained both(Term one, Term other, MadeOfTwo made) {
        return new Explained(made.of(one.symbol(), other.symbol()), made.of(one.number(), other.number()));
    }

    private Expr rate() {
        return Expr.number(given.rate());
    }

    private double mu() {
        return mu("momentum");
    }

    private double mu(String key) {
        return given.momentum().orElse(settings.decimal(key));
    }

    private Expr divisor(Expr under) {
        Expr eps = Expr.number(settings.decimal("eps"));
        return inside() > 0 ? Expr.call(Function.SQRT, Expr.sum(under, eps)) : Expr.sum(Expr.call(Function.SQRT, under), eps);
    }

    private float inside() {
        return settings.choice("epsPlace").equals("inside") ? (float) settings.decimal("eps") : 0;
    }

    private float outside() {
        return settings.choice("epsPlace").equals("inside") ? 0 : (float) settings.decimal("eps");
    }

    private static float root(float x) {
        return (float) Math.sqrt(x);
    }
}
