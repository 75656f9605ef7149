package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.RaceFile;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.CheckResult;
import tadpole.engine.inspect.CheckSubject;
import tadpole.engine.inspect.GradientCheck;
import tadpole.engine.inspect.Mistakes;
import tadpole.engine.inspect.Place;
import tadpole.engine.inspect.Planted;
import tadpole.engine.inspect.Sanity;
import tadpole.engine.inspect.Verdict;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.surface.Curve;
import tadpole.engine.surface.Curves;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.Trainer;
import tadpole.engine.training.TrainingResult;
import tadpole.samples.SampleData;

/** The experiments that ship with Tadpole, and the description of their format beside them. */
class ShippedExperimentsTest {

    private static final int OF_EACH = 10;
    private static final Map<String, Shape> SHAPES = Map.of(
            "mnist", Shape.of(1, 28, 28), "tadpole-digits", Shape.of(1, 28, 28),
            "cifar10", Shape.of(3, 32, 32), "tadpole-pond", Shape.of(3, 32, 32));

    static List<Path> files() throws IOException {
        return files(FileHead.Kind.EXPERIMENT);
    }

    static List<Path> checks() throws IOException {
        return files(FileHead.Kind.CHECK);
    }

    private static List<Path> files(FileHead.Kind kind) throws IOException {
        try (Stream<Path> files = Files.list(SampleData.experiments())) {
            return files.filter(file -> file.toString().endsWith(".json") && kind(file) == kind).sorted().toList();
        }
    }

    private static FileHead.Kind kind(Path file) {
        try {
            return FileHead.read(file).kind();
        } catch (FileException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void checksListEverySettingAndFindWhatIsPlanted(Path file) throws Exception {
        CheckPlan plan = CheckFile.read(file);

        assertThat(file.getFileName()).hasToString(plan.name() + ".json");
        assertThat(Files.readString(file).replaceAll("\\s", "")).isEqualTo(CheckFile.text(plan).replaceAll("\\s", ""));
        if (plan.experiment().data().set().equals("tadpole-digits")) {
            CheckSubject subject = CheckSubject.of(plan.experiment(), new OpenDataset(SampleData.data().resolve("tadpole-digits")).run(JobControl.UNWATCHED)
                    instanceof JobOutcome.Finished<Dataset>(Dataset digits) ? digits : noise("tadpole-digits"), plan.samples());
            Optional<Planted> planted = plan.mistake().isPresent() ? Optional.of(Planted.of(plan.mistake().get(), subject, new Seed((Long) plan.settings().asMap().get("seed")))) : Optional.empty();
            try (Device device = Device.cpu(2)) {
                GradientCheck check = new GradientCheck(subject, plan.settings(), planted, device, _ -> {});
                CheckResult result = ((JobOutcome.Finished<CheckResult>) check.run(JobControl.UNWATCHED)).result();

                Place blamed = Verdict.of(result, Sanity.of(subject, planted)).place();

                assertThat(planted.map(Planted::place).orElse(Place.NOWHERE).isGuessed(blamed)).as(blamed.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"race-mnist", "race-mnist-best", "race-1cycle"})
    void theRacesAreThere(String name) throws Exception {
        assertThat(RaceFile.read(SampleData.experiments().resolve(name + ".json")).name()).isEqualTo(name);
    }

    @Test
    void theLessonsAreThere() throws IOException {
        assertThat(files()).extracting(file -> file.getFileName().toString())
                .contains("cifar10-softmax.json", "digits-784-100-10.json", "mnist-784-100-10.json", "mnist-784-50-10.json", "mnist-cnn.json",
                        "cifar10-two-layer.json", "cifar10-cnn.json", "digits20-conjugate-gradient.json");
    }

    @ParameterizedTest
    @MethodSource("files")
    void listsEverySettingAndIsCalledAsItsFile(Path file) throws Exception {
        Experiment experiment = ExperimentFile.read(file);

        assertThat(file.getFileName()).hasToString(experiment.name() + ".json");
        assertThat(Files.readString(file).replaceAll("\\s", "")).isEqualTo(ExperimentFile.text(experiment).replaceAll("\\s", ""));
    }

    @ParameterizedTest
    @MethodSource("files")
    void trainsOnImagesOfItsDataSet(Path file) throws Exception {
        Experiment experiment = ofFewImages(ExperimentFile.read(file));
        Dataset dataset = experiment.data().make().isPresent() ? experiment.data().made() : noise(experiment.data().set());

        try (Device device = Device.cpu(1)) {
            JobOutcome<TrainingResult> outcome = new Trainer(experiment, dataset, device, _ -> {}).run(JobControl.UNWATCHED);
            if (!experiment.name().startsWith("failure-")) {
                assertThat(outcome).isInstanceOf(JobOutcome.Finished.class);
            }
        }
    }

    @Test
    void theDescriptionHoldsTheTablesOfTheRecipes() throws IOException {
        String description = Files.readString(SampleData.experiments().resolve("README.md"));

        assertThat(description)
                .as("README.md beside the experiments: put this text where the tables are\n\n%s", RecipeTables.markdown())
                .contains(RecipeTables.markdown());
    }

    @Test
    void theDescriptionNamesEveryMistakeAndCurve() throws IOException {
        String description = Files.readString(SampleData.experiments().resolve("README.md"));

        assertThat(Mistakes.ALL).extracting(mistake -> mistake.text().type()).allSatisfy(type -> assertThat(description).contains("`" + type + "`"));
        assertThat(Curves.ALL).extracting(Curve::key).allSatisfy(key -> assertThat(description).contains("`" + key + "`"));
    }

    @Test
    void theDescriptionNamesEveryShippedFile() throws IOException {
        String description = Files.readString(SampleData.experiments().resolve("README.md"));

        assertThat(files()).allSatisfy(file -> assertThat(description).contains("| `" + file.getFileName() + "` |"));
    }

    @Test
    void theExampleOfTheDescriptionIsAnExperiment() throws Exception {
        String description = Files.readString(SampleData.experiments().resolve("README.md"));
        int from = description.indexOf("```json\n") + "```json\n".length();

        Experiment experiment = ExperimentFile.parse("README.md", description.substring(from, description.indexOf("```", from)));

        assertThat(experiment).isEqualTo(ExperimentFile.read(SampleData.experiments().resolve("mnist-784-100-10.json")));
    }

    /** There are {@value #OF_EACH} images of each class here. */
    private static Experiment ofFewImages(Experiment e) {
        DataPlan data = e.data();
        return e.withData(new DataPlan(data.set(), data.make(), data.prepare(), data.augment(), data.validation(),
                Math.min(data.perClass(), OF_EACH), data.standardizeTargets()));
    }

    private static Dataset noise(String key) {
        Shape shape = SHAPES.get(key);
        byte[] labels = new byte[10 * OF_EACH];
        byte[] pixels = new byte[labels.length * shape.size()];
        new java.util.Random(4).nextBytes(pixels);
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (byte) (i % 10);
        }
        Images images = new Images(shape, pixels, labels);
        return new Dataset(key, key, IntStream.range(0, 10).mapToObj(Integer::toString).toList(), images, Optional.of(images));
    }
}
