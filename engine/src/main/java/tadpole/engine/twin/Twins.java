package tadpole.engine.twin;

import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** The twin of every layer and loss: the yardstick of the tests and of the gradient lab. Nothing fast uses it. */
public final class Twins {

    /** A new twin is one new file and one line here. */
    public static final List<Twin> ALL = List.of(
            TwinLinear.TWIN,
            TwinRelu.TWIN,
            TwinLeakyRelu.TWIN,
            TwinGelu.TWIN,
            TwinSilu.TWIN,
            TwinSigmoid.TWIN,
            TwinTanh.TWIN,
            TwinSoftmax.TWIN,
            TwinLogSoftmax.TWIN,
            TwinFlatten.TWIN,
            TwinDropout.TWIN,
            TwinConv2d.TWIN,
            TwinPool2d.MAX,
            TwinPool2d.AVERAGE,
            TwinGlobalAvgPool2d.TWIN,
            TwinBatchNorm2d.TWIN,
            TwinLayerNorm.TWIN,
            TwinResidualBlock.TWIN,
            TwinEmbedding.TWIN,
            TwinRnn.TWIN,
            TwinLstm.TWIN,
            TwinGru.TWIN,
            TwinLockedDropout.TWIN,
            TwinCrossEntropy.TWIN,
            TwinProbabilityCrossEntropy.TWIN,
            TwinNegativeLogLikelihood.TWIN,
            TwinMeanSquaredError.TWIN,
            TwinSigmoidCrossEntropy.TWIN,
            TwinSumOfSquares.TWIN,
            TwinHinge.TWIN);

    private Twins() {}

    /** @param input shape of one sample */
    public static ExplainingLayer layer(Spec spec, Shape input) {
        return find(Twin.OfLayer.class, "layer", spec).maker().make(spec.settings(), input);
    }

    public static ExplainingLoss loss(Spec spec) {
        return find(Twin.OfLoss.class, "loss", spec).maker().apply(spec.settings());
    }

    private static <T extends Twin> T find(Class<T> kind, String word, Spec spec) {
        Stream<T> twins = ALL.stream().filter(kind::isInstance).map(kind::cast);
        return twins.filter(twin -> twin.recipe().type().equals(spec.type())).findFirst().orElseThrow(
                () -> new IllegalArgumentException("The %s \"%s\" has no twin; known are %s."
                        .formatted(word, spec.type(), known(kind))));
    }

    private static String known(Class<? extends Twin> kind) {
        List<String> types = ALL.stream().filter(kind::isInstance).map(Twin::recipe).map(Recipe::type).toList();
        return String.join(", ", types);
    }
}
