package tadpole.engine.inspect;

import tadpole.engine.formula.Address;
import tadpole.engine.formula.Explained;
import tadpole.engine.formula.Expr;
import tadpole.engine.twin.DoubleTensor;

/** How a parameter came to its value after the step. */
final class UpdateScope {

    private final StepTrace trace;
    private final Names names;

    UpdateScope(StepTrace trace, Names names) {
        this.trace = trace;
        this.names = names;
    }

    static String memoryName(String name) {
        return name;
    }

    static StepTrace.Moved moved(StepTrace trace, StepTrace.Moved parameter) {
        DoubleTensor after = DoubleTensor.zeros(parameter.shape());
        UpdateScope scope = new UpdateScope(trace, new Names(trace));
        for (int i = 0; i < after.size(); i++) {
            after.set(i, scope.updated(new Address.Updated(parameter.name(), i)).numbers().value());
        }
        return new StepTrace.Moved(parameter.name(), parameter.role(), parameter.before(), parameter.gradient(), parameter.treated(), after,
                parameter.memoryBefore(), parameter.memoryAfter());
    }

    Explained updated(Address.Updated at) {
        Address weight = new Address.Weight(at.parameter(), at.index());
        Address gradient = new Address.WeightGradient(at.parameter(), at.index());
        return new Explained(
                Expr.minus(names.of(weight), Expr.product(Expr.number(trace.step().rate()), names.of(gradient))),
                Expr.minus(Expr.number(trace.value(weight), weight),
                        Expr.product(Expr.number(trace.step().rate()), Expr.number(trace.value(gradient), gradient))));
    }

    Explained memory(Address.Memory at) {
        return new Explained(names.of(at), Expr.number(trace.value(at)));
    }
}
