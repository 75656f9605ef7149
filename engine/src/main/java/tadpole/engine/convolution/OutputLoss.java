package tadpole.engine.convolution;

import tadpole.engine.tensor.Tensor;

/** One number made of a convolution's output, so that there is a gradient to send back. */
public sealed interface OutputLoss {

    /** L = sum of y: every output pixel has the gradient 1. */
    record Sum() implements OutputLoss {}

    /** L = one output pixel: 1 there, 0 elsewhere. */
    record Pixel(int filter, int y, int x) implements OutputLoss {

        int index(Tensor output) {
            return (filter * output.shape().at(1) + y) * output.shape().at(2) + x;
        }
    }

    /** L = half the sum of y²: the gradient is the output itself. */
    record Square() implements OutputLoss {}

    /** L = half the sum of (y - wanted)²: the gradient is what the output has too much. @param wanted of the output's shape */
    record Difference(Tensor wanted) implements OutputLoss {}

    /** The difference to the pixel in the window's middle, as if the picture itself were wanted; channel for channel, again from the first. */
    static Difference toThePicture(Convolved convolved) {
        Tensor wanted = Tensor.zeros(convolved.output().shape());
        ImageRows[] rows = new ImageRows[convolved.channels()];
        for (int i = 0; i < wanted.size(); i++) {
            int filter = i / (convolved.height() * convolved.width());
            if (rows[filter] == null) {
                rows[filter] = new ImageRows(convolved, filter);
            }
            ImageRows of = rows[filter];
            int seen = of.channel(0) + filter % convolved.depth();
            wanted.data()[i] = of.at(i % of.rows(), of.column(seen, (of.kernelHeight() - 1) / 2, (of.kernelWidth() - 1) / 2));
        }
        return new Difference(wanted);
    }

    /** @param output [filters, height, width] */
    default double of(Tensor output) {
        double sum = 0;
        for (int i = 0; i < output.size(); i++) {
            double y = output.data()[i];
            sum += switch (this) {
                case Sum _ -> y;
                case Pixel pixel -> i == pixel.index(output) ? y : 0;
                case Square _ -> y * y / 2;
                case Difference difference -> (y - difference.wanted().data()[i]) * (y - difference.wanted().data()[i]) / 2;
            };
        }
        return sum;
    }

    /** The gradient by each output pixel. */
    default Tensor gradient(Tensor output) {
        Tensor dy = Tensor.zeros(output.shape());
        for (int i = 0; i < dy.size(); i++) {
            dy.data()[i] = switch (this) {
                case Sum _ -> 1;
                case Pixel pixel -> i == pixel.index(output) ? 1 : 0;
                case Square _ -> output.data()[i];
                case Difference difference -> output.data()[i] - difference.wanted().data()[i];
            };
        }
        return dy;
    }
}
