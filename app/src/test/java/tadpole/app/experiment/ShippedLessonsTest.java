package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.job.JobControl;
import tadpole.engine.tensor.Device;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingEvent.Stepped;
import tadpole.engine.training.TrainingPlan;
import tadpole.samples.SampleData;

/**
 * The first steps of shipped lessons on the data as published, where TADPOLE_DATA names the folder that holds them. The rest takes
 * minutes: README.md beside the experiments has the command and the figures.
 */
class ShippedLessonsTest {

    /** Loss of the first batch and of the next ones: they hang on data, preparation, start and optimizer alike. */
    @ParameterizedTest
    @CsvSource({
        "digits20-conjugate-gradient, 6.652055 3.248402 3.228730",
        "digits20-all-positive, 14.912898 3.262006 3.251296",
        "cifar10-two-layer-untuned, 2.302585 2.302556 2.302544",
    })
    void beginWithTheLossesOfTheDescription(String name, String losses) throws Exception {
        double[] expected = Arrays.stream(losses.split(" ")).mapToDouble(Double::parseDouble).toArray();

        assertThat(firstLosses(ExperimentFile.read(SampleData.experiments().resolve(name + ".json")), expected.length))
                .containsExactly(expected, within(2e-6));
    }

    private static double[] firstLosses(Experiment e, int steps) throws Exception {
        Map<String, Object> plan = new HashMap<>(e.training().settings().asMap());
        plan.put("steps", steps);
        Experiment begun = new Experiment(e.name(), e.about(), e.data(), e.layers(), e.loss(), e.optimizer(), e.schedule(),
                new TrainingPlan(TrainingPlan.RECIPE.settings(plan), e.training().order()), e.seed());
        List<Double> losses = new ArrayList<>();
        try (Device device = Device.cpu(2)) {
            new Trainer(begun, published(e.data().set()), device, event -> {
                if (event instanceof Stepped now) {
                    losses.add(now.loss());
                }
            }).run(JobControl.UNWATCHED);
        }
        return losses.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Without its test images: nobody looks at them here. */
    private static Dataset published(String key) throws Exception {
        String given = System.getProperty("TADPOLE_DATA", System.getenv().getOrDefault("TADPOLE_DATA", ""));
        assumeTrue(!given.isBlank() && Files.isDirectory(Path.of(given)), "TADPOLE_DATA names no folder with data sets.");
        assumeTrue(new DataFolder(Path.of(given)).datasets().stream().anyMatch(each -> each.key().equals(key)),
                "The folder that TADPOLE_DATA names holds no " + key + ".");
        Dataset whole = DataFolder.find(key, List.of(Path.of(given))).read(JobControl.UNWATCHED);
        return new Dataset(whole.key(), whole.title(), whole.classes(), whole.train(), Optional.empty());
    }
}
