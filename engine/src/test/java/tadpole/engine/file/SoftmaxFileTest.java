package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.inspect.SoftmaxPicture;
import tadpole.engine.inspect.SoftmaxPlan;
import tadpole.engine.recipe.SettingException;

class SoftmaxFileTest {

    private static final String WHOLE = """
            {"tadpole": 1, "name": "frog", "softmax":
             {"logits": [2, 1, 0], "right": 1,
              "picture": {"set": "mnist", "part": "test", "index": 7, "pixels": "unit", "deviation": 0.5}}}
            """;

    @TempDir
    private Path folder;

    private Path file(String text) throws Exception {
        return Files.writeString(folder.resolve("s.json"), text);
    }

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        SoftmaxPicture picture = SoftmaxPicture.of("cifar10").at("cifar10", true, 104).with("deviation", 0.25).with("seed", 9L).with("pixels", "raw");
        SoftmaxPlan plan = new SoftmaxPlan("all", "Everything.", List.of(1000.0, -0.5, 1e-9), 2, List.of(1.0, -2.0, 0.5), picture);

        SoftmaxFile.write(folder.resolve("all.json"), plan);

        assertThat(SoftmaxFile.read(folder.resolve("all.json"))).isEqualTo(plan);
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        SoftmaxPlan plan = SoftmaxFile.read(file("{\"tadpole\": 1, \"name\": \"bare\", \"softmax\": {\"logits\": [1, 2]}}"));

        assertThat(plan).isEqualTo(new SoftmaxPlan("bare", "", List.of(1.0, 2.0), 0, List.of(), SoftmaxPicture.of("tadpole-digits")));
    }

    @Test
    void theHeadSaysWhatItIsAndWhichDataItNeeds() throws Exception {
        FileHead head = FileHead.read(file(WHOLE));

        assertThat(head.kind()).isEqualTo(FileHead.Kind.SOFTMAX);
        assertThat(head.name()).isEqualTo("frog");
        assertThat(head.set()).isEqualTo("mnist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [2, 1, 0]      | [2]              | line 2, column 13, softmax.logits: Softmax takes the logits of 2 to 10 classes here, but there are 1.
            [2, 1, 0]      | [2, 1e7]         | line 2, column 13, softmax.logits: Logits ("logits") must be between -1000000 and 1000000, but is 1e7.
            [2, 1, 0]      | 5                | line 2, column 13, softmax.logits: Here must stand a list in square brackets, but it is 5.
            "right": 1     | "right": 3       | line 2, column 33, softmax.right: The right class ("right") must be between 0 and 2, as there are 3 logits, but is 3.
            "right": 1     | "rigth": 1       | line 2, column 24, softmax.rigth: There is no field "rigth" here; known are logits, right, gradient, picture.
            "right": 1     | "gradient": [1]  | line 2, column 36, softmax.gradient: The gradient needs one number for each of the 3 logits, but has 1.
            "part": "test" | "part": "last"   | line 3, column 39, softmax.picture.part: Part ("part") must be one of train, test, but is "last".
            "deviation": 0.5 | "deviation": -1 | line 3, column 90, softmax.picture.deviation: Deviation ("deviation") must be between 0 and 100, but is -1.
            "set": "mnist", | ``              | line 3, column 14, softmax.picture: The field "set" is missing.
            """)
    void saysWhereAFaultIs(String right, String wrong, String problem) throws Exception {
        assertThatThrownBy(() -> SoftmaxFile.read(file(WHOLE.replace(right, wrong)))).hasMessage("s.json, " + problem);
    }

    @Test
    void tellsOtherFilesOfOursApart() throws Exception {
        assertThatThrownBy(() -> SoftmaxFile.read(file("{\"tadpole\": 1, \"name\": \"r\", \"contestants\": []}")))
                .hasMessageContaining("This file is a race, not a softmax file");
        assertThatThrownBy(() -> ExperimentFile.read(file(WHOLE)))
                .hasMessageContaining("This file is a softmax file, not an experiment.");
        assertThatThrownBy(() -> RaceFile.read(file(WHOLE))).isInstanceOf(FileException.class);
    }

    @Test
    void aMissingDataSetStandsAtThePicture() throws Exception {
        assertThat(SoftmaxFile.misfit(file(WHOLE), new SettingException("There is none.").at("data.set")))
                .hasMessage("s.json, line 3, column 22, softmax.picture.set: There is none.");
    }
}
