package tadpole.engine.inspect;

import tadpole.engine.formula.Expr;
import tadpole.engine.formula.Function;

/**
 * How far a formula computed in float may be from the same in double: first-order rounding errors of Higham 2002, chapter 3, with sums
 * that are made of several partial sums. Numbers that stand somewhere are exact; constants are rounded to float.
 */
record Rounding(double value, double error) {

    /** Half a unit in the last place of a float. */
    static final double UNIT = Math.ulp(1f) / 2;
    /** Exponentials and their like are good to so many units. */
    private static final int CALL = 4;

    static Rounding of(Expr expr) {
        return switch (expr) {
            case Expr.Number number -> new Rounding(number.value(), number.source().isPresent() ? 0 : UNIT * Math.abs(number.value()));
            case Expr.Sum sum -> sum(sum);
            case Expr.Negative negative -> new Rounding(-of(negative.of()).value, of(negative.of()).error);
            case Expr.Product product -> {
                double value = 1;
                double most = 1;
                for (Expr part : product.parts()) {
                    Rounding each = of(part);
                    value *= each.value;
                    most *= Math.abs(each.value) + each.error;
                }
                yield new Rounding(value, most - Math.abs(value) + product.parts().size() * UNIT * most);
            }
            case Expr.Quotient quotient -> {
                Rounding over = of(quotient.over());
                Rounding under = of(quotient.under());
                double value = over.value / under.value;
                double most = (Math.abs(over.value) + over.error) / Math.max(Double.MIN_NORMAL, Math.abs(under.value) - under.error);
                yield new Rounding(value, most - Math.abs(value) + 2 * UNIT * most);
            }
            case Expr.Power power -> {
                Rounding base = of(power.base());
                double exponent = power.exponent().value();
                double value = Math.pow(base.value, exponent);
                double most = Math.pow(Math.abs(base.value) + base.error, exponent);
                yield new Rounding(value, most - Math.abs(value) + 3 * UNIT * most);
            }
            case Expr.Call call -> call(call);
            case Expr.Holds holds -> new Rounding(holds.value(),
                    Math.abs(of(holds.left()).value - of(holds.right()).value) < of(holds.left()).error + of(holds.right()).error ? 1 : 0);
            case Expr.Symbol _, Expr.SumOver _ -> throw new IllegalStateException("Symbols have no number.");
        };
    }

    private static Rounding sum(Expr.Sum sum) {
        double value = 0;
        double error = 0;
        double absolutes = 0;
        for (Expr part : sum.parts()) {
            Rounding each = of(part);
            value += each.value;
            error += each.error;
            absolutes += Math.abs(each.value) + each.error;
        }
        return new Rounding(value, error + Math.min(sum.parts().size(), 8 + sum.parts().size() / 4) * UNIT * absolutes);
    }

    private static Rounding call(Expr.Call call) {
        double value = call.value();
        double error = 0;
        double inside = 0;
        for (Expr part : call.parts()) {
            error = Math.max(error, of(part).error);
            inside = Math.abs(of(part).value);
        }
        double steepest = switch (call.function()) {
            case EXP -> Math.expm1(error) / Math.max(error, Double.MIN_NORMAL) * Math.abs(value);
            case LN -> 1 / Math.max(Double.MIN_NORMAL, inside - error);
            case SQRT -> error == 0 ? 0 : 1 / (2 * Math.sqrt(Math.max(Double.MIN_NORMAL, inside - error)));
            case SIGN -> 0;
            default -> 1.13;
        };
        boolean exact = call.function() == Function.MAX || call.function() == Function.ABS || call.function() == Function.SIGN;
        return new Rounding(value, error * steepest + (exact ? 0 : CALL * UNIT * Math.abs(value)));
    }
}
