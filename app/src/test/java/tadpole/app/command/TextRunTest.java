package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.file.LanguageFile;
import tadpole.engine.file.LanguageSnapshots;
import tadpole.engine.file.TextExperimentFile;
import tadpole.engine.language.LanguageModel;

/** Trains text models from files. */
class TextRunTest {

    private static final String EXPERIMENT = """
            {
              "tadpole": 1,
              "name": "abc",
              "text": "abc.txt",
              "snapshots": [0.5, 2],
              "language": {"hidden": 12, "layers": 1, "sequence": 10, "batch": 4, "epochs": 6, "rate": 0.02, "validation": 0.1, "test": 0.1, "sampleEvery": 20, "sampleLength": 12}
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String experiment, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("experiment.json"), experiment);
        String[] args = new String[more.length + 2];
        args[0] = "run";
        args[1] = file.toString();
        System.arraycopy(more, 0, args, 2, more.length);
        return TadpoleCommand.run(new Surroundings(Map.of("TADPOLE_DATA", folder.resolve("nothing").toString()), Terminal.NONE, false),
                new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void learnsAndKeepsTheModelAndItsStages() throws Exception {
        Files.writeString(folder.resolve("abc.txt"), "abc\n".repeat(400));
        Path results = folder.resolve("out");

        int exitCode = run(EXPERIMENT, "--out", results.toString());

        assertThat(exitCode).as(err.toString()).isZero();
        JsonNode last = new ObjectMapper().readTree(out.toString().lines().toList().getLast());
        assertThat(last.at("/validationLoss").asDouble()).isLessThan(0.2);
        assertThat(last.at("/testPerplexity").asDouble()).isBetween(1.0, 1.3);
        assertThat(err.toString()).contains("epoch 6 of 6   training");
        LanguageModel model = LanguageFile.open(results.resolve("model.safetensors"));
        assertThat(model.epochs()).isEqualTo(6);
        List<Path> stages = LanguageSnapshots.of(results.resolve("model.safetensors"));
        assertThat(stages).extracting(each -> each.getFileName().toString()).containsExactly("model.epoch-0.5.safetensors", "model.epoch-2.safetensors");
        assertThat(LanguageFile.open(stages.getFirst()).epochs()).isBetween(0.5, 0.6);
        assertThat(Files.readAllLines(results.resolve("metrics.csv"))).first().isEqualTo("step,epoch,loss,rate,gradientNorm,validation");
        assertThat(results.resolve("samples.txt")).content().contains("--- step 20, temperature 0.4");
        assertThat(TextExperimentFile.read(results.resolve("experiment.json")).name()).isEqualTo("abc");
    }

    @Test
    void readsAFolderOfTextsInTheOrderOfTheirNames() throws Exception {
        Path texts = Files.createDirectories(folder.resolve("abc.txt"));
        Files.writeString(texts.resolve("1.txt"), "ab".repeat(200));
        Files.writeString(texts.resolve("2.txt"), "cd".repeat(200));

        int exitCode = run(EXPERIMENT.replace("\"epochs\": 6", "\"epochs\": 1"));

        assertThat(exitCode).as(err.toString()).isZero();
        assertThat(err.toString()).contains("4 different");
    }

    @Test
    void saysWhereItLookedForTheText() throws Exception {
        int exitCode = run(EXPERIMENT);

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("There is no text \"abc.txt\" in " + folder).contains("Name the folder that holds it with --data DIR.");
    }

    @Test
    void saysWhatDoesNotFit() throws Exception {
        Files.writeString(folder.resolve("abc.txt"), "abc\n".repeat(40));

        int exitCode = run(EXPERIMENT.replace("\"hidden\": 12", "\"hidden\": 12, \"tied\": true"));

        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString()).contains("experiment.json: Tied weights need an embedding as wide as the hidden units");
    }
}
