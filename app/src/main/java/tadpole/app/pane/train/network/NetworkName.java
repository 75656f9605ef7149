package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import tadpole.engine.design.Goal;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.NetworkPresets;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;

/** What people call a list of layers. */
public final class NetworkName {

    private NetworkName() {}

    /** "LeNet-5, 12 layers", or where it is no known network "12 layers". */
    public static String of(List<Spec> layers, Shape input, Goal goal) {
        String many = layers.size() == 1 ? "1 layer" : layers.size() + " layers";
        return preset(layers, input, goal).map(known -> known.label() + ", " + many).orElse(many);
    }

    private static Optional<NetworkPreset> preset(List<Spec> layers, Shape input, Goal goal) {
        return NetworkPresets.ALL.stream()
                .filter(preset -> preset.refusal(input).isEmpty())
                .filter(preset -> preset.layers(input, goal).equals(layers))
                .findFirst();
    }
}
