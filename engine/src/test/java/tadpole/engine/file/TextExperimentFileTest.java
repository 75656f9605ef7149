package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.language.TextExperiment;

class TextExperimentFileTest {

    private static final String TEXT = """
            {
              "tadpole": 1,
              "name": "tales",
              "text": "tales.txt",
              "snapshots": [3, 0.5],
              "language": {"cell": "gru", "hidden": 32}
            }
            """;

    @TempDir
    private Path folder;

    private TextExperiment read(String text) throws Exception {
        return TextExperimentFile.read(Files.writeString(folder.resolve("text.json"), text));
    }

    @Test
    void writesWhatItReads() throws Exception {
        TextExperiment experiment = read(TEXT);
        Path again = folder.resolve("again.json");

        TextExperimentFile.write(again, experiment);

        assertThat(experiment.plan().choice("cell")).isEqualTo("gru");
        assertThat(experiment.snapshots()).containsExactly(0.5, 3.0);
        assertThat(experiment.half()).isFalse();
        assertThat(TextExperimentFile.read(again)).isEqualTo(experiment);
        assertThat(TextExperimentFile.isOne(again)).isTrue();
        assertThat(FileHead.read(again).kind()).isEqualTo(FileHead.Kind.LANGUAGE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"gru\"|\"big\"|text.json, line 6, column 24, language.cell: Cell (\"cell\") must be one of rnn, lstm, gru, but is \"big\".",
        "0.5|0|text.json, line 5, column 20, snapshots[1]: A stage (\"snapshots\") must be between 0.001 and 100000, but is 0.",
        "\"snapshots\"|\"stages\"|text.json, line 5, column 3, stages: There is no field \"stages\" here; known are tadpole, name,",
        "\"snapshots\": [3, 0.5]|\"testText\": \"t\"|text.json, line 5, column 15, testText: A text to test on stands beside a validationText only",
        "\"tales.txt\"|7|text.json, line 4, column 11, text: Here must stand a text in double quotes, but it is 7."})
    void saysWhereAndWhatIsWrong(String given, String wrong, String sentence) {
        String text = TEXT.replace(given, wrong);

        assertThatThrownBy(() -> read(text)).isInstanceOf(FileException.class).hasMessageStartingWith(sentence);
    }

    @Test
    void refusesAnExperiment() {
        assertThatThrownBy(() -> read("{\"tadpole\": 1, \"layers\": []}")).isInstanceOf(FileException.class).hasMessage(
                "text.json, line 1, column 1: This file is an experiment, not a text model's training. Run it with \"tadpole run\", or open it in the Train pane.");
    }
}
