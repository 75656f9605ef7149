package tadpole.engine.kernel;

/** Sums of the planes of each channel. */
final class ChannelSums {
    /** Numbers of one task. */
    private static final int PART = 32768;

    private ChannelSums() {}

    /** dbias[channel] += the sum of dy over batch and pixels. */
    static void add(ConvolutionShape shape, Workers workers, float[] dy, float[] dbias) {
        int pixels = shape.outHeight() * shape.outWidth();
        workers.ranges(shape.outChannels(), Math.max(1, PART / Math.max(1, shape.batch() * pixels)), (from, to) -> {
            for (int channel = from; channel < to; channel++) {
                for (int image = 0; image < shape.batch(); image++) {
                    dbias[channel] += Lanes.sum(dy, (image * shape.outChannels() + channel) * pixels, pixels);
                }
            }
        });
    }
}
