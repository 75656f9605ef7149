package tadpole.engine.convolution;

import java.util.List;

/**
 * Where one output pixel comes from: every product under the kernel, in the order of channels, rows and columns.
 *
 * @param filter   output channel
 * @param products channel by channel
 * @param value    the engine's own, after bias and ReLU
 */
public record WindowSum(int filter, int y, int x, List<Product> products, float bias, boolean relu, float value) {

    /**
     * One weight times what stands under it.
     *
     * @param channel of the picture
     * @param u       row of the kernel as it slides (turned, where it is turned)
     * @param row     where it stands, counted from the picture's first row; outside of the picture in its padding
     * @param sourceRow where the pixel's value comes from: {@code row} inside; -1 where the padding is a zero
     */
    public record Product(int channel, int u, int v, int row, int column, int sourceRow, int sourceColumn, float pixel, float weight) {

        public boolean isPadding() {
            return sourceRow < 0 || row != sourceRow || column != sourceColumn;
        }

        public double value() {
            return (double) pixel * weight;
        }
    }

    /** The sum of one channel's products, in double. */
    public double ofChannel(int channel) {
        return products.stream().filter(each -> each.channel() == channel).mapToDouble(Product::value).sum();
    }

    /** Products and bias, in double, before ReLU. */
    public double sum() {
        return products.stream().mapToDouble(Product::value).sum() + bias;
    }
}
