package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.assertj.core.data.Index;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.app.experiment.BundledFeatures;
import tadpole.engine.file.Safetensors;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.PictureFile;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.harmonize.HarmonizeOrder;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.HarmonizeState;
import tadpole.engine.picture.harmonize.Harmonized;
import tadpole.engine.picture.harmonize.Harmonizer;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class HarmonizeCommandTest {

    private record Answer(int exitCode, List<String> out, List<String> err) {}

    @TempDir
    Path folder;

    @Test
    void writesResultStagesLossesAndSettings() throws Exception {
        Path out = folder.resolve("out");

        Answer answer = harmonize(picture("mask.png", 64, 64, true), "--tau", "2", "--size", "16", "--out", out.toString());

        assertThat(answer.err()).anyMatch(line -> line.startsWith("Pass 1, ")).contains("Finish");
        assertThat(answer.exitCode()).isZero();
        JsonNode last = new ObjectMapper().readTree(answer.out().getLast());
        assertThat(last.get("width").asInt()).isEqualTo(64);
        assertThat(last.get("stopped").asBoolean()).isFalse();
        assertThat(last.get("pictures").toString()).contains("pass-1.png", "pass-2.png", "finish.png", "result.png");
        assertThat(ImageIO.read(out.resolve("result.png").toFile()).getHeight()).isEqualTo(64);
        assertThat(Files.readAllLines(out.resolve("losses.csv"))).hasSizeGreaterThan(10).first().isEqualTo("stage,iteration,pull,layer,loss,weight,share,muted");
        JsonNode settings = new ObjectMapper().readTree(out.resolve("settings.json").toFile());
        assertThat(settings.at("/harmonize/tau").asDouble()).isEqualTo(2);
        assertThat(settings.at("/features/name").asText()).isEqualTo("Bundled network");
        assertThat(out.resolve("state.safetensors")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            32 | true  | mask.png has 32×64 pixels, but
            64 | false | mask.png selects nothing: no pixel is lighter than middle gray. Paint white where the object is.
            """)
    void saysWhatIsWrongWithTheMask(int width, boolean painted, String sentence) throws Exception {
        refused(sentence, harmonize(picture("mask.png", width, 64, painted), "--out", folder.resolve("out").toString()));
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithTheRest() throws Exception {
        Path mask = picture("mask.png", 64, 64, true);
        String out = folder.resolve("out").toString();
        Path text = Files.writeString(folder.resolve("text.pth"), "hello");
        refused("text.pth is no file of weights", harmonize(mask, "--weights", text.toString(), "--out", out));
        refused("There is no preset \"nice\"; known are best, authors, article.", harmonize(mask, "--preset", "nice", "--out", out));
        refused("1000", harmonize(mask, "--tau", "1000", "--out", out));
        refused("--threads must be at least 1", harmonize(mask, "--threads", "0", "--out", out));
        refused("There is no file", harmonize(mask, "--resume", folder.resolve("none").toString(), "--out", out));
        refused("text.pth is no picture", harmonize(text, "--out", out));
    }

    @Test
    void whatIsReadIsNeverWrittenOver() throws Exception {
        Path mask = picture("finish.png", 64, 64, true);

        refused("would be written over", harmonize(mask, "--out", folder.toString()));
        assertThat(mask).exists();
    }

    @Test
    void aForeignStateIsRefusedBeforeAnythingIsDeleted() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out"));
        Path state = out.resolve("state.safetensors");
        new Safetensors(Map.of(), Map.of("weight", Tensor.zeros(Shape.of(2)))).write(state);
        Files.writeString(out.resolve("losses.csv"), "kept");

        refused("no state of a stopped harmonization", harmonize(picture("mask.png", 64, 64, true), "--resume", state.toString(), "--out", out.toString()));
        assertThat(out.resolve("losses.csv")).hasContent("kept");
        assertThat(state).exists();
    }

    @Test
    void goesOnIntoTheSameFolderWithAllThatWasThere() throws Exception {
        Path mask = picture("mask.png", 64, 64, true);
        Path out = Files.createDirectories(folder.resolve("out"));
        HarmonizeState state = stopped(mask, 35);
        new Safetensors(state.facts(), state.tensors()).write(out.resolve("state.safetensors"));
        Files.writeString(out.resolve("losses.csv"), "stage,iteration,pull,layer,loss,weight,share,muted\nearlier\n");

        Answer answer = harmonize(mask, "--size", "16", "--resume", out.resolve("state.safetensors").toString(), "--out", out.toString());

        assertThat(answer.exitCode()).isZero();
        assertThat(Files.readAllLines(out.resolve("losses.csv"))).contains("earlier", Index.atIndex(1)).hasSizeGreaterThan(10);
        assertThat(out.resolve("pass-1.png")).exists();
        assertThat(out.resolve("state.safetensors")).doesNotExist();
        assertThat(new ObjectMapper().readTree(answer.out().getLast()).get("iterations").asInt()).isEqualTo(HarmonizePlan.presets(BundledFeatures.open()).getFirst().settings().whole("iterations1")
                + HarmonizePlan.presets(BundledFeatures.open()).getFirst().settings().whole("iterations2"));
    }

    private HarmonizeState stopped(Path mask, int steps) throws Exception {
        FeatureNetwork features = BundledFeatures.open();
        Map<String, Object> values = new HashMap<>(HarmonizePlan.presets(features).getFirst().settings().asMap());
        values.put("size", 16L);
        Mask tight = Mask.of(PictureFile.read(mask).picture());
        Scene scene = new Scene(PictureFile.read(picture("composite.png", 64, 64, true)).picture(), PictureFile.read(picture("painting.png", 64, 64, false)).picture(),
                tight, MaskSteps.dilated(tight, 64));
        AtomicInteger left = new AtomicInteger(steps);
        JobControl control = new JobControl() {
            @Override
            public boolean proceed() {
                return left.decrementAndGet() >= 0;
            }

            @Override
            public boolean isStopped() {
                return left.get() < 0;
            }

            @Override
            public void report(Progress progress) {}
        };
        try (Device device = Device.cpu(1)) {
            return ((JobOutcome.Stopped<Harmonized>) new Harmonizer(new HarmonizeOrder(scene, HarmonizePlan.RECIPE.settings(values), features), Optional.empty(), device,
                    _ -> {}).run(control)).resultSoFar().state().orElseThrow();
        }
    }

    private static void refused(String sentence, Answer answer) {
        assertThat(answer.err()).hasSize(1).first().asString().startsWith("tadpole: ").contains(sentence);
        assertThat(answer.exitCode()).isEqualTo(2);
    }

    private Answer harmonize(Path mask, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of("harmonize", "--composite", picture("composite.png", 64, 64, true).toString(),
                "--painting", picture("painting.png", 64, 64, false).toString(), "--mask", mask.toString()));
        all.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Surroundings surroundings = new Surroundings(Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "LOCALAPPDATA", folder.resolve("cache").toString()), Terminal.NONE, false);
        int exitCode = TadpoleCommand.run(surroundings, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Answer(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** A dark picture, with a bright square in it where something is painted. */
    private Path picture(String name, int width, int height, boolean painted) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean square = painted && x > 20 && x < 40 && y > 20 && y < 40;
                image.setRGB(x, y, square ? 0xF0F0F0 : name.startsWith("mask") ? 0 : 0x203040 + 7 * x * y % 64);
            }
        }
        Path file = folder.resolve(name);
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
