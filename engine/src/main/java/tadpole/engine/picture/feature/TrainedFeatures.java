package tadpole.engine.picture.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.BatchNorm2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * The feature network inside of a classifier that was trained here: blocks of 3x3 convolutions with batch normalization or without, each
 * followed by ReLU, and poolings of 2x2 between them. Batch normalization, which in use is a scale and a shift of each channel, is folded
 * into the convolution before it; what follows the last convolution is left away. Layers are called as a VGG's.
 */
public final class TrainedFeatures {

    private final String name;
    private final List<List<Convolution>> blocks = new ArrayList<>(List.of(new ArrayList<>()));
    private Optional<Pooling> pooling = Optional.empty();
    private Optional<Padding> padding = Optional.empty();
    private Optional<Convolution> open = Optional.empty();

    private TrainedFeatures(String name) {
        this.name = name;
    }

    /**
     * @param trained is not changed and shares nothing with what is made of it
     * @param input   the 1x1 convolution that prepares red, green and blue of 0..255 as the classifier's images were
     * @throws IllegalArgumentException in one sentence where its layers are others
     */
    public static FeatureNetwork of(String name, Network trained, Convolution input) {
        TrainedFeatures features = new TrainedFeatures(name);
        for (Network.Stage stage : trained.stages()) {
            if (!features.take(stage)) {
                break;
            }
        }
        return features.build(input);
    }

    /** @return whether it belongs to the features; the first that does not begins the head */
    private boolean take(Network.Stage stage) {
        String type = stage.spec().type();
        if (type.equals(Conv2d.RECIPE.type())) {
            requireClosed(stage);
            open = Optional.of(convolution(stage));
        } else if (type.equals(BatchNorm2d.RECIPE.type())) {
            open = Optional.of(folded(open.orElseThrow(() -> other(stage, "must follow a convolution")), stage));
        } else if (type.equals(Relu.RECIPE.type())) {
            blocks.getLast().add(open.orElseThrow(() -> other(stage, "must follow a convolution, with batch normalization between them or without")));
            open = Optional.empty();
        } else if (type.equals(MaxPool2d.RECIPE.type()) || type.equals(AvgPool2d.RECIPE.type())) {
            requireClosed(stage);
            pool(stage);
        } else {
            return false;
        }
        return true;
    }

    private void requireClosed(Network.Stage stage) {
        if (open.isPresent()) {
            throw other(stage, "needs a ReLU before it");
        }
    }

    private void pool(Network.Stage stage) {
        Settings settings = stage.spec().settings();
        if (settings.whole("kernel") != 2 || settings.whole("stride") != 2 || settings.whole("padding") != 0) {
            throw other(stage, "must be 2×2 with stride 2");
        }
        Pooling now = stage.spec().type().equals(MaxPool2d.RECIPE.type()) ? Pooling.MAX : Pooling.AVERAGE;
        if (pooling.orElse(now) != now) {
            throw other(stage, "must be of the same kind as the one before it");
        }
        pooling = Optional.of(now);
        blocks.add(new ArrayList<>());
    }

    private Convolution convolution(Network.Stage stage) {
        Settings settings = stage.spec().settings();
        StageWindow window = StageWindow.of(stage);
        String mode = settings.choice("paddingMode");
        boolean plain = window.size() == 3 && window.stride() == 1 && window.padding() == 1 && settings.whole("kernelWidth") % 3 == 0
                && settings.whole("paddingWidth") * settings.whole("paddingWidth") == 1 && settings.whole("dilation") == 1 && settings.whole("groups") == 1
                && (mode.equals("zeros") || mode.equals("reflect"));
        if (!plain) {
            throw other(stage, "must be 3×3 with stride 1 and a padding of 1 with zeros or the mirrored picture");
        }
        Padding now = mode.equals("reflect") ? Padding.REFLECT : Padding.ZEROS;
        if (padding.orElse(now) != now) {
            throw other(stage, "must be padded as the ones before it");
        }
        padding = Optional.of(now);
        Tensor weight = stage.layer().parameters().getFirst().value().copy();
        Tensor bias = settings.on("bias") ? stage.layer().parameters().get(1).value().copy() : Tensor.zeros(Shape.of(weight.shape().at(0)));
        return new Convolution(weight, bias);
    }

    /** Normalization in use: y = (x - mean) gamma / sqrt(variance + epsilon) + beta. Ioffe and Szegedy 2015, section 3.1. */
    private static Convolution folded(Convolution before, Network.Stage norm) {
        float[] gamma = norm.layer().parameters().getFirst().value().data();
        float[] beta = norm.layer().parameters().get(1).value().data();
        float[] mean = norm.layer().buffers().getFirst().tensor().data();
        float[] variance = norm.layer().buffers().get(1).tensor().data();
        double epsilon = norm.spec().settings().decimal("epsilon");
        Tensor weight = before.weight().copy();
        Tensor bias = before.bias().copy();
        int ofChannel = weight.size() / bias.size();
        for (int channel = 0; channel < bias.size(); channel++) {
            double factor = gamma[channel] / Math.sqrt(variance[channel] + epsilon);
            for (int i = channel * ofChannel; i < (channel + 1) * ofChannel; i++) {
                weight.data()[i] = (float) (weight.data()[i] * factor);
            }
            bias.data()[channel] = (float) (beta[channel] + (bias.data()[channel] - mean[channel]) * factor);
        }
        return new Convolution(weight, bias);
    }

    private FeatureNetwork build(Convolution input) {
        if (blocks.getLast().isEmpty()) {
            blocks.removeLast();
        }
        if (blocks.isEmpty() || blocks.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(name + " holds no features: before each pooling there must be a 3×3 convolution with ReLU.");
        }
        return VggWeights.network(name, input, blocks, padding.orElseThrow(), pooling.orElse(Pooling.AVERAGE));
    }

    private IllegalArgumentException other(Network.Stage stage, String rule) {
        return new IllegalArgumentException("%s cannot serve as a feature network: its layer %s %s.".formatted(name, stage.name(), rule));
    }
}
