package tadpole.app.pane.train.network;

import java.util.List;
import java.util.Optional;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.design.Goal;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.NetworkPresets;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.Experiment;

/** What people call a list of layers. */
public final class NetworkName {

    private NetworkName() {}

    /** The same of an experiment; the number of layers alone where its data are not open. */
    public static String of(Experiment experiment, Optional<Dataset> open) {
        return open.filter(experiment.data()::isOf)
                .map(dataset -> of(experiment.layers(), NetworkModel.input(experiment, dataset), Goal.of(experiment.loss(), dataset)))
                .orElseGet(() -> many(experiment.layers()));
    }

    /** "LeNet-5, 12 layers", or where it is no known network "12 layers". */
    public static String of(List<Spec> layers, Shape input, Goal goal) {
        return preset(layers, input, goal).map(known -> known.label() + ", " + many(layers)).orElseGet(() -> many(layers));
    }

    /** "LeNet-5", where it is a known network of more than linear layers. */
    public static Optional<String> known(Experiment experiment, Dataset dataset) {
        return preset(experiment.layers(), NetworkModel.input(experiment, dataset), Goal.of(experiment.loss(), dataset))
                .filter(preset -> !preset.key().equals("softmax") && !preset.key().equals("hidden100"))
                .map(NetworkPreset::label);
    }

    private static String many(List<Spec> layers) {
        return layers.size() == 1 ? "1 layer" : layers.size() + " layers";
    }

    private static Optional<NetworkPreset> preset(List<Spec> layers, Shape input, Goal goal) {
        return NetworkPresets.ALL.stream()
                .filter(preset -> preset.refusal(input).isEmpty())
                .filter(preset -> preset.layers(input, goal).equals(layers))
                .findFirst();
    }
}
