package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.tensor.Shape;

/** How a prepared number came of the raw ones, through all preparations. */
final class PreparationScope {

    private final StepTrace trace;
    private final Names names;
    private final List<Preparation> steps;
    private final int sample;

    private PreparationScope(StepTrace trace, Names names, int sample) {
        this.trace = trace;
        this.names = names;
        this.steps = trace.step().preparations();
        this.sample = sample;
    }

    static Explained explain(StepTrace trace, Names names, Address.Input at) {
        Explained how = new PreparationScope(trace, names, at.sample()).after(trace.step().preparations().size(), at.index())
                .orElseGet(() -> new Explained(names.of(at), Expr.number(trace.value(at), at), "Counted over the whole picture: no formula of a single raw number."));
        return trace.step().preparations().isEmpty() ? how.with("Not prepared: as the file has it.") : how;
    }

    /** What the first so many steps give at a place; empty where one of them has no formula of single numbers. */
    private Optional<Explained> after(int count, int i) {
        if (count == 0) {
            Address raw = new Address.Raw(sample, i);
            return Optional.of(new Explained(names.of(raw), Expr.number(trace.value(raw), raw)));
        }
        Shape given = Preparations.shape(steps.subList(0, count - 1), trace.raw().shape().perSample());
        boolean[] lost = new boolean[1];
        Optional<Explained> how = steps.get(count - 1).explain(i, given.size(), k -> after(count - 1, k).orElseGet(() -> {
            lost[0] = true;
            return new Explained(Expr.number(0), Expr.number(0));
        }));
        return lost[0] ? Optional.empty() : how;
    }
}
