package tadpole.app.pane.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Flatten;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Linear;
import tadpole.engine.layer.LogSoftmax;
import tadpole.engine.layer.Softmax;
import tadpole.engine.loss.NegativeLogLikelihood;
import tadpole.engine.loss.ProbabilityCrossEntropy;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * Linear layers one after the other with the same activation between them, and what the loss needs at the end: what the
 * short form can say.
 *
 * @param hidden     units of each hidden layer; none for a linear classifier
 * @param activation type of the layer between them, or {@link #NONE}
 * @param linear     what the linear layers have in common: their settings without the outputs
 */
record SimpleLayers(List<Integer> hidden, String activation, int outputs, Map<String, Object> linear) {

    static final String NONE = "none";
    static final Map<String, Object> STANDARD = withoutOutputs(Linear.RECIPE.standard());

    SimpleLayers {
        hidden = List.copyOf(hidden);
        linear = Map.copyOf(linear);
    }

    /** What these layers say in the short form; empty where it cannot say them. */
    static Optional<SimpleLayers> of(List<Spec> layers, String loss) {
        List<Spec> linears = layers.stream().filter(layer -> layer.type().equals(Linear.RECIPE.type())).toList();
        if (linears.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> outputs = linears.stream().map(layer -> layer.settings().whole("out")).toList();
        String activation = layers.stream().map(Spec::type).filter(type -> bend(type).isPresent()).findFirst().orElse(NONE);
        SimpleLayers guess = new SimpleLayers(
                outputs.subList(0, outputs.size() - 1), activation, outputs.getLast(), withoutOutputs(linears.getFirst()));
        return guess.layers(loss).equals(layers) ? Optional.of(guess) : Optional.empty();
    }

    List<Spec> layers(String loss) {
        List<Spec> layers = new ArrayList<>();
        layers.add(Flatten.RECIPE.standard());
        for (int units : hidden) {
            layers.add(linear(units));
            bend(activation).ifPresent(layers::add);
        }
        layers.add(linear(outputs));
        if (loss.equals(ProbabilityCrossEntropy.RECIPE.type())) {
            layers.add(Softmax.RECIPE.standard());
        }
        if (loss.equals(NegativeLogLikelihood.RECIPE.type())) {
            layers.add(LogSoftmax.RECIPE.standard());
        }
        return List.copyOf(layers);
    }

    private static Optional<Spec> bend(String activation) {
        return Layers.ACTIVATIONS.stream().filter(recipe -> recipe.type().equals(activation)).findFirst().map(Recipe::standard);
    }

    private Spec linear(int units) {
        Map<String, Object> settings = new LinkedHashMap<>(linear);
        settings.put("out", (long) units);
        try {
            return Linear.RECIPE.with(settings);
        } catch (SettingException outOfBounds) {
            throw new IllegalArgumentException(outOfBounds.getMessage(), outOfBounds);
        }
    }

    private static Map<String, Object> withoutOutputs(Spec linear) {
        Map<String, Object> settings = new LinkedHashMap<>(linear.settings().asMap());
        settings.remove("out");
        return settings;
    }
}
