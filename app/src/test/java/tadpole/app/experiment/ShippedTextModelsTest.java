package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageSnapshots;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.TextExperiment;
import tadpole.samples.SampleData;

/** The text models that ship with Tadpole are those of their experiment files. */
class ShippedTextModelsTest {

    @ParameterizedTest
    @ValueSource(strings = {"text-tales-characters", "text-tales-words"})
    void areOfTheirExperimentsWithAllStages(String name) throws Exception {
        TextExperiment experiment = TextExperimentFile.read(SampleData.experiments().resolve(name + ".json"));
        Path file = SampleData.weights().resolve(name + ".safetensors");

        LanguageModel model = LanguageFile.open(file);

        assertThat(model.plan()).isEqualTo(experiment.plan());
        assertThat(model.epochs()).isEqualTo(experiment.plan().whole("epochs"));
        assertThat(LanguageSnapshots.of(file)).hasSameSizeAs(experiment.snapshots());
        for (Path stage : LanguageSnapshots.of(file)) {
            assertThat(LanguageFile.open(stage).vocabulary()).isEqualTo(model.vocabulary());
        }
    }
}
