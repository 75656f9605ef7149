package tadpole.engine.inspect;

import tadpole.engine.formula.Address;

/** Tells the arithmetic of the numbers of one step. */
@FunctionalInterface
public interface Explainer {

    /** @throws IllegalArgumentException where there is no such number */
    Arithmetic explain(Address address);
}
