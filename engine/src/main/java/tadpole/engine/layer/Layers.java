package tadpole.engine.layer;

import java.util.List;
import java.util.stream.Stream;
import tadpole.engine.recipe.Recipe;

/** Every layer there is. */
public final class Layers {

    /** Those that bend every number by itself, to stand between two linear layers. A new one is one line here. */
    public static final List<Recipe<LayerMaker>> ACTIVATIONS = List.of(Relu.RECIPE, LeakyRelu.RECIPE, Gelu.RECIPE, Silu.RECIPE,
            Sigmoid.RECIPE, Tanh.RECIPE);

    /** A new layer is one new file and one line, here or among the activations. */
    public static final List<Recipe<LayerMaker>> ALL = Stream.of(
                    List.of(Linear.RECIPE),
                    ACTIVATIONS,
                    List.of(Softmax.RECIPE, LogSoftmax.RECIPE, Flatten.RECIPE, Dropout.RECIPE),
                    List.of(Conv2d.RECIPE, MaxPool2d.RECIPE, AvgPool2d.RECIPE, GlobalAvgPool2d.RECIPE, BatchNorm2d.RECIPE,
                            LayerNorm.RECIPE, ResidualBlock.RECIPE),
                    List.of(Embedding.RECIPE, Rnn.RECIPE, Lstm.RECIPE, Gru.RECIPE, LockedDropout.RECIPE))
            .flatMap(List::stream)
            .toList();

    private Layers() {}
}
