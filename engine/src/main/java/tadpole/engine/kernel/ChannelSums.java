package tadpole.engine.kernel;

/** Sums of the planes of each channel. */
final class ChannelSums {
    private ChannelSums() {}

    /** dbias[channel] += the sum of dy over batch and pixels. */
    static void add(ConvolutionShape shape, float[] dy, float[] dbias) {
        int pixels = shape.outHeight() * shape.outWidth();
        for (int plane = 0; plane < shape.batch() * shape.outChannels(); plane++) {
            dbias[plane % shape.outChannels()] += Lanes.sum(dy, plane * pixels, pixels);
        }
    }
}
