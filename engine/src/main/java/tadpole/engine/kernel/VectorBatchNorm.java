package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/** A channel is a task, so that what was read to measure it is still in the cache; sums run in lanes over some planes, then in doubles. */
final class VectorBatchNorm implements BatchNorm {
    private static final int L = Lanes.COUNT;
    /** Numbers that are summed in lanes before they go to a double. */
    private static final int SUMMED = 1024;

    private final ChannelShape shape;
    private final float epsilon;
    private final Workers workers;
    private final int together;

    VectorBatchNorm(ChannelShape shape, float epsilon, Workers workers) {
        this.shape = shape;
        this.epsilon = epsilon;
        this.workers = workers;
        together = Math.max(1, SUMMED / shape.pixels());
    }

    @Override
    public void measure(float[] x, Channels channels) {
        workers.run(shape.channels(), channel -> measure(x, channels, channel));
    }

    private void measure(float[] x, Channels channels, int channel) {
        double sum = 0;
        for (int image = 0; image < shape.batch(); image += together) {
            sum += sum(x, channel, image, last(image));
        }
        float mean = (float) (sum / shape.count());
        double squares = 0;
        for (int image = 0; image < shape.batch(); image += together) {
            squares += squares(x, mean, channel, image, last(image));
        }
        channels.mean()[channel] = mean;
        channels.variance()[channel] = (float) (squares / shape.count());
    }

    private int last(int image) {
        return Math.min(shape.batch(), image + together);
    }

    private float sum(float[] x, int channel, int first, int last) {
        FloatVector lanes = FloatVector.zero(Lanes.SPECIES);
        float rest = 0;
        for (int image = first; image < last; image++) {
            int i = shape.plane(image, channel);
            int end = i + shape.pixels();
            for (; i <= end - L; i += L) {
                lanes = lanes.add(load(x, i));
            }
            for (; i < end; i++) {
                rest += x[i];
            }
        }
        return Lanes.sum(lanes) + rest;
    }

    private float squares(float[] x, float mean, int channel, int first, int last) {
        FloatVector lanes = FloatVector.zero(Lanes.SPECIES);
        float rest = 0;
        for (int image = first; image < last; image++) {
            int i = shape.plane(image, channel);
            int end = i + shape.pixels();
            for (; i <= end - L; i += L) {
                FloatVector from = load(x, i).sub(mean);
                lanes = from.fma(from, lanes);
            }
            for (; i < end; i++) {
                rest += (x[i] - mean) * (x[i] - mean);
            }
        }
        return Lanes.sum(lanes) + rest;
    }

    @Override
    public void forward(float[] x, Channels channels, After after, float[] y) {
        workers.run(shape.channels(), channel -> forward(x, channels, channel, after, y));
    }

    @Override
    public void measureAndForward(float[] x, Channels channels, After after, float[] y) {
        workers.run(shape.channels(), channel -> {
            measure(x, channels, channel);
            forward(x, channels, channel, after, y);
        });
    }

    private void forward(float[] x, Channels channels, int channel, After after, float[] y) {
        float mean = channels.mean()[channel];
        float scale = channels.gamma()[channel] / deviation(channels, channel);
        float beta = channels.beta()[channel];
        float bound = after.relu() ? 0 : Float.NEGATIVE_INFINITY;
        for (int image = 0; image < shape.batch(); image++) {
            int plane = shape.plane(image, channel);
            if (after.beside().length > 0) {
                normalizeAndAdd(x, mean, scale, beta, after.beside(), bound, y, plane, shape.pixels());
            } else {
                normalize(x, mean, scale, beta, bound, y, plane, shape.pixels());
            }
        }
    }

    private static void normalize(float[] x, float mean, float scale, float beta, float bound, float[] y, int at, int n) {
        int i = at;
        for (; i <= at + n - L; i += L) {
            FloatVector sum = load(x, i).sub(mean).mul(scale).add(beta);
            sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(y, i);
        }
        for (; i < at + n; i++) {
            float sum = (x[i] - mean) * scale + beta;
            y[i] = sum < bound ? bound : sum;
        }
    }

