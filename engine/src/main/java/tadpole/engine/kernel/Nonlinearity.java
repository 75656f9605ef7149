package tadpole.engine.kernel;

/** What bends the sums of a plain recurrent cell. */
public enum Nonlinearity {
    TANH,
    RELU,
    SIGMOID
}
