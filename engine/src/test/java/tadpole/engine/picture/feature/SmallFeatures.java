package tadpole.engine.picture.feature;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Feature networks with random weights. */
public final class SmallFeatures {

    private static final double[] HALF = {0.5, 0.45, 0.4};
    private static final double[] QUARTER = {0.25, 0.24, 0.26};

    private SmallFeatures() {}

    /** @param widths channels of the convolutions of each block */
    public static FeatureNetwork vgg(Padding padding, Pooling pooling, int[]... widths) {
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (int[] block : widths) {
            List<Convolution> convolutions = new ArrayList<>();
            for (int out : block) {
                convolutions.add(drawn(out, in, 3, "vgg " + blocks.size() + " " + convolutions.size()));
                in = out;
            }
            blocks.add(convolutions);
        }
        return VggWeights.network("Small VGG", VggWeights.standardized(HALF, QUARTER), blocks, padding, pooling);
    }

    public static FeatureNetwork squeeze(int first, int... outs) {
        return SqueezeWeights.network("Small SqueezeNet", VggWeights.blueGreenRed(), drawn(first, 3, 3, "squeeze"), fires(first, outs));
    }

    static List<SqueezeWeights.Fire> fires(int first, int... outs) {
        List<SqueezeWeights.Fire> fires = new ArrayList<>();
        int in = first;
        for (int out : outs) {
            String name = "fire" + fires.size();
            int squeezed = Math.max(2, out / 4);
            fires.add(new SqueezeWeights.Fire(drawn(squeezed, in, 1, name + "s"), drawn(out, squeezed, 1, name + "1"), drawn(out, squeezed, 3, name + "3")));
            in = 2 * out;
        }
        return fires;
    }

    /** As He and others draw them, so that numbers keep their size, with biases that are not 0. */
    static Convolution drawn(int out, int in, int kernel, String purpose) {
        Tensor weight = Drawn.normal(Shape.of(out, in, kernel, kernel), purpose);
        double scale = Math.sqrt(2.0 / (in * kernel * kernel));
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] *= (float) scale;
        }
        return new Convolution(weight, Drawn.uniform(Shape.of(out), -0.3, 0.3, purpose + " bias"));
    }

    static Tensor picture(int height, int width, String purpose) {
        return Drawn.uniform(Shape.of(3, height, width), 0, 255, purpose);
    }

    /** The same layers and weights, built for pictures of one size, as twins want them. */
    static Network sized(FeatureNetwork features, String deepest, int height, int width) {
        try {
            Network given = features.network().upTo(features.stageOf(deepest));
            List<Spec> specs = given.stages().stream().map(Network.Stage::spec).toList();
            Network sized = Network.build(Shape.of(3, height, width), specs, new Seed(1));
            for (int i = 0; i < sized.parameters().size(); i++) {
                Parameter parameter = sized.parameters().get(i);
                parameter.value().set(given.parameters().get(i).value());
                parameter.changed();
            }
            return sized;
        } catch (SettingException misfit) {
            throw new AssertionError(misfit);
        }
    }
}
