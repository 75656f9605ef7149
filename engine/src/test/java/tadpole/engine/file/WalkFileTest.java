package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.surface.WalkPlan;

class WalkFileTest {

    private static final String TEXT = """
            {
              "tadpole": 1,
              "name": "two",
              "walk": {"curve": "twoMinima", "start": -0.6, "rates": [0.02, 0.2], "optimizer": {"type": "momentum"}}
            }
            """;

    @TempDir
    private Path folder;

    private WalkPlan read(String text) throws Exception {
        return WalkFile.read(Files.writeString(folder.resolve("walk.json"), text));
    }

    @Test
    void writesWhatItReads() throws Exception {
        WalkPlan plan = read(TEXT);

        WalkFile.write(folder.resolve("again.json"), plan);

        assertThat(plan.curve().key()).isEqualTo("twoMinima");
        assertThat(plan.rates()).containsExactly(0.02, 0.2);
        assertThat(WalkFile.read(folder.resolve("again.json"))).isEqualTo(plan);
        assertThat(FileHead.read(folder.resolve("again.json")).kind()).isEqualTo(FileHead.Kind.WALK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "twoMinima|bowl|walk.json, line 4, column 21, walk.curve: Curve (\"curve\") must be one of parabola, shifted,",
        "0.02, 0.2||walk.json, line 4, column 58, walk.rates: A walk takes 1 to 6 rates, but here are 0.",
        "-0.6|900|walk.json, line 4, column 43, walk.start: Start (\"start\") must be between -100 and 100, but is 900.",
        "momentum|fast|walk.json, line 4, column 93, walk.optimizer.type: There is no optimizer \"fast\"; known are sgd, momentum,"})
    void saysWhereAndWhatIsWrong(String given, String wrong, String sentence) {
        String text = TEXT.replace(given, wrong == null ? "" : wrong);

        assertThatThrownBy(() -> read(text)).isInstanceOf(FileException.class).hasMessageStartingWith(sentence);
    }

    @Test
    void refusesAnExperiment() {
        assertThatThrownBy(() -> read("{\"tadpole\": 1, \"layers\": []}")).isInstanceOf(FileException.class).hasMessage(
                "walk.json, line 1, column 1: This file is an experiment, not a walk. Run it with \"tadpole run\", or open it in the Train pane.");
    }
}
