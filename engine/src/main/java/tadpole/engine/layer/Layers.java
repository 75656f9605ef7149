package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.recipe.Recipe;

/** Every layer there is. */
public final class Layers {

    /** A new layer is one new file and one line here. */
    public static final List<Recipe<LayerMaker>> ALL = List.of(
            Linear.RECIPE,
            Relu.RECIPE,
            Sigmoid.RECIPE,
            Tanh.RECIPE,
            Softmax.RECIPE,
            LogSoftmax.RECIPE,
            Flatten.RECIPE,
            Dropout.RECIPE,
            Conv2d.RECIPE,
            MaxPool2d.RECIPE,
            AvgPool2d.RECIPE,
            GlobalAvgPool2d.RECIPE,
            BatchNorm2d.RECIPE,
            ResidualBlock.RECIPE,
            Embedding.RECIPE,
            Lstm.RECIPE,
            Gru.RECIPE);

    private Layers() {}
}
