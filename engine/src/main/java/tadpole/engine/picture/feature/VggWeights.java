package tadpole.engine.picture.feature;

import java.util.List;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Networks of the VGG form, of any width and as deep as there are weights: 3x3 convolutions with ReLU in blocks, each block but the first
 * begun by a pooling of 2x2. Simonyan and Zisserman 2014. VGG-16 has blocks of 2, 2, 3, 3, 3 convolutions, VGG-19 of 2, 2, 4, 4, 4.
 */
public final class VggWeights {

    /** What the published networks take away from blue, green and red of 0..255, in ImageNet's pictures the mean: here as red, green, blue. */
    private static final float[] IMAGENET_MEAN = {123.68f, 116.779f, 103.939f};

    /** @param weight [out,in,kernel,kernel] @param bias [out] */
    public record Convolution(Tensor weight, Tensor bias) {}

    /** What the pictures are padded with at each convolution. */
    public enum Padding { ZEROS, REFLECT }

    /** How a block is made half as large. */
    public enum Pooling { MAX, AVERAGE }

    private VggWeights() {}

    /**
     * Its layers are relu1_1, relu1_2, relu2_1 and so on: block, and convolution in the block.
     *
     * @param input  the 1x1 convolution that brings red, green and blue of 0..255 to the network's own scale
     * @param blocks convolutions of each block, from the first; the last may have fewer than the full network
     */
    public static FeatureNetwork network(String name, Convolution input, List<List<Convolution>> blocks, Padding padding, Pooling pooling) {
        FeatureBuilder builder = new FeatureBuilder(name, padding).convolution(input, 1, 0);
        for (int block = 0; block < blocks.size(); block++) {
            if (block > 0) {
                builder.pool(pooling, 2);
            }
            for (int i = 0; i < blocks.get(block).size(); i++) {
                builder.convolution(blocks.get(block).get(i), 1, 1).relu().named("relu%d_%d".formatted(block + 1, i + 1));
            }
        }
        return builder.build();
    }

    /** What the VGG and SqueezeNet of Keras and Caffe expect: blue, green, red of 0..255 minus ImageNet's means. */
    public static Convolution blueGreenRed() {
        float[] weight = {0, 0, 1, 0, 1, 0, 1, 0, 0};
        return new Convolution(Tensor.of(Shape.of(3, 3, 1, 1), weight), Tensor.of(Shape.of(3), -IMAGENET_MEAN[2], -IMAGENET_MEAN[1], -IMAGENET_MEAN[0]));
    }

    /**
     * Red, green, blue of 0..1 minus a mean, over a deviation: what networks of PyTorch expect, and those that were trained here.
     *
     * @param mean      of red, green and blue in 0..1 @param deviation likewise
     */
    public static Convolution standardized(double[] mean, double[] deviation) {
        Tensor weight = Tensor.zeros(Shape.of(3, 3, 1, 1));
        Tensor bias = Tensor.zeros(Shape.of(3));
        for (int channel = 0; channel < 3; channel++) {
            weight.data()[4 * channel] = (float) (1 / (255 * deviation[channel]));
            bias.data()[channel] = (float) (-mean[channel] / deviation[channel]);
        }
        return new Convolution(weight, bias);
    }

    /** The same 1x1 convolution for red, green and blue of 0..255 that an input convolution is for 0..1. */
    public static Convolution ofUnitRange(Convolution input) {
        Tensor weight = input.weight().copy();
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] = (float) (weight.data()[i] / 255.0);
        }
        return new Convolution(weight, input.bias());
    }
}
