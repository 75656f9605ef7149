package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.file.FileException;
import tadpole.engine.file.Safetensors;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.PictureException;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class StyleCommandTest {

    private record Answer(int exitCode, String out, String err) {}

    @TempDir
    Path folder;

    @BeforeEach
    void layOut() throws IOException, FileException {
        picture("content.png", 36, 48, 5);
        picture("style.png", 40, 40, 3);
        weights();
    }

    @Test
    void writesResultStepsAndLosses() throws IOException, PictureException {
        Answer answer = run("--size", "48", "--set", "iterations=4", "--set", "iterationsThen=3", "--style", at("content.png") + ":0.5");

        assertThat(answer.exitCode).as(answer.err).isZero();
        JsonNode line = new ObjectMapper().readTree(answer.out.strip());
        assertThat(line.get("iterations").asInt()).isEqualTo(7);
        assertThat(line.get("styles")).hasSize(2);
        assertThat(PictureFile.read(folder.resolve("out/result.png")).picture().width()).isEqualTo(48);
        assertThat(folder.resolve("out/step-0001.png")).exists();
        List<String> losses = Files.readAllLines(folder.resolve("out/losses.csv"));
        assertThat(losses.getFirst()).isEqualTo("iteration,width,height,pull,layer,loss,weight");
        assertThat(losses.get(1)).startsWith("1,24,18,style,relu1_1,");
        assertThat(losses.getLast()).startsWith("7,48,36,");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(run("--preset", "monet").err).contains("There is no preset \"monet\"; known are best, abstract, gatys.");
        assertThat(run("--set", "swirl=3").err).contains("\"style\" has no setting \"swirl\"");
        assertThat(run("--set", "iterations=many").err).contains("Iterations, first size").contains("many");
        assertThat(run("--size", "5").err).contains("Size").contains("32");
        assertThat(run("--style", at("style.png") + ":0").err).contains("A style's share must be a number above 0");
        assertThat(run("--style", at("nothing.png")).exitCode).isEqualTo(2);
        assertThat(run("--threads", "0").err).contains("--threads must be at least 1, but is 0.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Answer run(String... more) {
        List<String> words = new ArrayList<>(List.of("style", "--content", at("content.png"), "--style", at("style.png"), "--weights", at("net.safetensors"),
                "--out", at("out")));
        words.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = TadpoleCommand.run(new Surroundings(Map.of(), Terminal.NONE, false), new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
        return new Answer(code, out.toString(), err.toString());
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void picture(String name, int height, int width, int period) throws IOException {
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = (i % width / period + i / width / period) % 3 * 120;
        }
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            PictureFile.write(Picture.ofBytes(name, values), out);
        }
    }

    /** As a narrow VGG with an input convolution has its names. */
    private void weights() throws FileException {
        SplittableRandom random = new SplittableRandom(4);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        int[][] layers = {{0, 3, 3, 1}, {11, 3, 4, 3}, {12, 4, 4, 3}, {21, 4, 6, 3}, {22, 6, 6, 3}, {31, 6, 8, 3}};
        for (int[] layer : layers) {
            Tensor weight = Tensor.zeros(Shape.of(layer[2], layer[1], layer[3], layer[3]));
            for (int i = 0; i < weight.size(); i++) {
                weight.data()[i] = (float) (random.nextDouble(-1, 1) * Math.sqrt(6.0 / (layer[1] * layer[3] * layer[3])));
            }
            tensors.put("conv" + layer[0] + ".weight", weight);
            tensors.put("conv" + layer[0] + ".bias", Tensor.zeros(Shape.of(layer[2])));
        }
        new Safetensors(Map.of(), tensors).write(folder.resolve("net.safetensors"));
    }
}
