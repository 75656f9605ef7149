package tadpole.engine.convolution;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Tensor;

/**
 * One convolution of one picture, computed by the engine's layer. Made by {@link Convolver}.
 *
 * @param picture what came in: gray already, where the plan says so
 * @param weight  [out, in / groups, height, width], as the layer has it: after gain, normalizing and turning
 * @param groups  1, or the number of channels with {@link Mixing#EACH}
 * @param output  [out, height, width]
 */
public record Convolved(ConvolutionPlan plan, Picture picture, Tensor weight, Tensor bias, int groups, Tensor output) {

    public int channels() {
        return output.shape().at(0);
    }

    public int height() {
        return output.shape().at(1);
    }

    public int width() {
        return output.shape().at(2);
    }

    public float at(int channel, int y, int x) {
        return output.data()[(channel * height() + y) * width() + x];
    }

    /** The products behind one output pixel. */
    public WindowSum window(int channel, int y, int x) {
        List<WindowSum.Product> products = new ArrayList<>();
        for (int c = 0; c < depth(); c++) {
            for (int u = 0; u < weight.shape().at(2); u++) {
                for (int v = 0; v < weight.shape().at(3); v++) {
                    products.add(product(channel, y, x, c, u, v));
                }
            }
        }
        return new WindowSum(channel, y, x, List.copyOf(products), bias.data()[channel], plan.relu(), at(channel, y, x));
    }

    /** Input channels that one filter sees. */
    int depth() {
        return weight.shape().at(1);
    }

    /** The first input channel that a filter sees. */
    int firstChannel(int filter) {
        return filter / (channels() / groups) * depth();
    }

    /** @param c counted from the first channel that the filter sees */
    WindowSum.Product product(int filter, int y, int x, int c, int u, int v) {
        int kernelHeight = weight.shape().at(2);
        int kernelWidth = weight.shape().at(3);
        Padding padding = plan.padding();
        int row = y * plan.stride() + u * plan.dilation() - padding.before(kernelHeight, plan.dilation());
        int column = x * plan.stride() + v * plan.dilation() - padding.before(kernelWidth, plan.dilation());
        int sourceRow = padding.source(row, picture.height());
        int sourceColumn = padding.source(column, picture.width());
        boolean zero = sourceRow < 0 || sourceColumn < 0;
        int channel = firstChannel(filter) + c;
        return new WindowSum.Product(channel, u, v, row, column, zero ? -1 : sourceRow, zero ? -1 : sourceColumn,
                zero ? 0 : picture.at(channel, sourceRow, sourceColumn),
                weight.data()[((filter * depth() + c) * kernelHeight + u) * kernelWidth + v]);
    }
}
