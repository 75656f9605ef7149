package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** A channel is a task; sums run in lanes within a plane and in doubles over the planes. */
final class VectorBatchNorm implements BatchNorm {
    private static final int L = Lanes.COUNT;

    private final ChannelShape shape;
    private final float epsilon;
    private final Workers workers;

    VectorBatchNorm(ChannelShape shape, float epsilon, Workers workers) {
        this.shape = shape;
        this.epsilon = epsilon;
        this.workers = workers;
    }

    @Override
    public void measure(float[] x, Channels channels) {
        workers.run(shape.channels(), channel -> {
            double sum = 0;
            for (int image = 0; image < shape.batch(); image++) {
                sum += Lanes.sum(x, shape.plane(image, channel), shape.pixels());
            }
            float mean = (float) (sum / shape.count());
            double squares = 0;
            for (int image = 0; image < shape.batch(); image++) {
                squares += products(x, mean, x, mean, shape.plane(image, channel));
            }
            channels.mean()[channel] = mean;
            channels.variance()[channel] = (float) (squares / shape.count());
        });
    }

    @Override
    public void forward(float[] x, Channels channels, float[] y) {
        workers.run(shape.channels(), channel -> {
            float scale = channels.gamma()[channel] / deviation(channels, channel);
            float mean = channels.mean()[channel];
            float beta = channels.beta()[channel];
            for (int image = 0; image < shape.batch(); image++) {
                int from = shape.plane(image, channel);
                for (int i = from; i < from + shape.pixels(); i++) {
                    y[i] = (x[i] - mean) * scale + beta;
                }
            }
        });
    }

    private float deviation(Channels channels, int channel) {
        return (float) Math.sqrt(channels.variance()[channel] + epsilon);
    }

    @Override
    public void backward(float[] x, Channels channels, float[] dy, float[] dx, float[] dgamma, float[] dbeta) {
        workers.run(shape.channels(), channel -> {
            float mean = channels.mean()[channel];
            float deviation = deviation(channels, channel);
            double sum = 0;
            double product = 0;
            for (int image = 0; image < shape.batch(); image++) {
                int plane = shape.plane(image, channel);
                sum += Lanes.sum(dy, plane, shape.pixels());
                product += products(x, mean, dy, 0, plane);
            }
            dbeta[channel] += (float) sum;
            dgamma[channel] += (float) (product / deviation);
            float scale = channels.gamma()[channel] / deviation;
            float slope = (float) (-scale * product / deviation / deviation / shape.count());
            float shift = (float) (-scale * sum / shape.count());
            for (int image = 0; image < shape.batch(); image++) {
                int from = shape.plane(image, channel);
                for (int i = from; i < from + shape.pixels(); i++) {
                    dx[i] = dy[i] * scale + (x[i] - mean) * slope + shift;
                }
            }
        });
    }

    /** The sum of (x - fromX) (y - fromY) over a plane. */
    private float products(float[] x, float fromX, float[] y, float fromY, int plane) {
        FloatVector sum = FloatVector.zero(Lanes.SPECIES);
        int i = plane;
        int end = plane + shape.pixels();
        for (; i <= end - L; i += L) {
            FloatVector a = FloatVector.fromArray(Lanes.SPECIES, x, i).sub(fromX);
            sum = a.fma(FloatVector.fromArray(Lanes.SPECIES, y, i).sub(fromY), sum);
        }
        float rest = 0;
        for (; i < end; i++) {
            rest += (x[i] - fromX) * (y[i] - fromY);
        }
        return Lanes.sum(sum) + rest;
    }
}
