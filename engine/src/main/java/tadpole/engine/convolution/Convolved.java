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
        int depth = weight.shape().at(1);
        int kernelHeight = weight.shape().at(2);
        int kernelWidth = weight.shape().at(3);
        int first = channel / (channels() / groups) * depth;
        Padding padding = plan.padding();
        int top = y * plan.stride() - padding.before(kernelHeight, plan.dilation());
        int left = x * plan.stride() - padding.before(kernelWidth, plan.dilation());
        List<WindowSum.Product> products = new ArrayList<>();
        for (int c = 0; c < depth; c++) {
            for (int u = 0; u < kernelHeight; u++) {
                for (int v = 0; v < kernelWidth; v++) {
                    int row = top + u * plan.dilation();
                    int column = left + v * plan.dilation();
                    int sourceRow = padding.source(row, picture.height());
                    int sourceColumn = padding.source(column, picture.width());
                    boolean zero = sourceRow < 0 || sourceColumn < 0;
                    products.add(new WindowSum.Product(first + c, u, v, row, column, zero ? -1 : sourceRow, zero ? -1 : sourceColumn,
                            zero ? 0 : picture.at(first + c, sourceRow, sourceColumn),
                            weight.data()[((channel * depth + c) * kernelHeight + u) * kernelWidth + v]));
                }
            }
        }
        return new WindowSum(channel, y, x, List.copyOf(products), bias.data()[channel], plan.relu(), at(channel, y, x));
    }
}
