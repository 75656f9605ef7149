package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
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
