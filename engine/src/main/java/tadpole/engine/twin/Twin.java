package tadpole.engine.twin;

import java.util.function.Function;
import tadpole.engine.layer.LayerMaker;
import tadpole.engine.loss.LossMaker;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;

/** Which recipe a twin belongs to, and what makes it. */
public sealed interface Twin {

    Recipe<?> recipe();

    /** The twin of a layer; its maker is given what the layer's own maker is, apart from name and seed. */
    record OfLayer(Recipe<LayerMaker> recipe, Maker maker) implements Twin {}

    /** The twin of a loss. */
    record OfLoss(Recipe<LossMaker> recipe, Function<Settings, ExplainingLoss> maker) implements Twin {}

    /** Makes a layer's twin for inputs of one shape. */
    @FunctionalInterface
    interface Maker {

        /** @param input shape of one sample */
        ExplainingLayer make(Settings settings, Shape input);
    }
}
