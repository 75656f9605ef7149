package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.optimizer.Adam;
import tadpole.engine.optimizer.Sgd;
import tadpole.engine.training.Contestant;
import tadpole.engine.training.RacePlan;
import tadpole.engine.training.TinyExperiment;

class RaceFileTest {

    @TempDir
    private Path folder;

    private final RacePlan plan = new RacePlan("tiny-race", "About.", TinyExperiment.of(3).build(),
            List.of(new Contestant("Plain", Sgd.RECIPE.standard(), List.of(0.1, 0.3)), Contestant.of(Adam.RECIPE)),
            TinyExperiment.with(RacePlan.RECIPE, Map.of("steps", 20)).settings());

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("race.json"), text);
    }

    @Test
    void readsWhatItWrites() throws Exception {
        RaceFile.write(folder.resolve("race.json"), plan);

        assertThat(RaceFile.read(folder.resolve("race.json"))).isEqualTo(plan);
    }

    @Test
    void keepsASchedule() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());
        RacePlan read = RaceFile.read(file("""
                {"tadpole": 1, "name": "r", "experiment": "tiny.json", "epochs": 2, "test": true, "contestants": [
                  {"label": "Flat", "optimizer": {"type": "sgd"}},
                  {"optimizer": {"type": "sgd"}, "schedule": {"type": "oneCycle", "pctStart": 0.2}}]}"""));
        RaceFile.write(folder.resolve("again.json"), read);

        assertThat(read.epochs()).isEqualTo(2);
        assertThat(read.tests()).isTrue();
        assertThat(read.contestants().getFirst().schedule()).isEmpty();
        assertThat(read.contestants().getLast().schedule().orElseThrow().settings().decimal("pctStart")).isEqualTo(0.2);
        assertThat(RaceFile.read(folder.resolve("again.json"))).isEqualTo(read);
    }

    @Test
    void findsTheExperimentBesideItself() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        RacePlan read = RaceFile.read(file("""
                {"tadpole": 1, "name": "r", "experiment": "tiny.json", "contestants": [{"optimizer": {"type": "sgd"}}]}"""));

        assertThat(read.experiment()).isEqualTo(plan.experiment());
        assertThat(read.contestants()).containsExactly(Contestant.of(Sgd.RECIPE));
        assertThat(read.settings()).isEqualTo(RacePlan.RECIPE.standard().settings());
    }

    @Test
    void saysWhereAMissingExperimentIsNamed() {
        assertThatThrownBy(() -> RaceFile.read(file("""
                {"tadpole": 1, "name": "r", "experiment": "gone.json", "contestants": [{"optimizer": {"type": "sgd"}}]}""")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("race.json")
                .hasMessageContaining("There is no file");
    }

    @Test
    void refusesANameThatNoFileCanHave() {
        String text = """
                {"tadpole": 1, "name": "r", "experiment": "a\\u0000b", "contestants": [{"optimizer": {"type": "sgd"}}]}""";

        assertThatThrownBy(() -> RaceFile.read(file(text))).isInstanceOf(FileException.class)
                .hasMessage("race.json, line 1, column 43, experiment: \"a\\u0000b\" is no file name.");
        assertThatThrownBy(() -> FileHead.read(file(text))).isInstanceOf(FileException.class).hasMessageEndingWith("is no file name.");
    }

    @Test
    void refusesItselfAsItsExperiment() {
        String text = """
                {"tadpole": 1, "name": "r", "experiment": "race.json", "contestants": [{"optimizer": {"type": "sgd"}}]}""";

        assertThatThrownBy(() -> RaceFile.read(file(text))).hasMessageContaining("This file is a race, not an experiment.");
        assertThatThrownBy(() -> FileHead.read(file(text))).isInstanceOf(FileException.class);
    }

    @Test
    void refusesAVersionThatIsAText() {
        assertThatThrownBy(() -> RaceFile.read(file("{\"tadpole\": \"1\"}")))
                .hasMessage("race.json, line 1, column 13, tadpole: Here must stand the number 1, the version of race files, but it is \"1\".");
    }

    @Test
    void refusesAnExperimentByItsName() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        assertThatThrownBy(() -> RaceFile.read(folder.resolve("tiny.json")))
                .hasMessage("tiny.json, line 1, column 1: This file is an experiment, not a race. Run it with \"tadpole run\", or open it in the Train pane.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            r     | SGD\\u0020      | contestants: Two optimizers are called "SGD". Give one of them another label.
            r     | a\\u001b[31mb   | contestants[0].label: The name of optimizer 1 has a line break or another control character. Take it out.
            a\\nb | Plain           | name: The name has a line break or another control character. Take it out.
            r     | 12345678901234567890123456789012345678901 | contestants[0].label: The name of an optimizer takes at most 40 characters, but that of optimizer 1 has 41.
            """)
    void refusesNamesThatNobodyCouldRead(String name, String label, String problem) throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        assertThatThrownBy(() -> RaceFile.read(file("""
                {"tadpole": 1, "name": "%s", "experiment": "tiny.json",
                 "contestants": [{"label": "%s", "optimizer": {"type": "adam"}}, {"optimizer": {"type": "sgd"}}]}""".formatted(name, label))))
                .isInstanceOf(FileException.class).hasMessageEndingWith(", " + problem);
    }

    @Test
    void refusesARateThatIsNone() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        assertThatThrownBy(() -> RaceFile.read(file("""
                {"tadpole": 1, "name": "r", "experiment": "tiny.json", "contestants": [{"optimizer": {"type": "sgd"}, "rates": [0]}]}""")))
                .isInstanceOf(FileException.class)
                .hasMessageContaining("must be between 1e-12 and 1000, but is 0")
                .hasMessageContaining("contestants");
    }

    @Test
    void refusesARaceOfNobody() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        assertThatThrownBy(() -> RaceFile.read(file("{\"tadpole\": 1, \"name\": \"r\", \"experiment\": \"tiny.json\", \"contestants\": []}")))
                .hasMessageContaining("A race takes 1 to 12 optimizers, but here are 0.");
    }
}
