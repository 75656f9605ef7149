package tadpole.engine.inspect;

/**
 * Loss and gradient of one batch, summed over its samples. The length of a gradient is over all weights and biases.
 *
 * @param size samples in the batch
 */
public record BatchSum(int size, double loss, double gradientLength) {

    public double meanLoss() {
        return loss / size;
    }

    /** Of the gradient of the mean loss. */
    public double meanGradientLength() {
        return gradientLength / size;
    }
}
