package tadpole.engine.design;

import java.util.List;
import java.util.Optional;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/**
 * What is wrong with one layer for what comes in, knowing nothing of the layers around it.
 *
 * @param likely shape behind it that it would have once it is mended
 */
record Fault(String sentence, String formula, List<Fix> fixes, Optional<Shape> likely) {

    /** @param instead what stands in the layer's place */
    record Fix(String label, List<Spec> instead) {}

    static Fault of(String sentence, String formula, Optional<Shape> likely, Fix... fixes) {
        return new Fault(sentence, formula, List.of(fixes), likely);
    }
}
