package tadpole.engine.convolution;

import java.util.List;
import tadpole.engine.recipe.Spec;

/**
 * A convolution with a name, as a file holds it.
 *
 * @param about   one or two sentences; may be empty
 * @param presets what some of its kernels were made from, in any order: what is known of their names
 */
public record NamedPlan(String name, String about, ConvolutionPlan plan, List<Spec> presets) {

    public NamedPlan {
        presets = List.copyOf(presets);
    }
}
