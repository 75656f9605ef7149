package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Experiment;

class WeightsFileTest {

    private static final String TEXT = """
            {"tadpole": 1, "name": "tiny", "data": {"set": "mnist"}, "layers": [{"type": "flatten"},
            {"type": "linear", "out": 3}, {"type": "tanh"}, {"type": "linear", "out": 2, "bias": false}],
            "loss": {"type": "crossEntropy"}, "optimizer": {"type": "sgd"}}""";

    @TempDir
    Path folder;

    @Test
    void holdsTheWeightsByNameAndTheExperiment() throws Exception {
        Experiment experiment = ExperimentFile.parse("tiny.json", TEXT);
        Network network = Network.build(Shape.of(1, 2, 2), experiment.layers(), new Seed(5));
        Path file = folder.resolve("weights.safetensors");

        WeightsFile.write(file, experiment, network);
        WeightsFile back = WeightsFile.read(file);

        assertThat(back.experiment()).isEqualTo(experiment);
        assertThat(List.copyOf(back.tensors().keySet())).isEqualTo(List.of("linear1.weight", "linear1.bias", "linear2.weight"));
        network.parameters().forEach(parameter ->
                assertThat(back.tensors().get(parameter.name()).data()).containsExactly(parameter.value().data()));
    }

    @Test
    void holdsTheRunningFiguresOfABatchNormalization() throws Exception {
        Experiment experiment = ExperimentFile.parse("tiny.json", TEXT.replace("{\"type\": \"tanh\"}", "{\"type\": \"batchNorm2d\"}"));
        Network network = Network.build(Shape.of(1, 2, 2), experiment.layers(), new Seed(5));
        network.buffers().get(0).tensor().fill(0.25f);
        network.buffers().get(1).tensor().fill(7);
        Path file = folder.resolve("weights.safetensors");

        WeightsFile.write(file, experiment, network);
        WeightsFile back = WeightsFile.read(file);

        assertThat(back.tensors().get("batchNorm2d1.running_mean").data()).containsExactly(0.25f, 0.25f, 0.25f);
        assertThat(back.tensors().get("batchNorm2d1.running_var").data()).containsExactly(7, 7, 7);
        assertThat(back.tensors()).hasSameSizeAs(network.state());
    }

    @Test
    void givesTheNetworkItHolds() throws Exception {
        Experiment experiment = ExperimentFile.parse("tiny.json", TEXT);
        Network network = Network.build(Shape.of(1, 2, 2), experiment.layers(), new Seed(5));
        Path file = folder.resolve("weights.safetensors");
        WeightsFile.write(file, experiment, network);

        Network back = WeightsFile.read(file).network(pictures(2));

        for (int i = 0; i < network.parameters().size(); i++) {
            assertThat(back.parameters().get(i).value().data()).containsExactly(network.parameters().get(i).value().data());
        }
    }

    @Test
    void refusesTensorsThatAreNotTheNetworks() throws Exception {
        Experiment experiment = ExperimentFile.parse("tiny.json", TEXT);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Network.build(Shape.of(1, 2, 2), experiment.layers(), new Seed(5)).state().forEach(each -> tensors.put(each.name(), each.tensor()));

        assertThatThrownBy(() -> new WeightsFile(experiment, tensors).network(pictures(3)))
                .hasMessage("The weights of \"tiny\" hold \"linear1.weight\" as 3×4, but its experiment's network for Pictures has it as 3×9. "
                        + "Save them anew from Train, or with \"tadpole run --out\".");
        tensors.put("linear3.weight", Tensor.zeros(Shape.of(1)));
        assertThatThrownBy(() -> new WeightsFile(experiment, tensors).network(pictures(2)))
                .hasMessageStartingWith("The weights of \"tiny\" hold \"linear3.weight\", which its experiment's network does not have.");
        tensors.remove("linear1.bias");
        assertThatThrownBy(() -> new WeightsFile(experiment, tensors).network(pictures(2)))
                .hasMessageStartingWith("The weights of \"tiny\" hold no \"linear1.bias\", which its experiment's network has as 3.");
    }

    private static Dataset pictures(int side) {
        Images images = new Images(Shape.of(1, side, side), new byte[64 * side * side], new byte[64]);
        return new Dataset("mnist", "Pictures", List.of("a", "b"), images, Optional.empty());
    }

    @Test
    void refusesAnUnknownVersionAndOtherPeoplesTensors() throws Exception {
        Path file = folder.resolve("w.safetensors");

        new Safetensors(Map.of("tadpole", "7"), Map.of()).write(file);
        assertThatThrownBy(() -> WeightsFile.read(file))
                .hasMessage("w.safetensors has version 7 of weights files; this program knows version 1.");

        new Safetensors(Map.of("format", "pt"), Map.of()).write(file);
        assertThatThrownBy(() -> WeightsFile.read(file))
                .hasMessage("w.safetensors holds tensors, but not Tadpole's: its metadata has no \"tadpole\".");
    }
}
