package tadpole.app.pane.playground.points;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tadpole.engine.layer.Layers;
import tadpole.engine.layer.Linear;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;

/**
 * The hidden layers of a network that one can see whole, each with its activation, and how its weights start.
 *
 * @param init key of the initialization that every linear layer has
 */
record Wiring(List<Hidden> hidden, String init) {

    static final int MOST_LAYERS = 6;
    static final int MOST_NEURONS = 8;
    /** The activation of a layer that has none. */
    static final String NONE = "none";

    /**
     * @param neurons    1 to 8
     * @param activation type of the layer after it, or {@link #NONE}
     */
    record Hidden(int neurons, String activation) {

        Hidden {
            if (neurons < 1 || neurons > MOST_NEURONS) {
                throw new IllegalArgumentException("A hidden layer has 1 to %d neurons here, not %d.".formatted(MOST_NEURONS, neurons));
            }
        }
    }

    Wiring {
        hidden = List.copyOf(hidden);
        if (hidden.size() > MOST_LAYERS) {
            throw new IllegalArgumentException("There are at most %d hidden layers here, not %d.".formatted(MOST_LAYERS, hidden.size()));
        }
    }

    /** What these layers say; empty where the room cannot draw them. */
    static Optional<Wiring> of(List<Spec> layers) {
        List<Hidden> hidden = new ArrayList<>();
        Optional<Spec> last = Optional.empty();
        for (Spec layer : layers) {
            if (layer.type().equals(Linear.RECIPE.type())) {
                if (last.isPresent() && !add(hidden, last.get(), NONE)) {
                    return Optional.empty();
                }
                last = Optional.of(layer);
            } else if (last.isEmpty() || !isActivation(layer.type()) || !add(hidden, last.get(), layer.type())) {
                return Optional.empty();
            } else {
                last = Optional.empty();
            }
        }
        if (last.isEmpty() || hidden.size() > MOST_LAYERS) {
            return Optional.empty();
        }
        int classes = last.get().settings().whole("out");
        Wiring read = new Wiring(hidden, last.get().settings().choice("init"));
        return read.layers(classes).equals(layers) ? Optional.of(read) : Optional.empty();
    }

    private static boolean add(List<Hidden> hidden, Spec linear, String activation) {
        int neurons = linear.settings().whole("out");
        if (neurons > MOST_NEURONS) {
            return false;
        }
        hidden.add(new Hidden(neurons, activation));
        return true;
    }

    private static boolean isActivation(String type) {
        return Layers.ACTIVATIONS.stream().anyMatch(each -> each.type().equals(type));
    }

    List<Spec> layers(int outputs) {
        List<Spec> layers = new ArrayList<>();
        for (Hidden each : hidden) {
            layers.add(linear(each.neurons()));
            Layers.ACTIVATIONS.stream().filter(recipe -> recipe.type().equals(each.activation())).findFirst().map(Recipe::standard).ifPresent(layers::add);
        }
        layers.add(linear(outputs));
        return List.copyOf(layers);
    }

    private Spec linear(int units) {
        try {
            return Linear.RECIPE.with(Map.of("out", (long) units, "init", init));
        } catch (SettingException unknown) {
            throw new IllegalArgumentException(unknown.getMessage(), unknown);
        }
    }

    /** With so many hidden layers; a new one is as the last one. */
    Wiring deep(int layers) {
        List<Hidden> now = new ArrayList<>(hidden.subList(0, Math.min(layers, hidden.size())));
        while (now.size() < Math.min(layers, MOST_LAYERS)) {
            now.add(now.isEmpty() ? new Hidden(6, "tanh") : now.getLast());
        }
        return new Wiring(now, init);
    }

    /** With so many neurons in one hidden layer, as near as may be. */
    Wiring wide(int layer, int neurons) {
        return with(layer, new Hidden(Math.clamp(neurons, 1, MOST_NEURONS), hidden.get(layer).activation()));
    }

    Wiring activated(int layer, String activation) {
        return with(layer, new Hidden(hidden.get(layer).neurons(), activation));
    }

    /** With the same activation in every hidden layer. */
    Wiring activated(String activation) {
        return new Wiring(hidden.stream().map(each -> new Hidden(each.neurons(), activation)).toList(), init);
    }

    private Wiring with(int layer, Hidden wanted) {
        List<Hidden> now = new ArrayList<>(hidden);
        now.set(layer, wanted);
        return new Wiring(now, init);
    }

    /** The activation of all hidden layers; empty where they differ or there are none. */
    Optional<String> activation() {
        List<String> all = hidden.stream().map(Hidden::activation).distinct().toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** Such as "2–6–6–3 tanh". */
    String words(int inputs, int outputs) {
        String sizes = hidden.stream().map(each -> each.neurons() + "–").collect(Collectors.joining("", inputs + "–", "" + outputs));
        List<String> bends = hidden.stream().map(Hidden::activation).distinct().map(Wiring::label).toList();
        return bends.isEmpty() ? sizes + " linear" : sizes + " " + String.join(", ", bends);
    }

    /** What people call an activation. */
    static String label(String activation) {
        return Layers.ACTIVATIONS.stream().filter(each -> each.type().equals(activation)).findFirst().map(each -> each.label().equals("Tanh") ? "tanh" : each.label()).orElse("linear");
    }
}
