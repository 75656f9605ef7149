package tadpole.engine.twin;

/**
 * One number of a layer's parameters that is not what it was.
 *
 * @param parameter its place in the layer's parameters
 * @param index     its place in the parameter, row-major
 */
public record Moved(int parameter, int index) {}
