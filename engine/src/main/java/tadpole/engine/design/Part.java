package tadpole.engine.design;

import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** One layer of a network that is being designed. */
public sealed interface Part {

    /** Unique in the network, such as "conv2d1". */
    String name();

    Spec spec();

    /** Shape of one sample behind it, or the likely one where it does not fit; empty where nobody can tell. */
    Optional<Shape> output();

    /** @param remark what is allowed and hardly meant */
    record Fitting(String name, Spec spec, LayerCost cost, Optional<Misfit> remark) implements Part {

        @Override
        public Optional<Shape> output() {
            return Optional.of(cost.output());
        }
    }

    record Misfitting(String name, Spec spec, Shape input, Misfit misfit, Optional<Shape> output) implements Part {}

    /** Not known yet: what comes in depends on a layer before that does not fit. */
    record NotKnown(String name, Spec spec, Optional<Shape> output) implements Part {}
}
