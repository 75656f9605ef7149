package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.inspect.CheckPlan;
import tadpole.engine.inspect.MistakePlan;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.training.TinyExperiment;

class CheckFileTest {

    @TempDir
    private Path folder;

    private final CheckPlan plan = new CheckPlan("tiny-check", "About.", TinyExperiment.of(3).build(), List.of(3, 0, 1),
            TinyExperiment.with(CheckPlan.RECIPE, Map.of("h", 1e-4, "most", 0)).settings(), Optional.of(new MistakePlan("sign", "linear1")));

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("check.json"), text);
    }

    @Test
    void readsWhatItWrites() throws Exception {
        Path file = folder.resolve("check.json");

        for (Optional<MistakePlan> mistake : List.of(plan.mistake(), Optional.of(MistakePlan.DRAWN), Optional.<MistakePlan>empty())) {
            CheckPlan each = new CheckPlan(plan.name(), plan.about(), plan.experiment(), plan.samples(), plan.settings(), mistake);
            CheckFile.write(file, each);

            assertThat(CheckFile.read(file)).isEqualTo(each);
            assertThat(CheckFile.readAny(file)).isEqualTo(each);
            assertThat(FileHead.read(file)).extracting(FileHead::kind, FileHead::name, FileHead::set)
                    .containsExactly(FileHead.Kind.CHECK, "tiny-check", plan.experiment().data().set());
        }
    }

    @Test
    void anExperimentHasItsStandardCheck() throws Exception {
        Path file = folder.resolve("tiny.json");
        ExperimentFile.write(file, plan.experiment());

        assertThat(CheckFile.readAny(file)).isEqualTo(CheckPlan.of(plan.experiment()));
        assertThatThrownBy(() -> CheckFile.read(file)).hasMessageContaining("This file is an experiment, not a gradient check.");
    }

    @Test
    void findsTheExperimentBesideItself() throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());

        CheckPlan read = CheckFile.read(file("{\"tadpole\": 1, \"name\": \"c\", \"check\": {}, \"experiment\": \"tiny.json\"}"));

        assertThat(read.experiment()).isEqualTo(plan.experiment());
        assertThat(read.samples()).isEmpty();
        assertThat(read.settings()).isEqualTo(CheckPlan.RECIPE.standard().settings());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "\"check\": {\"h\": 7}, \"samples\": [0] | line 1, column 44, check.h: Step h (\"h\") must be between 1e-14 and 1, but is 7.",
            "\"check\": {\"step\": 7} | line 1, column 39, check.step: There is no field \"step\" here; known are precision, difference, h, most, passing, seed.",
            "\"check\": {}, \"samples\": [0, -1] | line 1, column 57, samples[1]: A sample is a whole number from 0, its place in the training samples, but here is -1.",
            "\"check\": {}, \"mistake\": {\"type\": \"typo\"} | mistake.type: There is no mistake \"typo\"; known are droppedTranspose,",
            "\"check\": {}, \"mistake\": {\"layer\": \"linear1\"} | mistake.layer: There is no field \"layer\" here; known are type, place.",
    })
    void saysWhatIsWrongAndWhere(String fields, String problem) throws Exception {
        ExperimentFile.write(folder.resolve("tiny.json"), plan.experiment());
        Path file = file("{\"tadpole\": 1, \"name\": \"c\", %s, \"experiment\": \"tiny.json\"}".formatted(fields));

        assertThatThrownBy(() -> CheckFile.read(file)).isInstanceOf(FileException.class).hasMessageStartingWith("check.json, ").hasMessageContaining(problem);
    }

    @Test
    void misfitsHaveTheirPlaceInTheCheckOrInTheExperiment() throws Exception {
        Path file = folder.resolve("check.json");
        CheckFile.write(file, plan);

        assertThat(CheckFile.misfit(file, new SettingException("Too far.").at("samples[1]"))).hasMessageMatching("check\\.json, line \\d+, column \\d+, samples\\[1\\]: Too far\\.");
        assertThat(CheckFile.misfit(file, new SettingException("Too wide.").at("layers[0]"))).hasMessageMatching("check\\.json, line \\d+, column \\d+, experiment\\.layers\\[0\\]: Too wide\\.");
    }
}