    private static void normalizeAndAdd(float[] x, float mean, float scale, float beta, float[] beside, float bound, float[] y, int at, int n) {
        int i = at;
        for (; i <= at + n - L; i += L) {
            FloatVector sum = load(x, i).sub(mean).mul(scale).add(beta).add(load(beside, i));
            sum.blend(bound, sum.compare(VectorOperators.LT, bound)).intoArray(y, i);
        }
        for (; i < at + n; i++) {
            float sum = (x[i] - mean) * scale + beta + beside[i];
            y[i] = sum < bound ? bound : sum;
        }
    }

    private float deviation(Channels channels, int channel) {
        return (float) Math.sqrt(channels.variance()[channel] + epsilon);
    }

    @Override
    public void backward(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta) {
        workers.run(shape.channels(), channel -> backward(x, channels, channel, dy, relu, dx, dgamma, dbeta, 1f / shape.count()));
    }

    @Override
    public void backwardOfConstants(float[] x, Channels channels, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta) {
        workers.run(shape.channels(), channel -> backward(x, channels, channel, dy, relu, dx, dgamma, dbeta, 0));
    }

    /** @param share of each number in mean and variance */
    private void backward(float[] x, Channels channels, int channel, float[] dy, boolean relu, float[] dx, float[] dgamma, float[] dbeta,
            float share) {
        float mean = channels.mean()[channel];
        float deviation = deviation(channels, channel);
        float scale = channels.gamma()[channel] / deviation;
        float beta = channels.beta()[channel];
        // Nothing is at most NaN.
        float bound = relu ? 0 : Float.NaN;
        double sum = 0;
        double product = 0;
        float[] sums = new float[2];
        for (int image = 0; image < shape.batch(); image += together) {
            sums(x, mean, scale, beta, bound, dy, channel, image, last(image), sums);
            sum += sums[0];
            product += sums[1];
        }
        dbeta[channel] += (float) sum;
        dgamma[channel] += (float) (product / deviation);
        float slope = (float) (-scale * product / deviation / deviation * share);
        float shift = (float) (-scale * sum * share);
        for (int image = 0; image < shape.batch(); image++) {
            backward(x, mean, scale, beta, bound, dy, slope, shift, dx, shape.plane(image, channel), shape.pixels());
        }
    }

    /** Sums of dy and of dy (x - mean) where forward was not cut: its sum is computed once more, to the bit. */
    private void sums(float[] x, float mean, float scale, float beta, float bound, float[] dy, int channel, int first, int last, float[] sums) {
        FloatVector sum = FloatVector.zero(Lanes.SPECIES);
        FloatVector product = FloatVector.zero(Lanes.SPECIES);
        float restSum = 0;
        float restProduct = 0;
        for (int image = first; image < last; image++) {
            int i = shape.plane(image, channel);
            int end = i + shape.pixels();
            for (; i <= end - L; i += L) {
                FloatVector from = load(x, i).sub(mean);
                FloatVector d = load(dy, i).blend(0f, from.mul(scale).add(beta).compare(VectorOperators.LE, bound));
                sum = sum.add(d);
                product = from.fma(d, product);
            }
            for (; i < end; i++) {
                float d = (x[i] - mean) * scale + beta <= bound ? 0 : dy[i];
                restSum += d;
                restProduct += (x[i] - mean) * d;
            }
        }
        sums[0] = Lanes.sum(sum) + restSum;
        sums[1] = Lanes.sum(product) + restProduct;
    }

    private static void backward(float[] x, float mean, float scale, float beta, float bound, float[] dy, float slope, float shift, float[] dx,
            int at, int n) {
        int i = at;
        for (; i <= at + n - L; i += L) {
            FloatVector from = load(x, i).sub(mean);
            FloatVector d = load(dy, i).blend(0f, from.mul(scale).add(beta).compare(VectorOperators.LE, bound));
            d.mul(scale).add(from.mul(slope)).add(shift).intoArray(dx, i);
        }
        for (; i < at + n; i++) {
            float d = (x[i] - mean) * scale + beta <= bound ? 0 : dy[i];
            dx[i] = d * scale + (x[i] - mean) * slope + shift;
        }
    }

    private static FloatVector load(float[] x, int at) {
        return FloatVector.fromArray(Lanes.SPECIES, x, at);
    }
}
