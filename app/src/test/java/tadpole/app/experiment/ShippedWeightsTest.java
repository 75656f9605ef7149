package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.WeightsFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Evaluation;
import tadpole.engine.training.Evaluator;
import tadpole.engine.training.TrainedNetwork;
import tadpole.samples.SampleData;

class ShippedWeightsTest {

    /** The figures that samples/README.md says. */
    @ParameterizedTest
    @CsvSource({"digits-cnn, tadpole-digits, 0.9565, 0.1448", "pond-cnn, tadpole-pond, 0.984, 0.0774"})
    void areOfTheirExperimentAndReachItsFigures(String name, String set, double accuracy, double loss) throws Exception {
        WeightsFile weights = WeightsFile.read(SampleData.weights().resolve(name + ".safetensors"));
        Dataset dataset = DataFolder.find(set, List.of(SampleData.data())).read(JobControl.UNWATCHED);
        TrainedNetwork trained = TrainedNetwork.of(weights.experiment(), dataset, weights.network(dataset));

        assertThat(weights.experiment()).isEqualTo(ExperimentFile.read(SampleData.experiments().resolve(name + ".json")));
        try (Device device = Device.cpu(1)) {
            Evaluation evaluation = new Evaluator(trained.samples(), trained.setup().preparations(), trained.setup().loss(), device)
                    .evaluate(trained.network(), JobControl.UNWATCHED).orElseThrow();
            assertThat(evaluation.accuracy()).isCloseTo(accuracy, within(0.0011));
            assertThat(evaluation.loss()).isCloseTo(loss, within(1e-4));
        }
    }
}
