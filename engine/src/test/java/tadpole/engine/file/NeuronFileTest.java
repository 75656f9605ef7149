package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.inspect.NeuronPlan;

class NeuronFileTest {

    @TempDir
    private Path folder;

    @Test
    void writesWhatItReads() throws Exception {
        Path file = folder.resolve("neuron.json");

        NeuronFile.write(file, NeuronPlan.standard());

        assertThat(NeuronFile.read(file)).isEqualTo(NeuronPlan.standard());
        assertThat(FileHead.read(file).kind()).isEqualTo(FileHead.Kind.NEURON);
    }

    @Test
    void saysThatWeightsDoNotFit() throws Exception {
        String text = NeuronFile.text(NeuronPlan.standard()).replace("\"bias1\": [0.1, -0.2, 0.3]", "\"bias1\": [0.1, -0.2]");
        Path file = Files.writeString(folder.resolve("neuron.json"), text);

        assertThatThrownBy(() -> NeuronFile.read(file)).isInstanceOf(FileException.class).hasMessageContaining("neuron.collapse: "
                + "Two layers from 2 inputs over 2 units to 2 outputs have 4 and 4 weights, but here are 6 and 6.");
    }

    @Test
    void saysWhichNumberIsTooLarge() throws Exception {
        Path file = Files.writeString(folder.resolve("neuron.json"), NeuronFile.text(NeuronPlan.standard()).replace("0.8", "800"));

        assertThatThrownBy(() -> NeuronFile.read(file)).isInstanceOf(FileException.class)
                .hasMessageContaining("neuron.weights[0]").hasMessageContaining("must be between -100 and 100, but is 800");
    }
}
