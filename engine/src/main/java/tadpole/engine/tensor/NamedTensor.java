package tadpole.engine.tensor;

/**
 * A tensor under the name that files give it.
 *
 * @param name unique in its network, such as "batchNorm2d1.running_mean"
 */
public record NamedTensor(String name, Tensor tensor) {}
