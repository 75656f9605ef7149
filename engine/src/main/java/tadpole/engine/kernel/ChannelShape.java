package tadpole.engine.kernel;

/** A batch of images by channels: [batch, channels, pixels]. */
public record ChannelShape(int batch, int channels, int pixels) {
    public ChannelShape {
        if (batch < 0 || channels < 1 || pixels < 1) {
            throw new IllegalArgumentException(
                    "A batch of images needs channels and pixels, but got " + channels + " channels of " + pixels + " pixels.");
        }
    }

    /** Numbers of one channel. */
    public int count() {
        return batch * pixels;
    }

    public int size() {
        return Math.multiplyExact(batch * channels, pixels);
    }

    int plane(int image, int channel) {
        return (image * channels + channel) * pixels;
    }
}
