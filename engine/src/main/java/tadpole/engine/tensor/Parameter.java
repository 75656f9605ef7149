package tadpole.engine.tensor;

/**
 * Numbers that training moves, beside their gradient of the same shape.
 *
 * @param name     unique in its network, such as "linear1.weight"
 * @param role     weights and biases are told apart by weight decay
 * @param value    changed by an optimizer only
 * @param gradient added to by backward, cleared by the trainer before each step
 */
public record Parameter(String name, Role role, Tensor value, Tensor gradient) {

    public enum Role {
        WEIGHT,
        BIAS
    }

    public static Parameter zeros(String name, Role role, Shape shape) {
        return new Parameter(name, role, Tensor.zeros(shape), Tensor.zeros(shape));
    }

    public Shape shape() {
        return value.shape();
    }

    public int size() {
        return value.size();
    }
}
