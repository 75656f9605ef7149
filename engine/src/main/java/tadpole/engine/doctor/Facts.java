package tadpole.engine.doctor;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;

/**
 * What is known of a run before its first step.
 *
 * @param classes     0 where numbers are to come out
 * @param pictures    whether samples are channels×height×width
 * @param samples     learned from
 * @param heldOutName "validation", "test", or empty where there are none
 * @param alike       layers before the last whose units all start with the same weights
 * @param averages    names of the layers that normalize over a batch, each with how many numbers of a channel a batch has
 */
record Facts(
        int classes,
        boolean pictures,
        int samples,
        int stepsAnEpoch,
        long plannedSteps,
        String heldOutName,
        Inputs inputs,
        LabelOrder order,
        Chance chance,
        List<String> alike,
        List<Averaged> averages) {

    /** @param numbers that one mean is taken of */
    record Averaged(String layer, int numbers) {}

    static Facts of(Experiment experiment, Setup setup, Device device) {
        int samples = setup.train().size();
        return new Facts(
                setup.classes(),
                setup.train().shape().rank() == 3,
                samples,
                experiment.training().stepsAnEpoch(samples),
                experiment.training().plannedSteps(samples),
                setup.heldOut().isPresent() ? setup.heldOutName() : "",
                Inputs.of(setup),
                LabelOrder.of(experiment, setup),
                Chance.of(experiment, setup, device),
                alike(setup.network()),
                averages(setup.network(), Math.min(experiment.training().batch(), samples)));
    }

    private static List<String> alike(Network network) {
        List<Network.Stage> weighted = network.stages().stream().filter(Facts::hasWeights).toList();
        List<String> alike = new ArrayList<>();
        for (Network.Stage stage : weighted.isEmpty() ? weighted : weighted.subList(0, weighted.size() - 1)) {
            if (rowsAreAlike(stage.layer().parameters().getFirst().value())) {
                alike.add(stage.name());
            }
        }
        return List.copyOf(alike);
    }

    private static boolean hasWeights(Network.Stage stage) {
        List<Parameter> parameters = stage.layer().parameters();
        return !parameters.isEmpty() && parameters.getFirst().shape().rank() > 1;
    }

    private static boolean rowsAreAlike(Tensor weight) {
        int rows = weight.shape().at(0);
        int each = weight.size() / rows;
        for (int i = each; i < weight.size(); i++) {
            if (weight.data()[i] != weight.data()[i % each]) {
                return false;
            }
        }
        return rows > 1;
    }

    private static List<Averaged> averages(Network network, int batch) {
        return network.stages().stream().filter(stage -> averages(stage.spec()))
                .map(stage -> new Averaged(stage.name(), batch * stage.output().size() / stage.output().at(0))).toList();
    }

    private static boolean averages(Spec layer) {
        return layer.type().equals("batchNorm2d") || layer.type().equals("residualBlock");
    }
}
