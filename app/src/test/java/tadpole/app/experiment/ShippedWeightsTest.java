package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
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
        assertReaches(name, DataFolder.find(set, List.of(SampleData.data())).read(JobControl.UNWATCHED), accuracy, loss);
    }

    /** The figures that its log says, where TADPOLE_DATA names a folder with CIFAR-10. */
    @Test
    void theBundledFeatureNetworkReachesTheFiguresOfItsLog() throws Exception {
        String given = System.getenv().getOrDefault("TADPOLE_DATA", "");
        assumeTrue(!given.isBlank() && Files.isDirectory(Path.of(given)), "TADPOLE_DATA names no folder with data sets.");
        assumeTrue(new DataFolder(Path.of(given)).datasets().stream().anyMatch(each -> each.key().equals("cifar10")),
                "The folder that TADPOLE_DATA names holds no cifar10.");
        Dataset cifar = DataFolder.find("cifar10", List.of(Path.of(given))).read(JobControl.UNWATCHED);

        assertReaches("studio-features", cifar, 0.9042, 0.276838);
    }

    private static void assertReaches(String name, Dataset dataset, double accuracy, double loss) throws Exception {
        WeightsFile weights = WeightsFile.read(SampleData.weights().resolve(name + ".safetensors"));
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
