package tadpole.engine.dataset;

import java.util.List;

/**
 * Mean and standard deviation of each channel over all samples and places.
 *
 * @param mean      one a channel
 * @param deviation one a channel, with n - 1
 */
public record ChannelStatistics(double[] mean, double[] deviation) {

    /** Of the raw numbers. */
    public static ChannelStatistics of(Split split) {
        return of(split, List.of());
    }

    /** Of the numbers after those preparations; two passes, so that nothing cancels. */
    public static ChannelStatistics of(Split split, List<Preparation> preparations) {
        int channels = split.shape().at(0);
        double[] mean = new double[channels];
        double[] deviation = new double[channels];
        long count = (long) split.size() * (split.shape().size() / channels);
        if (count == 0) {
            return new ChannelStatistics(mean, deviation);
        }
        eachValue(split, preparations, (channel, value) -> mean[channel] += value);
        for (int c = 0; c < channels; c++) {
            mean[c] /= count;
        }
        eachValue(split, preparations, (channel, value) -> {
            double difference = value - mean[channel];
            deviation[channel] += difference * difference;
        });
        for (int c = 0; c < channels; c++) {
            deviation[c] = Math.sqrt(deviation[c] / Math.max(1, count - 1));
        }
        return new ChannelStatistics(mean, deviation);
    }

    /** The same for numbers divided by a divisor. */
    public ChannelStatistics dividedBy(double divisor) {
        double[] smallerMean = mean.clone();
        double[] smallerDeviation = deviation.clone();
        for (int c = 0; c < mean.length; c++) {
            smallerMean[c] /= divisor;
            smallerDeviation[c] /= divisor;
        }
        return new ChannelStatistics(smallerMean, smallerDeviation);
    }

    @FunctionalInterface
    private interface ValueSink {
        void take(int channel, float value);
    }

    private static void eachValue(Split split, List<Preparation> preparations, ValueSink sink) {
        int size = split.shape().size();
        int area = size / split.shape().at(0);
        float[] values = new float[size];
        for (int i = 0; i < split.size(); i++) {
            split.read(i, values, 0);
            for (Preparation preparation : preparations) {
                preparation.apply(values, 0, size);
            }
            for (int j = 0; j < size; j++) {
                sink.take(j / area, values[j]);
            }
        }
    }
}
