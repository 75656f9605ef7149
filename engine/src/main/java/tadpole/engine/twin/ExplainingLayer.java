package tadpole.engine.twin;

import tadpole.engine.formula.Explained;

/** A layer's twin that tells the arithmetic of its numbers. Indices count the numbers of one sample, or of one parameter. */
public interface ExplainingLayer extends TwinLayer {

    /** How one number of the output comes about. */
    Explained output(Scope scope, int sample, int i);

    /** The gradient of the loss by one number of the input. */
    Explained inputGradient(Scope scope, int sample, int i);

    /**
     * The gradient of the loss by one number of a parameter, over the whole batch.
     *
     * @param k which of the layer's parameters
     */
    default Explained parameterGradient(Scope scope, int k, int i) {
        throw new IllegalArgumentException("This layer has no parameters.");
    }
}
