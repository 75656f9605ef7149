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
    public void forward(float[] x, Channels channels, float[] y) {
        for (int c = 0; c < shape.channels(); c++) {
            double mean = channels.mean()[c];
            double deviation = Math.sqrt(channels.variance()[c] + epsilon);
            float gamma = channels.gamma()[c];
            float beta = channels.beta()[c];
            each(c, at -> y[at] = (float) (gamma * (x[at] - mean) / deviation + beta));
        }
    }

    @Override
    public void backward(float[] x, Channels channels, float[] dy, float[] dx, float[] dgamma, float[] dbeta) {
        for (int c = 0; c < shape.channels(); c++) {
            double mean = channels.mean()[c];
            double deviation = Math.sqrt(channels.variance()[c] + epsilon);
            double gamma = channels.gamma()[c];
            double[] sum = new double[2];
            each(c, at -> {
                sum[0] += dy[at];
                sum[1] += dy[at] * (x[at] - mean) / deviation;
            });
            dbeta[c] += (float) sum[0];
            dgamma[c] += (float) sum[1];
            each(c, at -> {
                double normalized = (x[at] - mean) / deviation;
                dx[at] = (float) (gamma / deviation * (dy[at] - sum[0] / shape.count() - normalized * sum[1] / shape.count()));
            });
        }
    }
}
