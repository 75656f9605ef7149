package tadpole.engine.inspect;

import java.util.stream.Collectors;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Expr;
import tadpole.engine.surface.Curve;
import tadpole.engine.surface.CurveWalk;
import tadpole.engine.surface.UpdateRule;

/**
 * The arithmetic of a walk down a curve. After step t, x stands at Weight("x", t), the slope there at WeightGradient("x", t) and the loss
 * at SampleLoss(t).
 */
public record CurveExplainer(CurveWalk walk) implements Explainer {

    private static final String X = "x";

    public static Address x(int step) {
        return new Address.Weight(X, step);
    }

    public static Address slope(int step) {
        return new Address.WeightGradient(X, step);
    }

    public static Address loss(int step) {
        return new Address.SampleLoss(step);
    }

    @Override
    public Arithmetic explain(Address address) {
        return switch (address) {
            case Address.Weight(String name, int step) when name.equals(X) && isStep(step) -> place(address, step);
            case Address.WeightGradient(String name, int step) when name.equals(X) && isStep(step) -> {
                Curve.Shape shape = walk.curve().shape();
                yield new Arithmetic(address, symbol("f'", step), shape.slope(symbol(X, step)), shape.slope(number(step)),
                        mark(step).here().slope(), "The slope of %s at x%s.".formatted(walk.curve().formula(), step));
            }
            case Address.SampleLoss(int step) when isStep(step) -> {
                Curve.Shape shape = walk.curve().shape();
                yield new Arithmetic(address, symbol("f", step), shape.value(symbol(X, step)), shape.value(number(step)),
                        mark(step).here().value(), walk.curve().formula() + ".");
            }
            default -> throw new IllegalArgumentException("This walk has no number at " + address + ".");
        };
    }

    private Arithmetic place(Address address, int step) {
        Expr name = symbol(X, step);
        if (step == 0) {
            return new Arithmetic(address, name, name, number(0), mark(0).x(), "The start was given.");
        }
        double value = mark(step).x();
        Expr before = Expr.number(mark(step - 1).x(), x(step - 1));
        if (isPlain()) {
            return new Arithmetic(address, name,
                    Expr.minus(symbol(X, step - 1), Expr.product(Expr.symbol("lr"), symbol("f'", step - 1))),
                    Expr.minus(before, Expr.product(Expr.number(walk.rate()), Expr.number(mark(step - 1).here().slope(), slope(step - 1)))),
                    value, "The optimizer computes in float: 24 bits.");
        }
        UpdateRule rule = walk.rule(step);
        return new Arithmetic(address, name, Expr.sum(symbol(X, step - 1), symbol("Δx", step)),
                Expr.sum(before, Expr.number(value - mark(step - 1).x())), value,
                rule.lines().stream().map(UpdateRule.Line::text).collect(Collectors.joining("; ", "", ".")));
    }

    private boolean isPlain() {
        return walk.optimizer().type().equals("sgd") && walk.optimizer().settings().decimal("weightDecay") == 0;
    }

    private boolean isStep(int step) {
        return step >= 0 && step < walk.marks().size();
    }

    private CurveWalk.Mark mark(int step) {
        return walk.marks().get(step);
    }

    private Expr number(int step) {
        return Expr.number(mark(step).x(), x(step));
    }

    private static Expr symbol(String name, int step) {
        return Expr.symbol(name, Integer.toString(step));
    }
}
