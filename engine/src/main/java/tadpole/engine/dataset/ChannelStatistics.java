package tadpole.engine.dataset;

import java.util.List;
import java.util.function.IntUnaryOperator;
import tadpole.engine.tensor.Shape;

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

    /** Of the numbers after those preparations. */
    public static ChannelStatistics of(Split split, List<Preparation> preparations) {
        Shape prepared = Preparations.shape(preparations, split.shape());
        if (split.size() == 0 || prepared.size() == 0) {
            int channels = prepared.at(0);
            return new ChannelStatistics(new double[channels], new double[channels]);
        }
        boolean elementwise = preparations.stream().allMatch(Preparation::isElementwise);
        return switch (split) {
            case Images images when elementwise -> counted(images, images.size(), index -> index, preparations);
            case Subset(Images images, int[] indices) when elementwise ->
                    counted(images, indices.length, index -> indices[index], preparations);
            default -> summed(split, preparations, prepared);
        };
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

    /** Counts how often each pixel value occurs: one look at each byte, and exact sums. */
    private static ChannelStatistics counted(Images images, int size, IntUnaryOperator place, List<Preparation> preparations) {
        PixelCounts counts = new PixelCounts(images.shape());
        for (int i = 0; i < size; i++) {
            counts.add(images.pixels(), place.applyAsInt(i) * images.shape().size());
        }
        PixelTable table = new PixelTable(images.shape(), preparations);
        Moments moments = new Moments(images.channels(), (long) size * images.height() * images.width());
        return moments.of(sink -> {
            for (int channel = 0; channel < images.channels(); channel++) {
                for (int pixel = 0; pixel < PixelTable.PIXEL_VALUES; pixel++) {
                    sink.take(channel, table.prepared(channel, pixel), counts.of(channel, pixel));
                }
            }
        });
    }

    private static ChannelStatistics summed(Split split, List<Preparation> preparations, Shape prepared) {
        int area = prepared.size() / prepared.at(0);
        float[] values = new float[Preparations.room(preparations, split.shape())];
        return new Moments(prepared.at(0), (long) split.size() * area).of(sink -> {
            for (int i = 0; i < split.size(); i++) {
                split.read(i, values, 0);
                Preparations.apply(preparations, values, split.shape());
                for (int j = 0; j < prepared.size(); j++) {
                    sink.take(j / area, values[j], 1);
                }
            }
        });
    }

    @FunctionalInterface
    private interface Sink {
        void take(int channel, float value, long times);
    }

    @FunctionalInterface
    private interface Source {
        void each(Sink sink);
    }

    /** Mean first, then the deviation from it: two passes, so that nothing cancels. */
    private record Moments(int channels, long count) {

        ChannelStatistics of(Source source) {
            double[] mean = new double[channels];
            source.each((channel, value, times) -> mean[channel] += (double) value * times);
            for (int c = 0; c < channels; c++) {
                mean[c] /= count;
            }
            double[] deviation = new double[channels];
            source.each((channel, value, times) -> {
                double difference = value - mean[channel];
                deviation[channel] += difference * difference * times;
            });
            for (int c = 0; c < channels; c++) {
                deviation[c] = Math.sqrt(deviation[c] / Math.max(1, count - 1));
            }
            return new ChannelStatistics(mean, deviation);
        }
    }
}
