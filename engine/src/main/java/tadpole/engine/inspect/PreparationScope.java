package tadpole.engine.inspect;

import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;

/** How a prepared number came of the raw ones. */
final class PreparationScope {

    private PreparationScope() {}

    static Explained explain(StepTrace trace, Names names, Address.Input at) {
        Address raw = new Address.Raw(at.sample(), at.index());
        return new Explained(names.of(raw), Expr.number(trace.value(raw), raw), "");
    }
}
