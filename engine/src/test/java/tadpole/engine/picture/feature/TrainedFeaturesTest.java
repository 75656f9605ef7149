package tadpole.engine.picture.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.GlobalAvgPool2d;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.proof.Drawn;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class TrainedFeaturesTest {

    private static final double[] MEAN = {0.5, 0.4, 0.3};
    private static final double[] DEVIATION = {0.2, 0.25, 0.3};

    private final Spec norm = BatchNorm2d.RECIPE.standard();
    private final Spec relu = Relu.RECIPE.standard();

    /** The classifier in evaluation, layer by layer on prepared pixels, against the folded network on the pixels themselves. */
    @Test
    void theFoldedNetworkGivesTheMapsOfTheClassifierInUse() throws SettingException {
        Network trained = drawn(conv(5, false), norm, relu, conv(18, true), norm, relu, AvgPool2d.RECIPE.standard(), conv(17, false), norm, relu,
                GlobalAvgPool2d.RECIPE.standard(), Linear.RECIPE.with(Map.of("out", 4)));
        FeatureNetwork features = TrainedFeatures.of("Own", trained, VggWeights.standardized(MEAN, DEVIATION));
        Tensor pixels = SmallFeatures.picture(16, 16, "pixels");
        Tensor prepared = pixels.copy();
        for (int i = 0; i < prepared.size(); i++) {
            prepared.data()[i] = (float) ((pixels.data()[i] / 255.0 - MEAN[i / 256]) / DEVIATION[i / 256]);
        }
        Pass pass = Pass.evaluation(Device.plain());
        trained.forward(prepared.as(prepared.shape().batchOf(1)), pass);

        assertThat(features.layers()).containsExactly("relu1_1", "relu1_2", "relu2_1");
        Map<String, Tensor> maps = new FeatureRun(features, features.layers(), Device.plain()).forward(pixels);
        List<String> layers = features.layers();
        for (int i = 0; i < layers.size(); i++) {
            Tensor expected = trained.output("relu" + (i + 1), pass);
            Tensor given = maps.get(layers.get(i));
            float largest = 0;
            for (int k = 0; k < expected.size(); k++) {
                largest = Math.max(largest, expected.data()[k]);
            }
            for (int k = 0; k < expected.size(); k++) {
                assertThat(given.data()[k]).isCloseTo(expected.data()[k], within(1e-5f * largest));
            }
        }
    }

    @Test
    void anotherKindOfNetworkIsRefusedWithItsLayer() {
        assertRefused("conv2d1 must be 3×3 with stride 1 and a padding of 1 with zeros or the mirrored picture", "kernel", 5);
        assertThatThrownBy(() -> features(drawn(conv(4, true), AvgPool2d.RECIPE.standard())))
                .hasMessage("Own cannot serve as a feature network: its layer avgPool2d1 needs a ReLU before it.");
        assertThatThrownBy(() -> features(drawn(conv(4, true), relu, AvgPool2d.RECIPE.standard(), conv(4, true), relu, MaxPool2d.RECIPE.standard())))
                .hasMessageEndingWith("maxPool2d1 must be of the same kind as the one before it.");
        assertThatThrownBy(() -> features(drawn(GlobalAvgPool2d.RECIPE.standard())))
                .hasMessage("Own holds no features: before each pooling there must be a 3×3 convolution with ReLU.");
    }

    private void assertRefused(String words, String setting, int value) {
        assertThatThrownBy(() -> features(drawn(Conv2d.RECIPE.with(Map.of("out", 4, setting, value)), relu)))
                .isInstanceOf(IllegalArgumentException.class).hasMessage("Own cannot serve as a feature network: its layer " + words + ".");
    }

    private static FeatureNetwork features(Network trained) {
        return TrainedFeatures.of("Own", trained, VggWeights.blueGreenRed());
    }

    private static Spec conv(int out, boolean bias) throws SettingException {
        return Conv2d.RECIPE.with(Map.of("out", out, "padding", 1, "paddingMode", "reflect", "bias", bias));
    }

    /** With weights, means and variances as after some training. */
    private static Network drawn(Spec... layers) throws SettingException {
        Network network = Network.build(Shape.of(3, 16, 16), List.of(layers), new Seed(3));
        for (NamedTensor each : network.state()) {
            if (each.name().startsWith("batchNorm")) {
                boolean positive = each.name().endsWith("weight") || each.name().endsWith("running_var");
                each.tensor().set(Drawn.uniform(each.tensor().shape(), positive ? 0.3 : -0.7, 1.6, each.name()));
            }
        }
        return network;
    }
}
