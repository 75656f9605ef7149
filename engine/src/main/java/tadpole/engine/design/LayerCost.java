package tadpole.engine.design;

import tadpole.engine.tensor.Shape;

/**
 * What one layer costs.
 *
 * @param name         such as "conv2d1"
 * @param output       shape of one sample behind it
 * @param parameters   how many numbers it learns
 * @param multiplyAdds of one sample on its way forward
 * @param bytes        of memory that a training batch takes in it, parameters and their gradients with it
 */
public record LayerCost(String name, Shape input, Shape output, long parameters, long multiplyAdds, long bytes) {}
