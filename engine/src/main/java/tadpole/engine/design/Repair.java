package tadpole.engine.design;

import java.util.List;
import tadpole.engine.recipe.Spec;

/**
 * One way to mend a network.
 *
 * @param label  what it does, as a button says it: "Add flatten"
 * @param layers all layers after it
 */
public record Repair(String label, List<Spec> layers) {

    public Repair {
        layers = List.copyOf(layers);
    }
}
