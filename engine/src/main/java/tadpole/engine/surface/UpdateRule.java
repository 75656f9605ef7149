package tadpole.engine.surface;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;

/**
 * An optimizer's formula with the numbers of one step and one number that it moves.
 *
 * @param formula as the recipe says it
 * @param lines   what was computed, in order: the gradient, what is remembered, and last the number itself
 */
public record UpdateRule(String formula, List<String> lines) {

    public UpdateRule {
        lines = List.copyOf(lines);
    }

    /**
     * @param step  from 1
     * @param along 0 for x, 1 for y
     */
    public static UpdateRule of(Walk walk, int step, int along) {
        Walk.Mark from = walk.marks().get(step - 1);
        Walk.Mark to = walk.marks().get(step);
        Numbers n = new Numbers(walk.optimizer().settings(), to.before(), to.after(), along,
                along == 0 ? from.here().dx() : from.here().dy(),
                along == 0 ? from.place().x() : from.place().y(),
                along == 0 ? to.place().x() : to.place().y());
        List<String> lines = new ArrayList<>();
        lines.add("g = " + four(n.gradient));
        switch (walk.optimizer().type()) {
            case "sgd" -> {}
            case "momentum", "nesterov" -> lines.add("v ← %s·v + g = %s".formatted(n.setting("momentum"), n.now("momentum_buffer")));
            case "rmsprop" -> lines.add("n ← %s·n + %s·g² = %s".formatted(n.setting("alpha"), n.rest("alpha"), n.now("square_avg")));
            case "adagrad" -> lines.add("s ← s + g² = " + n.now("sum"));
            case "adam", "adamW", "adamw" -> {
                lines.add("m ← %s·m + %s·g = %s".formatted(n.setting("beta1"), n.rest("beta1"), n.now("exp_avg")));
                lines.add("v ← %s·v + %s·g² = %s".formatted(n.setting("beta2"), n.rest("beta2"), n.now("exp_avg_sq")));
            }
            default -> n.after.forEach((name, values) -> {
                if (name.startsWith("p.")) {
                    double before = n.before.containsKey(name) ? n.before.get(name)[along] : 0;
                    lines.add("%s: %s → %s".formatted(name.substring(2), four(before), four(values[along])));
                }
            });
        }
        String rate = n.setting("rate");
        lines.add(switch (walk.optimizer().type()) {
            case "sgd" -> "p ← p - %s·g = %s".formatted(rate, four(n.to));
            case "momentum" -> "p ← p - %s·v = %s".formatted(rate, four(n.to));
            case "nesterov" -> "p ← p - %s·(g + %s·v) = %s".formatted(rate, n.setting("momentum"), four(n.to));
            case "rmsprop" -> "p ← p - %s·g/√n = %s".formatted(rate, four(n.to));
            case "adagrad" -> "p ← p - %s·g/√s = %s".formatted(rate, four(n.to));
            default -> "p: %s → %s".formatted(four(n.from), four(n.to));
        });
        return new UpdateRule(help(walk), lines);
    }

    private record Numbers(
            Settings settings, Map<String, double[]> before, Map<String, double[]> after, int along, double gradient, double from, double to) {

        String setting(String key) {
            return four(settings.decimal(key));
        }

        String rest(String key) {
            return four(1 - settings.decimal(key));
        }

        String now(String name) {
            double[] values = after.getOrDefault("p." + name, new double[2]);
            return four(values[along]);
        }
    }

    private static String help(Walk walk) {
        return Optimizers.ALL.stream().filter(each -> each.type().equals(walk.optimizer().type())).map(Recipe::help).findFirst().orElse("");
    }

    /** Four digits after the point, or where that says nothing four significant ones. */
    private static String four(double value) {
        double size = Math.abs(value);
        if (value != 0 && (size < 1e-3 || size >= 1e5)) {
            return String.format(Locale.ROOT, "%.3e", value).replace("e-0", "e-").replace("e+0", "e");
        }
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
