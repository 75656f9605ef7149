package tadpole.engine.surface;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.formula.Expr;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;

/**
 * An optimizer's formula with the numbers of one step and one number that it moves.
 *
 * @param formula  as the recipe says it
 * @param lines    what was computed, in order: the gradient, what is remembered, and last the number itself
 * @param computed the number that the lines lead to, in float; empty where one number alone has no rule
 * @param note     why it has none; else empty
 */
public record UpdateRule(String formula, List<Line> lines, Optional<Float> computed, String note) {

    private static final int DIGITS = 4;
    /** The kernels may round a product and a sum at once. */
    private static final int ROUNDINGS = 2;

    /**
     * One thing that was computed.
     *
     * @param symbols how; empty where it was given
     * @param numbers the same with its numbers
     */
    public record Line(String name, String symbols, String numbers, float value) {

        public String text() {
            return symbols.isEmpty() ? "%s = %s".formatted(name, four(value)) : "%s ← %s = %s".formatted(name, symbols, four(value));
        }
    }

    public UpdateRule {
        lines = List.copyOf(lines);
    }

    public static UpdateRule of(Reading reading) {
        RuleSheet sheet = new RuleSheet(reading, new ReadTerms(reading));
        Optional<Float> computed = sheet.write();
        return new UpdateRule(help(reading), sheet.steps().stream().map(UpdateRule::line).toList(), computed, sheet.note());
    }

    private static Line line(RuleSheet.Step step) {
        return new Line(step.name(), step.how().map(how -> text(how.symbols())).orElse(""), step.how().map(how -> text(how.numbers())).orElse(""),
                step.value());
    }

    private static String text(Expr formula) {
        return formula.text(UpdateRule::four, Integer.MAX_VALUE);
    }

    /**
     * @param step  from 1
     * @param along 0 for x, 1 for y
     */
    public static UpdateRule of(Walk walk, int step, int along) {
        return of(walk.reading(step, along));
    }

    /** The lines one under the other. */
    public String text() {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    /** Whether the lines lead to what the optimizer made of the number, to float rounding. */
    public boolean agrees(Reading reading) {
        if (computed.isEmpty()) {
            return false;
        }
        float rounding = Math.ulp(Math.max(Math.abs(reading.before()), Math.abs(reading.after())));
        return computed.get().equals(reading.after()) || Math.abs((double) computed.get() - reading.after()) <= ROUNDINGS * rounding;
    }

    private static String help(Reading reading) {
        return Optimizers.ALL.stream().filter(each -> each.type().equals(reading.optimizer().type())).map(Recipe::help).findFirst().orElse("");
    }

    /** Four significant digits. */
    public static String four(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        return value != 0 && (exponent < -3 || exponent >= DIGITS + 1)
                ? rounded.movePointLeft(exponent).stripTrailingZeros().toPlainString() + "e" + exponent
                : rounded.toPlainString();
    }
}
