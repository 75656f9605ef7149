package tadpole.engine.picture.feature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.feature.VggWeights.Padding;
import tadpole.engine.picture.feature.VggWeights.Pooling;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Puts a feature network together, one layer after the other. */
final class FeatureBuilder {

    /** Of the nominal picture from which the layers are built; they take any size. */
    private static final int NOMINAL = 64;

    private final String name;
    private final Padding padding;
    private final List<Spec> specs = new ArrayList<>();
    private final List<Tensor> weights = new ArrayList<>();
    private final Map<String, String> stages = new LinkedHashMap<>();
    private int relus;

    FeatureBuilder(String name, Padding padding) {
        this.name = name;
        this.padding = padding;
    }

    FeatureBuilder convolution(Convolution each, int stride, int around) {
        specs.add(spec(Conv2d.RECIPE, Map.of("out", (long) each.weight().shape().at(0), "kernel", (long) each.weight().shape().at(2),
                "stride", (long) stride, "padding", (long) around, "paddingMode", padding == Padding.REFLECT ? "reflect" : "zeros")));
        weights.add(each.weight());
        weights.add(each.bias());
        return this;
    }

    FeatureBuilder relu() {
        specs.add(Relu.RECIPE.standard());
        relus++;
        return this;
    }

    /** What the last ReLU gave can be looked at under this name. */
    FeatureBuilder named(String layer) {
        stages.put(layer, Relu.RECIPE.type() + relus);
        return this;
    }

    FeatureBuilder pool(Pooling pooling, int size) {
        specs.add(spec(pooling == Pooling.MAX ? MaxPool2d.RECIPE : AvgPool2d.RECIPE, Map.of("kernel", (long) size, "stride", 2L, "padding", 0L)));
        return this;
    }

    private Spec spec(Recipe<?> recipe, Map<String, ?> settings) {
        try {
            return recipe.with(settings);
        } catch (SettingException outOfBounds) {
            throw misfit(outOfBounds);
        }
    }

    FeatureNetwork build() {
        try {
            Network network = Network.build(Shape.of(3, NOMINAL, NOMINAL), specs, new Seed(0));
            for (int i = 0; i < weights.size(); i++) {
                Parameter parameter = network.parameters().get(i);
                if (!parameter.shape().equals(weights.get(i).shape())) {
                    throw new IllegalArgumentException("%s: %s must be %s, but is %s.".formatted(name, parameter.name(), parameter.shape(), weights.get(i).shape()));
                }
                parameter.value().set(weights.get(i));
                parameter.changed();
            }
            return new FeatureNetwork(name, network, stages);
        } catch (SettingException impossible) {
            throw misfit(impossible);
        }
    }

    private IllegalArgumentException misfit(SettingException cause) {
        return new IllegalArgumentException("The layers of " + name + " do not fit together: " + cause.getMessage(), cause);
    }
}
