package tadpole.app.pane.train;

import java.util.List;
import java.util.Optional;
import tadpole.app.pane.train.network.NetworkName;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Remarks;
import tadpole.engine.training.Requirements;

/**
 * Whether an experiment's parts fit each other and the open data set.
 *
 * @param sizes      what the network is called: "LeNet-5", else the numbers that come in and of each layer with parameters those that go
 *                   out: "784–100–10"
 * @param parameters how many numbers training moves
 * @param problem    one sentence where something does not fit; empty where all does
 * @param remarks    what is allowed, but hardly meant
 */
record Fit(String sizes, long parameters, String problem, List<String> remarks) {

    static final Fit NO_DATA = new Fit("", 0, "Open a data set first.", List.of());

    boolean fits() {
        return problem.isEmpty();
    }

    /** Builds the network once, so it takes as long as that. */
    static Fit of(Experiment experiment, Optional<Dataset> open) {
        if (open.isEmpty()) {
            return NO_DATA;
        }
        Dataset dataset = open.get();
        if (!experiment.data().isOf(dataset)) {
            return new Fit("", 0, "This experiment needs the data set \"%s\", but %s is open. Choose it under Data."
                    .formatted(experiment.data().set(), dataset.title()), List.of());
        }
        Optional<String> tooLarge = RunMemory.tooLarge(experiment, dataset, Runtime.getRuntime().maxMemory());
        if (tooLarge.isPresent()) {
            return new Fit("", 0, tooLarge.get(), List.of());
        }
        try {
            Network network = Requirements.of(experiment, dataset);
            return new Fit(NetworkName.known(experiment, dataset).orElseGet(() -> sizes(network)), network.parameterCount(), "", Remarks.of(experiment, dataset));
        } catch (SettingException misfit) {
            return new Fit("", 0, misfit.getMessage(), List.of());
        } catch (OutOfMemoryError full) {
            return new Fit("", 0, "This network does not fit into memory. Take fewer units.", List.of());
        }
    }

    /** How many numbers of a picture reach the network; of the picture as it is where the preparation does not fit it. */
    static int inputs(Experiment experiment, Dataset dataset) {
        try {
            return Preparations.shapeOf(experiment.data().prepare(), dataset.train()).size();
        } catch (SettingException misfit) {
            return dataset.shape().size();
        }
    }

    private static String sizes(Network network) {
        StringBuilder sizes = new StringBuilder().append(network.input().size());
        for (Network.Stage stage : network.stages()) {
            if (!stage.layer().parameters().isEmpty()) {
                sizes.append('–').append(stage.output().size());
            }
        }
        return sizes.toString();
    }
}
