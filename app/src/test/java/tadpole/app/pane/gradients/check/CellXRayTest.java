package tadpole.app.pane.gradients.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.app.pane.gradients.NetworkChoice;
import tadpole.app.pane.gradients.Studied;
import tadpole.engine.dataset.DataFolder;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.formula.Address;
import tadpole.engine.inspect.CheckEvent;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.CheckedTensor;
import tadpole.engine.inspect.Explainer;
import tadpole.engine.inspect.GradientCheck;
import tadpole.engine.inspect.MistakePlan;
import tadpole.engine.inspect.Planted;
import tadpole.engine.job.JobControl;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Setup;
import tadpole.samples.SampleData;

class CellXRayTest {

    private final Device device = Device.plain();

    @AfterEach
    void close() {
        device.close();
    }

    /** Whose data come with Tadpole or are made. */
    static Stream<String> experiments() throws Exception {
        try (Stream<Path> files = Files.list(SampleData.experiments())) {
            return files.filter(each -> each.toString().endsWith(".json")).sorted().filter(CellXRayTest::isReady).map(each -> each.getFileName().toString()).toList().stream();
        }
    }

    private static boolean isReady(Path file) {
        try {
            FileHead head = FileHead.read(file);
            return head.kind() == FileHead.Kind.EXPERIMENT && (head.make().isPresent() || head.set().startsWith("tadpole-"));
        } catch (FileException broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void explainsTheGradientsThatAreChecked(String file) throws Exception {
        explains(studied(file), Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zeroStart", "largeStart", "positiveStart"})
    void explainsTheGradientsOfAPlantedStart(String mistake) throws Exception {
        Studied studied = studied("digits-784-100-10.json");

        explains(studied, Optional.of(Planted.of(new MistakePlan(mistake, ""), subject(studied), new Seed(1))));
    }

    private static Studied studied(String file) throws Exception {
        Experiment experiment = ExperimentFile.read(SampleData.experiments().resolve(file));
        Dataset dataset = experiment.data().make().isPresent() ? PointSets.make(experiment.data().set(), experiment.data().make().get())
                : DataFolder.find(experiment.data().set(), List.of(SampleData.data())).read(JobControl.UNWATCHED);
        Setup setup = Setup.of(experiment, dataset);
        return new Studied(NetworkChoice.FILE, experiment, dataset, setup, setup.network(), false, List.of(0, 2, 4));
    }

    private static CheckSubject subject(Studied studied) {
        return Planting.toCheck(studied, misfit -> {
            throw new AssertionError(misfit);
        }).orElseThrow();
    }

    private void explains(Studied studied, Optional<Planted> planted) throws Exception {
        Explainer explainer = CellXRay.explainer(studied, planted, device);

        List<CheckedTensor> tensors = analytic(studied, planted);
        assertThat(tensors).isNotEmpty();
        for (CheckedTensor tensor : tensors) {
            double most = IntStream.range(0, tensor.size()).mapToDouble(i -> Math.abs(tensor.analytic()[i])).max().orElse(0);
            IntStream.range(0, tensor.size()).filter(i -> i % (tensor.size() / 50 + 1) == 0).forEach(i ->
                    assertThat(explainer.explain(CellXRay.address(tensor, i)).value()).as("%s[%d]", tensor.name(), i)
                            .isCloseTo(tensor.analytic()[i], within(1e-9 * most)));
        }
    }

    private List<CheckedTensor> analytic(Studied studied, Optional<Planted> planted) throws Exception {
        List<CheckedTensor> told = new ArrayList<>();
        Settings few = CheckPlan.RECIPE.with(Map.of("most", 1L, "passing", 1L)).settings();
        new GradientCheck(subject(studied), few, planted, device, event -> {
            if (event instanceof CheckEvent.Began began) {
                told.addAll(began.tensors());
            }
        }).run(JobControl.UNWATCHED);
        return told;
    }
}
