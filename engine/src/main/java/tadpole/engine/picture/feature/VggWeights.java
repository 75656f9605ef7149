package tadpole.engine.picture.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Networks of the VGG form, of any width and as deep as there are weights: 3x3 convolutions with ReLU in blocks, each block but the first
 * begun by a pooling of 2x2. Simonyan and Zisserman 2014.
 */
public final class VggWeights {

    /** Of the nominal picture from which the layers are built; they take any size. */
    private static final int NOMINAL = 64;

    /** @param weight [out,in,kernel,kernel] @param bias [out] */
    public record Convolution(Tensor weight, Tensor bias) {}

    /** What the pictures are padded with at each convolution. */
    public enum Padding { ZEROS, REFLECT }

    /** How a block is made half as large. */
    public enum Pooling { MAX, AVERAGE }

    private VggWeights() {}

    /**
     * @param input  the 1x1 convolution that brings red, green and blue of 0..255 to the network's own scale
     * @param blocks convolutions of each block, from the first; the last may have fewer than the full network
     */
    public static FeatureNetwork network(String name, Convolution input, List<List<Convolution>> blocks, Padding padding, Pooling pooling) {
        List<Spec> specs = new ArrayList<>();
        List<Convolution> weights = new ArrayList<>();
        Map<String, String> stages = new LinkedHashMap<>();
        try {
            specs.add(convolution(input, 0, padding));
            weights.add(input);
            for (int block = 0; block < blocks.size(); block++) {
                if (block > 0) {
                    specs.add(pool(pooling));
                }
                for (Convolution each : blocks.get(block)) {
                    specs.add(convolution(each, 1, padding));
                    specs.add(Relu.RECIPE.standard());
                    weights.add(each);
                    int inBlock = blocks.get(block).indexOf(each) + 1;
                    stages.put("relu%d_%d".formatted(block + 1, inBlock), "relu" + (weights.size() - 1));
                }
            }
            Network network = Network.build(Shape.of(3, NOMINAL, NOMINAL), specs, new Seed(0));
            for (int i = 0; i < weights.size(); i++) {
                network.parameters().get(2 * i).value().set(weights.get(i).weight());
                network.parameters().get(2 * i + 1).value().set(weights.get(i).bias());
            }
            return new FeatureNetwork(name, network, stages);
        } catch (SettingException impossible) {
            throw new IllegalArgumentException("The layers of " + name + " do not fit together: " + impossible.getMessage(), impossible);
        }
    }

    private static Spec convolution(Convolution each, int padding, Padding mode) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", (long) each.weight().shape().at(0), "kernel", (long) each.weight().shape().at(2),
                "padding", (long) padding, "paddingMode", mode == Padding.REFLECT ? "reflect" : "zeros"));
    }

    private static Spec pool(Pooling pooling) throws SettingException {
        Recipe<?> recipe = pooling == Pooling.MAX ? MaxPool2d.RECIPE : AvgPool2d.RECIPE;
        return recipe.with(Map.of("kernel", 2L, "stride", 2L, "padding", 0L));
    }
}
