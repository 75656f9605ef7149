package tadpole.app.pane.train;

import java.util.List;
import java.util.stream.Collectors;
import tadpole.engine.recipe.Spec;

/** Layers in words. */
final class LayerWords {

    private static final int MOST_SIZES = 8;

    private LayerWords() {}

    /** Every layer with what was set on it: "flatten, linear 100, relu, linear 10". */
    static String list(List<Spec> layers) {
        return layers.stream()
                .map(layer -> layer.settings().asMap().containsKey("out")
                        ? layer.type() + " " + layer.settings().whole("out")
                        : layer.type())
                .collect(Collectors.joining(", "));
    }

    /** How many units layer after layer has: "100-10", or the number of layers where none or too many say. */
    static String sizes(List<Spec> layers) {
        List<String> sizes = layers.stream()
                .filter(layer -> layer.settings().asMap().containsKey("out"))
                .map(layer -> Integer.toString(layer.settings().whole("out")))
                .toList();
        return sizes.isEmpty() || sizes.size() > MOST_SIZES ? layers.size() + "-layers" : String.join("-", sizes);
    }
}
