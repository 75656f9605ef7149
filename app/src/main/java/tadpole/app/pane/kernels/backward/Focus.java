package tadpole.app.pane.kernels.backward;

/** Whose gradient is taken apart. */
sealed interface Focus {

    /** An input pixel: the sum over the windows it is in. */
    record Pixel(int channel, int y, int x) implements Focus {}

    /** A weight, as the kernel slides: the sum over all places. */
    record Weight(int filter, int channel, int u, int v) implements Focus {}

    /** An output pixel: what its gradient gives to every pixel of its window. */
    record Output(int filter, int y, int x) implements Focus {}
}
