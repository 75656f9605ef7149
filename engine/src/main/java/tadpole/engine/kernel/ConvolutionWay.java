package tadpole.engine.kernel;

/** Ways of a convolution that can be asked for by name, to compare them. */
public enum ConvolutionWay {
    /** Loops that read like the definition: the plain twin. */
    LOOPS,
    /** Image to rows and a product. */
    ROWS,
    /** Winograd's F(4x4, 3x3). */
    WINOGRAD
}
