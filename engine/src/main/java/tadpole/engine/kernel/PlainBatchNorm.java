package tadpole.engine.kernel;

/** The yardstick, in double sums. */
final class PlainBatchNorm implements BatchNorm {
    private final ChannelShape shape;
    private final float epsilon;

    PlainBatchNorm(ChannelShape shape, float epsilon) {
        this.shape = shape;
        this.epsilon = epsilon;
    }

    @FunctionalInterface
    private interface Place {
        void at(int place);
    }

    private void each(int channel, Place place) {
        for (int image = 0; image < shape.batch(); image++) {
            for (int pixel = 0; pixel < shape.pixels(); pixel++) {
                place.at(shape.plane(image, channel) + pixel);
            }
        }
    }

    @Override
    public void measure(float[] x, Channels channels) {
        for (int c = 0; c < shape.channels(); c++) {
            double[] sum = new double[2];
            each(c, at -> sum[0] += x[at]);
            double mean = sum[0] / shape.count();
            each(c, at -> sum[1] += (x[at] - mean) * (x[at] - mean));
            channels.mean()[c] = (float) mean;
            channels.variance()[c] = (float) (sum[1] / shape.count());
        }
    }

    @Override
    public void forward(float[] x, Channels channels, After after, float[] y) {
        boolean add = after.beside().length > 0;
        for (int c = 0; c < shape.channels(); c++) {
            int channel = c;
            each(c, at -> {
                float sum = normalized(x[at], channels, channel);
                sum += add ? after.beside()[at] : 0;
                y[at] = after.relu() && sum <= 0 ? 0 : sum;
            });
        }
    }

    private float normalized(float x, Channels channels, int c) {
        double deviation = Math.sqrt(channels.variance()[c] + epsilon);
        return (float) (channels.gamma()[c] * (x - (double) channels.mean()[c]) / deviation + channels.beta()[c]);
    }

    @Override
    public void measureAndForward(float[] x, Channels channels, After after, float[] y) {
        measure(x, channels);
        forward(x, channels, after, y);
    }

    @Override
    public void backward(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta) {
        backward(x, channels, dy, relu, dx, dgamma, dbeta, 1.0 / shape.count());
    }

    @Override
    public void backwardOfConstants(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta) {
        backward(x, channels, dy, relu, dx, dgamma, dbeta, 0);
    }

    /** @param share of each number in mean and variance */
    private void backward(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta, double share) {
        for (int c = 0; c < shape.channels(); c++) {
            int channel = c;
            double mean = channels.mean()[c];
            double deviation = Math.sqrt(channels.variance()[c] + epsilon);
            double gamma = channels.gamma()[c];
            double[] sum = new double[2];
            each(c, at -> {
                dx[at] = relu && normalized(x[at], channels, channel) <= 0 ? 0 : dy[at];
                sum[0] += dx[at];
                sum[1] += dx[at] * (x[at] - mean) / deviation;
            });
            dbeta[c] += (float) sum[0];
            dgamma[c] += (float) sum[1];
            each(c, at -> {
                double normalized = (x[at] - mean) / deviation;
                dx[at] = (float) (gamma / deviation * (dx[at] - share * sum[0] - share * normalized * sum[1]));
            });
        }
    }
}
