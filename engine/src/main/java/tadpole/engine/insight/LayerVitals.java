package tadpole.engine.insight;

/**
 * What was measured of one layer with parameters at one step.
 *
 * @param layer        such as "linear1"
 * @param updateRatio  L2 norm of the step's change of its weights over the norm of the weights before
 * @param gradientNorm L2 norm of the gradient of its weights
 * @param weightNorm   L2 norm of its weights before the step
 */
public record LayerVitals(String layer, double updateRatio, double gradientNorm, double weightNorm) {}
