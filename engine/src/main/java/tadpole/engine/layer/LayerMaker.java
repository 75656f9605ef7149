package tadpole.engine.layer;

import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;

/** Makes a layer for inputs of one shape. */
@FunctionalInterface
public interface LayerMaker {

    /**
     * @param name  unique in the network; its parameters' names start with it
     * @param input shape of one sample
     * @throws tadpole.engine.tensor.ShapeException where the layer does not fit that input
     */
    Layer make(String name, Settings settings, Shape input, Seed seed);
}
