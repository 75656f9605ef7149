package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.SampleChanges;
import tadpole.engine.training.SampleChanges.Correction;

class ChangesFileTest {

    private static final String GOOD = """
            {
              "tadpole": 1,
              "name": "small",
              "data": {
                "set": "mnist", "changes": %s
              },
              "layers": [{"type": "flatten"}, {"type": "linear", "out": 10}],
              "loss": {"type": "crossEntropy"},
              "optimizer": {"type": "sgd", "rate": 0.1}
            }
            """;

    @Test
    void whatIsChangedIsRead() throws FileException {
        assertThat(read("""
                {"shuffledLabels": 0.5, "sorted": true, "corrections": [{"part": "train", "index": 5, "label": 3}, {"part": "test", "index": 9}]}"""))
                .isEqualTo(new SampleChanges(List.of(
                        new Correction(false, 5, OptionalInt.of(3)), new Correction(true, 9, OptionalInt.empty())), 0.5, true));
        assertThat(read("{}")).isEqualTo(SampleChanges.NONE);
    }

    @Test
    void whatIsNotChangedIsNotWritten() throws FileException {
        Experiment plain = ExperimentFile.parse("a.json", GOOD.replace(", \"changes\": %s", ""));

        assertThat(plain.data().changes()).isEqualTo(SampleChanges.NONE);
        assertThat(ExperimentFile.text(plain)).doesNotContain("changes");
    }

    @Test
    void correctionsStandOnALineEach() throws FileException {
        Experiment experiment = ExperimentFile.parse("a.json", GOOD.formatted("""
                {"corrections": [{"part": "train", "index": 5, "label": 3}, {"part": "test", "index": 9}]}"""));

        assertThat(ExperimentFile.text(experiment)).contains("""
                    "changes": {
                      "shuffledLabels": 0,
                      "sorted": false,
                      "corrections": [
                        {"part": "train", "index": 5, "label": 3},
                        {"part": "test", "index": 9}
                      ]
                    }
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            5                                                         | data.changes: Here must stand the changes of samples in braces, but it is 5.
            {"shuffled": 1}                                           | data.changes.shuffled: There is no field "shuffled" here; known are shuffledLabels, sorted, corrections.
            {"shuffledLabels": 1.5}                                   | data.changes.shuffledLabels: Shuffled labels ("shuffledLabels") must be between 0 and 1, but is 1.5.
            {"sorted": 1}                                             | data.changes.sorted: Sorted by class ("sorted") must be true or false, but is 1.
            {"corrections": {}}                                       | data.changes.corrections: Here must stand a list in square brackets, but it is {...}.
            {"corrections": [7]}                                      | data.changes.corrections[0]: Here must stand a correction in braces, but it is 7.
            {"corrections": [{"index": 1}]}                           | data.changes.corrections[0]: The field "part" is missing.
            {"corrections": [{"part": "train"}]}                      | data.changes.corrections[0]: The field "index" is missing.
            {"corrections": [{"part": "held", "index": 1}]}           | data.changes.corrections[0].part: Part ("part") must be one of train, test, but is "held".
            {"corrections": [{"part": "test", "index": -1}]}          | data.changes.corrections[0].index: Index ("index") must be between 0 and 2147483647, but is -1.
            {"corrections": [{"part": "test", "index": 1.5}]}         | data.changes.corrections[0].index: Index ("index") must be a whole number, but is 1.5.
            {"corrections": [{"part": "test", "index": 1, "label": "7"}]} | data.changes.corrections[0].label: Class ("label") must be a whole number, but is "7".
            """)
    void whatIsWrongIsNamedWithItsPlace(String changes, String sentence) {
        assertThatThrownBy(() -> read(changes)).isInstanceOf(FileException.class)
                .hasMessageStartingWith("a.json, line 5, column ").hasMessageEndingWith(", " + sentence);
    }

    private static SampleChanges read(String changes) throws FileException {
        return ExperimentFile.parse("a.json", GOOD.formatted(changes)).data().changes();
    }
}
