package tadpole.engine.insight;

import java.util.Optional;

/**
 * What was measured of one layer with parameters at one step.
 *
 * @param layer        such as "linear1", or "residualBlock1.body.conv2d2" within a block
 * @param updateRatio  L2 norm of the step's change of its weights over the norm of the weights before; NaN where those were all zero
 * @param gradientNorm L2 norm of the gradient of its weights
 * @param weightNorm   L2 norm of its weights before the step
 * @param biases       the same of its biases, where it has any
 */
public record LayerVitals(String layer, double updateRatio, double gradientNorm, double weightNorm, Optional<Norms> biases) {

    /** Of a layer without biases. */
    public LayerVitals(String layer, double updateRatio, double gradientNorm, double weightNorm) {
        this(layer, updateRatio, gradientNorm, weightNorm, Optional.empty());
    }

    /** As charts show it: a calm step is between -3.5 and -2.5. Negative infinity where nothing moved. */
    public double log10Ratio() {
        return Math.log10(updateRatio);
    }
}
