package tadpole.engine.inspect;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tadpole.engine.dataset.Preparation;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.tensor.Shape;

/**
 * How a prepared number came of the raw ones, through all preparations.
 *
 * @param raw    shape of a sample as the file has it
 * @param written how a raw or prepared number stands in formulas
 */
record PreparationScope(List<Preparation> steps, Shape raw, Function<Address, Explained> written) {

    Explained explain(Address.Input at) {
        Explained how = after(steps.size(), at.sample(), at.index())
                .orElseGet(() -> written.apply(at).with("Counted over the whole picture: no formula of a single raw number."));
        return steps.isEmpty() ? how.with("Not prepared: as the file has it.") : how;
    }

    /** What the first so many steps give at a place; empty where one of them has no formula of single numbers. */
    private Optional<Explained> after(int count, int sample, int i) {
        if (count == 0) {
            return Optional.of(written.apply(new Address.Raw(sample, i)));
        }
        Shape given = Preparations.shape(steps.subList(0, count - 1), raw);
        boolean[] lost = new boolean[1];
        Optional<Explained> how = steps.get(count - 1).explain(i, given.size(), k -> after(count - 1, sample, k).orElseGet(() -> {
            lost[0] = true;
            return new Explained(Expr.number(0), Expr.number(0));
        }));
        return lost[0] ? Optional.empty() : how;
    }
}
