package tadpole.engine.convolution;

import tadpole.engine.recipe.Spec;

/**
 * The preset that a kernel is.
 *
 * @param edited whether some numbers were changed since
 */
public record FoundPreset(Spec spec, boolean edited) {

    /** As one says it: "Sobel, horizontal change", "Box blur, edited". */
    public String words() {
        return KernelPresets.words(spec) + (edited ? ", edited" : "");
    }
}
