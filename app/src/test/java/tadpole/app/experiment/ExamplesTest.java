package tadpole.app.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.file.FileHead;
import tadpole.engine.file.FileHead.Kind;
import tadpole.engine.tensor.Shape;
import tadpole.samples.SampleData;

class ExamplesTest {

    private static final String RACE = """
            {"tadpole": 1, "name": "race-one", "about": "Two at one rate.", "experiment": "%s", "contestants": []}""";

    @TempDir
    private Path folder;

    @Test
    void offersEveryBundledExperimentUnderItsLessonWithItsDataSet() throws IOException {
        Examples examples = new Examples(SampleData.experiments(), List.of(SampleData.data(), folder));

        List<Example> all = examples.all(Kind.EXPERIMENT, Optional.empty());

        assertThat(all).extracting(each -> each.head().name()).contains("mnist-cnn", "cifar10-softmax").doesNotHaveDuplicates();
        assertThat(all).allSatisfy(each -> {
            assertThat(each.head().about()).isNotBlank();
            assertThat(each.lesson()).as("lessons.txt says where %s.json stands", each.head().name()).isNotEqualTo(Lessons.OTHERS);
        });
        assertThat(all.getFirst().head().name()).isEqualTo("digits-784-100-10");
    }

    @Test
    void saysWhichDataAreMissingAndWhereTheyBelong() throws IOException {
        Examples examples = new Examples(SampleData.experiments(), List.of(SampleData.data(), folder));

        assertThat(named(examples, "digits-784-100-10", Optional.empty()).isReady()).isTrue();
        assertThat(named(examples, "mnist-cnn", Optional.empty()).lack()).isEqualTo("Needs MNIST: put it into %s.".formatted(folder));
    }

    @Test
    void takesTheOpenDataSetWhereverItLies() throws IOException {
        Examples examples = new Examples(SampleData.experiments(), List.of(folder));
        Images images = new Images(Shape.of(1, 28, 28), new byte[784], new byte[] {0});
        Dataset mnist = new Dataset("mnist", "MNIST", List.of("0"), images, Optional.empty());

        assertThat(named(examples, "mnist-cnn", Optional.of(mnist)).isReady()).isTrue();
    }

    @Test
    void whatIsMadeFromSettingsIsAlwaysReady() throws Exception {
        Examples examples = new Examples(SampleData.experiments(), List.of());

        Example spiral = named(examples, "spiral-hidden", Optional.empty());
        assertThat(spiral.isReady()).isTrue();
        assertThat(spiral.data()).isEqualTo("Spiral");
        assertThat(spiral.lesson()).isEqualTo("The playground");
    }

    @Test
    void whatNeedsNoDataIsAlwaysReady() throws Exception {
        List<Example> walks = new Examples(SampleData.experiments(), List.of(folder)).all(Kind.WALK, Optional.empty());

        assertThat(walks).extracting(each -> each.head().name()).containsExactlyInAnyOrder("walk-momentum", "walk-parabola", "walk-two-minima");
        assertThat(walks).allSatisfy(each -> {
            assertThat(each.isReady()).isTrue();
            assertThat(each.head().about()).isNotBlank();
        });
    }

    @Test
    void tellsARaceFromAnExperiment() throws Exception {
        Files.copy(SampleData.experiments().resolve("mnist-cnn.json"), folder.resolve("mnist-cnn.json"));
        Path race = Files.writeString(folder.resolve("race-one.json"), RACE.formatted("mnist-cnn.json"));
        Files.writeString(folder.resolve("list.json"), "{\"tadpole\": 1}");
        Examples examples = new Examples(folder, List.of(folder));

        assertThat(examples.all(Kind.RACE, Optional.empty())).extracting(Example::head)
                .containsExactly(new FileHead(race, Kind.RACE, "race-one", "Two at one rate.", "mnist", Optional.empty()));
        assertThat(examples.all(Kind.EXPERIMENT, Optional.empty())).extracting(each -> each.head().name()).containsExactly("mnist-cnn");
        assertThatThrownBy(() -> ExperimentFile.read(race)).isInstanceOf(FileException.class)
                .hasMessage("race-one.json, line 1, column 1: This file is a race, not an experiment. "
                        + "Run it with \"tadpole race\", or open it in the Optimizers pane.");
        assertThatThrownBy(() -> FileHead.read(folder.resolve("list.json"))).isInstanceOf(FileException.class)
                .hasMessage("list.json is no file of Tadpole's: it has none of the fields \"contestants\", \"layers\", \"check\", \"softmax\", \"walk\", \"neuron\", \"kernel\", \"studio\", \"language\".");
    }

    @Test
    void aFileThatFitsNoLessonComesLast() {
        Lessons lessons = Lessons.of(List.of("# said", "", "First: a-* b.json", "Second: *-net.json"));

        assertThat(lessons.of("a-net.json")).isEqualTo("First");
        assertThat(lessons.of("c-net.json")).isEqualTo("Second");
        assertThat(lessons.of("c.json")).isEqualTo("More");
        assertThat(List.of(lessons.place("First"), lessons.place("Second"), lessons.place("More"))).containsExactly(0, 1, 2);
    }

    private static Example named(Examples examples, String name, Optional<Dataset> open) throws IOException {
        return examples.all(Kind.EXPERIMENT, open).stream().filter(each -> each.head().name().equals(name)).findFirst().orElseThrow();
    }
}
