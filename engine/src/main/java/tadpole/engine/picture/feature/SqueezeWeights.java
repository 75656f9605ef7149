package tadpole.engine.picture.feature;

import java.util.List;
import java.util.Set;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * SqueezeNet 1.1: a 3x3 convolution of stride 2 without padding, then fire modules, each a 1x1 convolution that squeezes the channels and
 * behind it 1x1 and 3x3 convolutions that expand them, side by side. Iandola and others 2016. Its layers are relu1 and fire2 to fire9.
 */
public final class SqueezeWeights {

    /** Poolings of 3x3, stride 2, stand before these modules. */
    private static final Set<Integer> POOLED = Set.of(2, 4, 6);

    /**
     * @param squeeze  [squeezed,in,1,1]
     * @param expand1  [out,squeezed,1,1]; its channels come first
     * @param expand3  [out,squeezed,3,3]
     */
    public record Fire(Convolution squeeze, Convolution expand1, Convolution expand3) {}

    private SqueezeWeights() {}

    /**
     * @param input the 1x1 convolution that brings red, green and blue of 0..255 to the network's own scale
     * @param first [64,3,3,3]
     * @param fires from fire2 on; there may be fewer than the full eight
     */
    public static FeatureNetwork network(String name, Convolution input, Convolution first, List<Fire> fires) {
        FeatureBuilder builder = new FeatureBuilder(name, Padding.ZEROS).convolution(input, 1, 0).convolution(first, 2, 0).relu().named("relu1");
        for (int i = 0; i < fires.size(); i++) {
            int number = i + 2;
            if (POOLED.contains(number)) {
                builder.pool(Pooling.MAX, 3);
            }
            builder.convolution(fires.get(i).squeeze(), 1, 0).relu();
            builder.convolution(expand(fires.get(i)), 1, 1).relu().named("fire" + number);
        }
        return builder.build();
    }

    /** Both expanding convolutions as one: 1x1 kernels in the middle of 3x3 kernels of zeros. */
    static Convolution expand(Fire fire) {
        Shape one = fire.expand1().weight().shape();
        Shape three = fire.expand3().weight().shape();
        int in = one.at(1);
        if (three.at(1) != in) {
            throw new IllegalArgumentException("Both expanding convolutions of a fire module take the same channels, but here %d and %d.".formatted(in, three.at(1)));
        }
        int firstOut = one.at(0);
        int out = firstOut + three.at(0);
        Tensor weight = Tensor.zeros(Shape.of(out, in, 3, 3));
        for (int i = 0; i < firstOut * in; i++) {
            weight.data()[9 * i + 4] = fire.expand1().weight().data()[i];
        }
        System.arraycopy(fire.expand3().weight().data(), 0, weight.data(), 9 * firstOut * in, three.size());
        Tensor bias = Tensor.zeros(Shape.of(out));
        System.arraycopy(fire.expand1().bias().data(), 0, bias.data(), 0, firstOut);
        System.arraycopy(fire.expand3().bias().data(), 0, bias.data(), firstOut, out - firstOut);
        return new Convolution(weight, bias);
    }
}
