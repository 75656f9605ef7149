package tadpole.engine.convolution;

import java.util.List;

/**
 * Where a search is.
 *
 * @param step      0 is the start
 * @param loss      mean squared error of the output's pixels, in squared pixel values
 * @param filters   the kernels as one would type them, in the picture's units
 * @param gradients of the loss by these numbers, in the same places; pixels are counted in units of their root mean square, as the optimizer sees them
 */
public record SearchStep(int step, double loss, List<Filter> filters, List<Filter> gradients) {

    public SearchStep {
        filters = List.copyOf(filters);
        gradients = List.copyOf(gradients);
    }

    /** Step and loss alone: of a long search one keeps no more. */
    public SearchStep onlyLoss() {
        return new SearchStep(step, loss, List.of(), List.of());
    }
}
