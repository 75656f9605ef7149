package tadpole.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.file.CheckFile;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.RaceFile;
import tadpole.engine.file.WeightsFile;
import tadpole.samples.SampleData;

class CommandLineTest {

    private static final String EXPERIMENT = """
            {
              "tadpole": 1,
              "name": "tiny",
              "data": {"set": "mnist", "prepare": [{"type": "divide"}], "validation": 0},
              "layers": [{"type": "flatten"}, {"type": "linear", "out": 12}, {"type": "relu"}, {"type": "linear"}],
              "loss": {"type": "crossEntropy"},
              "optimizer": {"type": "sgd", "rate": 0.1},
              "training": {"epochs": 3, "batch": 20},
              "seed": 7
            }
            """;

    /** What a command left behind. */
    private record Answer(int exitCode, List<String> out, List<String> err) {}

    @TempDir
    Path folder;

    private Path data;
    private Path experiment;

    @BeforeEach
    void layOut() throws IOException {
        data = folder.resolve("data");
        TinyData.write(data, 200, 50);
        experiment = Files.writeString(folder.resolve("tiny.json"), EXPERIMENT);
    }

    @Nested
    class WhenWalkingDownACurve {

        @Test
        void printsEveryStepAndLastTheVerdicts() throws Exception {
            Path file = Files.writeString(folder.resolve("walk.json"), """
                    {"tadpole": 1, "name": "x squared", "walk": {"start": 3, "steps": 3, "rates": [0.5, 1.5]}}""");

            Answer answer = tadpole("walk", file.toString());

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out()).contains(
                    "rate 0.5: there in one step: each step leaves 1 - 0.5 · 2 = 0 of the distance",
                    "     1       -6.0000       -12.000        36.000");
            JsonNode last = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(last.at("/paths/1/verdict").asText()).isEqualTo("explodes");
            assertThat(last.at("/paths/1/x").asDouble()).isEqualTo(-24);
        }

        @Test
        void refusesAnExperiment() {
            Answer answer = tadpole("walk", experiment.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).hasSize(1).first().asString().contains("This file is an experiment, not a walk.");
        }
    }

    @Nested
    class WhenConvolving {

        private Path kernel(String rows) throws IOException {
            return Files.writeString(folder.resolve("kernel.json"), """
                    {"tadpole": 1, "name": "mine", "kernel": {"filters": [{"kernels": [{"rows": %s}]}], "padding": 0}}""".formatted(rows));
        }

        private Path picture() throws IOException {
            BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSamples(0, 0, 3, 2, 0, new int[] {10, 20, 40, 1, 2, 4});
            Path file = folder.resolve("picture.png");
            ImageIO.write(image, "png", file.toFile());
            return file;
        }

        @Test
        void writesThePictureAndLastItsNumbers() throws Exception {
            Answer answer = tadpole("convolve", kernel("[[1, -1]]").toString(), picture().toString(), "--out", folder.resolve("out.png").toString());

            assertThat(answer.exitCode()).isZero();
            JsonNode last = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(last.at("/least").asDouble()).isEqualTo(-20);
            assertThat(last.at("/most").asDouble()).isEqualTo(-1);
            assertThat(last.at("/output").toString()).isEqualTo("[1,2,2]");
            assertThat(answer.out()).contains("Black is -20, white is 20.");
            assertThat(ImageIO.read(folder.resolve("out.png").toFile()).getRaster().getSample(1, 0, 0)).isZero();
        }

        @Test
        void printsAFloatWithItsOwnDigits() throws Exception {
            Answer answer = tadpole("convolve", kernel("[[0.1]]").toString(), picture().toString(), "--out", folder.resolve("out.png").toString());

            assertThat(answer.out().getLast()).contains("\"least\": 0.1,").doesNotContain("000");
        }

        @Test
        void writesOverNoPictureAndNoOtherKindOfFile() throws Exception {
            Path input = picture();
            byte[] before = Files.readAllBytes(input);
            Path jpeg = folder.resolve("out.jpg");

            assertThat(tadpole("convolve", kernel("[[1]]").toString(), input.toString(), "--out", input.toString()).err())
                    .containsExactly("tadpole: " + input + " is the picture itself. Give --out another name.");
            assertThat(tadpole("convolve", kernel("[[1]]").toString(), input.toString(), "--out", jpeg.toString()).err())
                    .containsExactly("tadpole: " + jpeg + ": the output is a PNG, so its name must end in .png.");

            assertThat(Files.readAllBytes(input)).isEqualTo(before);
            assertThat(jpeg).doesNotExist();
        }

        @Test
        void saysWhatIsWrongWithKernelPictureAndFit() throws Exception {
            assertThat(tadpole("convolve", experiment.toString(), picture().toString()).err()).hasSize(1).first().asString()
                    .contains("This file is an experiment, not a kernel file.");
            assertThat(tadpole("convolve", kernel("[[1]]").toString(), experiment.toString()).err()).first().asString().contains("is no picture");
            assertThat(tadpole("convolve", kernel("[[1], [1], [1]]").toString(), picture().toString()).exitCode()).isEqualTo(2);
        }
    }

    @Nested
    class Colors {

        private Path row(String name, int... grays) throws IOException {
            BufferedImage image = new BufferedImage(grays.length, 1, BufferedImage.TYPE_BYTE_GRAY);
            image.getRaster().setSamples(0, 0, grays.length, 1, 0, grays);
            Path file = folder.resolve(name);
            ImageIO.write(image, "png", file.toFile());
            return file;
        }

        @Test
        void givesOnePhotographTheColorsOfAnother() throws Exception {
            Path bright = row("bright.png", 200, 250, 200, 250);
            Path dark = row("dark.png", 1, 2, 4, 9);
            Path out = folder.resolve("out.png");

            Answer answer = tadpole("colors", "--from", bright.toString(), "--to", dark.toString(), "--space", "RGB", "--out", out.toString());

            assertThat(answer.exitCode()).isZero();
            JsonNode last = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(last.at("/size").toString()).isEqualTo("[4,1]");
            assertThat(last.at("/space").asText()).isEqualTo("rgb");
            BufferedImage made = ImageIO.read(out.toFile());
            assertThat(made.getRaster().getSample(0, 0, 0)).isEqualTo(200);
            assertThat(made.getRaster().getSample(3, 0, 2)).isEqualTo(250);
        }

        @Test
        void refusesAnUnknownSpaceAndWritesOverNoPicture() throws Exception {
            Path bright = row("bright.png", 200, 250);
            Path dark = row("dark.png", 1, 2);

            assertThat(tadpole("colors", "--from", bright.toString(), "--to", dark.toString(), "--space", "hsv", "--out", "x.png").err())
                    .containsExactly("tadpole: --space is rgb or lab, but is \"hsv\".");
            assertThat(tadpole("colors", "--from", bright.toString(), "--to", dark.toString(), "--out", dark.toString()).err())
                    .containsExactly("tadpole: " + dark + " is one of the two pictures. Give --out another name.");
            assertThat(tadpole("colors", "--from", experiment.toString(), "--to", dark.toString(), "--out", folder.resolve("o.png").toString()).err())
                    .first().asString().contains("is no picture");
        }
    }

    @Nested
    class OfMadeData {

        @Test
        void runsALessonWithoutAnyFolderAndWithoutAnyAccuracy() throws Exception {
            Path out = folder.resolve("lesson");
            Answer answer = tadpole("run", lesson("polynomial-mended"), "--out", out.toString());

            assertThat(answer.exitCode()).as("%s", answer.err()).isZero();
            assertThat(answer.err().getFirst()).startsWith("polynomial-mended: Polynomial of degree 2, x = 1 to 5, 5 points, 5 samples, 3 parameters, 30 steps");
            assertThat(answer.err()).noneMatch(line -> line.contains("accuracy") || line.contains("%"));
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.fieldNames()).toIterable().contains("trainLoss").noneMatch(name -> name.contains("Accuracy"));
            List<String[]> rows = Files.readAllLines(out.resolve("metrics.csv")).stream().map(line -> line.split(",", -1)).toList();
            List<String[]> steps = rows.stream().filter(row -> row[0].equals("step")).toList();
            assertThat(steps).hasSize(30).allMatch(row -> row[4].isEmpty());
            assertThat(Double.parseDouble(steps.get(0)[3])).isCloseTo(0.257558, within(5e-7));
            assertThat(Double.parseDouble(steps.get(10)[3])).isCloseTo(0.0799487, within(5e-8));
            assertThat(Double.parseDouble(steps.get(20)[3])).isCloseTo(0.0283290, within(5e-7));
            assertThat(Files.readString(out.resolve("loss-accuracy.svg"))).contains("Loss").doesNotContain("Accuracy");
            assertThat(ExperimentFile.read(out.resolve("experiment.json"))).isEqualTo(ExperimentFile.read(SampleData.experiments().resolve("polynomial-mended.json")));
        }

        @Test
        void findsARateOnASpiral() throws Exception {
            Answer answer = tadpole("lr-find", lesson("spiral-linear"), "--steps", "60");

            assertThat(answer.exitCode()).as("%s", answer.err()).isZero();
        }

        @Test
        void racesOnACurve() throws Exception {
            Path file = Files.writeString(folder.resolve("race.json"), """
                    {"tadpole": 1, "name": "curve-race", "experiment": "%s", "mode": "same", "rate": 0.03, "steps": 20, "seeds": 1,
                     "contestants": [{"label": "SGD", "optimizer": {"type": "sgd"}}, {"label": "Adam", "optimizer": {"type": "adam"}}]}
                    """.formatted(lesson("polynomial-mended").replace("\\", "\\\\")));

            Answer answer = tadpole("race", file.toString());

            assertThat(answer.exitCode()).as("%s", answer.err()).isZero();
        }

        @Test
        void refusesWhatCannotBeMadeAndStartsThatDoNotFitWithTheirPlaces() throws Exception {
            String text = Files.readString(SampleData.experiments().resolve("polynomial-mended.json"));
            Path backwards = Files.writeString(folder.resolve("backwards.json"), text.replace("\"to\": 5", "\"to\": 1"));
            Path misfit = Files.writeString(folder.resolve("misfit.json"), text.replace("\"linear1.weight\": [0.5, 0.5]", "\"linear1.weight\": [0.5]"));

            assertThat(refusal(backwards)).contains("backwards.json, line 7, column 13, data.make: To (\"to\") must be greater than from");
            assertThat(refusal(misfit)).contains("start.linear1.weight: linear1.weight is 1×2 and starts from 2 numbers, but here are 1.");
        }

        private String refusal(Path file) {
            Answer answer = tadpole("run", file.toString());
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            return answer.err().getLast();
        }

        /** Copied out of the samples, which may lie in an archive. */
        private String lesson(String name) throws IOException {
            Path file = folder.resolve(name + ".json");
            Files.writeString(file, Files.readString(SampleData.experiments().resolve(name + ".json")));
            return file.toString();
        }
    }

    @Nested
    class WhenFindingARate {

        @Test
        void endsWithTheSuggestionsAndBothChecksums() throws Exception {
            Path out = folder.resolve("found");
            Answer answer = tadpole("lr-find", experiment.toString(), "--data", data.toString(), "--out", out.toString(), "--steps", "80");

            assertThat(answer.exitCode()).isZero();
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("suggestions").fieldNames()).toIterable().containsExactly("steepest", "valley", "minimum", "slide");
            assertThat(result.get("before").asText()).matches("[0-9a-f]{4} [0-9a-f]{4}").isEqualTo(result.get("after").asText());
            assertThat(result.get("restored").asBoolean()).isTrue();
            assertThat(result.get("seconds").asDouble()).isPositive();
            List<String> metrics = Files.readAllLines(out.resolve("metrics.csv"));
            assertThat(metrics).hasSize(1 + result.get("steps").asInt()).first().isEqualTo("step,rate,loss,smoothed");
            assertThat(out.resolve("lr-finder.png")).exists();
            assertThat(Files.readString(out.resolve("lr-finder.svg"))).contains("learning rate, log scale", "steepest");
            assertThat(ExperimentFile.read(out.resolve("experiment.json")).seed()).isEqualTo(7);
        }

        @Test
        void refusesRatesAndStepsThatMakeNoSweep() {
            assertThat(refusal("--from", "0")).endsWith("in rate = from · (to / from)^(i / (n - 1)), from must be between 1e-12 and 1000, but is 0.");
            assertThat(refusal("--to", "NaN")).endsWith("to must be between 1e-12 and 1000, but is NaN.");
            assertThat(refusal("--steps", "1")).contains("n - 1 is 0 with steps n = 1");
            assertThat(refusal("--spacing", "even", "--steps", "1")).contains("rate = from + (to - from) · i / (n - 1)");
        }

        @Test
        void refusesABatchLargerThanTheData() throws Exception {
            change("\"batch\": ", "\"batch\": 9");

            assertThat(refusal()).contains("an epoch has samples / batch = ", ", less than 1. Batch size must be between 1 and ");
        }

        private String refusal(String... options) {
            List<String> words = new ArrayList<>(List.of("lr-find", experiment.toString(), "--data", data.toString()));
            words.addAll(List.of(options));
            Answer answer = tadpole(words.toArray(String[]::new));
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            return answer.err().getLast();
        }

        @Test
        void keepsWhatItFoundBeforeWhereItRefuses() throws Exception {
            Path out = folder.resolve("found");
            tadpole("lr-find", experiment.toString(), "--data", data.toString(), "--out", out.toString(), "--steps", "20");
            Map<String, String> found = contents(out);
            change("\"batch\": ", "\"batch\": 9");

            refusal("--out", out.toString());

            assertThat(contents(out)).isEqualTo(found).hasSize(4);
        }

        @Test
        void refusesAnEndUnderTheStart() {
            Answer answer = tadpole("lr-find", experiment.toString(), "--data", data.toString(), "--from", "0.1", "--to", "0.01");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err().getLast()).contains("rises only with to > from, but from is 0.1 and to is 0.01.");
            assertThat(answer.out()).isEmpty();
        }
    }

    @Nested
    class WhenComputingASoftmax {

        private Path file(String index) throws IOException {
            return Files.writeString(folder.resolve("s.json"), """
                    {"tadpole": 1, "name": "large", "softmax": {"logits": [1000, 999, 0], "right": 0,
                     "picture": {"set": "mnist", "index": %s, "seeds": 5, "samples": 20}}}
                    """.formatted(index));
        }

        @Test
        void endsWithTheNumbersOfTheRoom() throws Exception {
            Path out = folder.resolve("soft");
            Answer answer = tadpole("softmax", file("3").toString(), "--data", data.toString(), "--out", out.toString());

            assertThat(answer.exitCode()).isZero();
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("nats").asDouble()).isCloseTo(Math.log1p(Math.exp(-1)), within(1e-12));
            assertThat(result.get("logSoftmax")).hasSize(6);
            assertThat(result.get("logSoftmax").get(0).get("value").asText()).isEqualTo("NaN");
            assertThat(result.get("logSoftmax").get(2).get("value").asText()).isEqualTo("-inf");
            assertThat(result.get("logSoftmax").get(5).get("verdict").asText()).isEqualTo("RIGHT");
            assertThat(result.get("picture").get("label").asText()).isEqualTo("3");
            assertThat(result.get("starts").get("starts").asInt()).isEqualTo(5);
            assertThat(result.get("batches")).hasSize(8);
            assertThat(result.get("loops").get("agree").asBoolean()).isTrue();
            assertThat(result.get("loops").get("ratio").isNull()).isTrue();
            assertThat(answer.err()).anyMatch(line -> line.contains("fails: exp of more than 88.72 is greater than any float and becomes ∞"));
            JsonNode again = new ObjectMapper().readTree(tadpole("softmax", out.resolve("softmax.json").toString(), "--data", data.toString()).out().getLast());
            assertThat(again).isEqualTo(result);
        }

        @Test
        void saysWhereAPictureIsMissing() throws Exception {
            Answer answer = tadpole("softmax", file("200").toString(), "--data", data.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err().getLast()).startsWith("tadpole: s.json, line 2, column 39, softmax.picture.index: The place of the picture (\"index\") must be between 0 and 199");
        }
    }

    @Nested
    class WhenRacing {

        private Answer race(String fields, String... more) throws IOException {
            Path file = Files.writeString(folder.resolve("race.json"), """
                    {"tadpole": 1, "name": "tiny-race", "experiment": "tiny.json", %s,
                     "contestants": [{"optimizer": {"type": "sgd"}, "rates": [0.03, 0.1]}, {"label": "Heavy ball", "optimizer": {"type": "momentum"}}]}
                    """.formatted(fields));
            List<String> words = new ArrayList<>(List.of("race", file.toString(), "--data", data.toString()));
            words.addAll(List.of(more));
            return tadpole(words.toArray(String[]::new));
        }

        @Test
        void endsWithTheRankingAndRepeatsIt() throws Exception {
            Path out = folder.resolve("raced");
            Answer answer = race("\"steps\": 12, \"seeds\": 2", "--out", out.toString());

            assertThat(answer.exitCode()).isZero();
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("ranking")).hasSize(2);
            assertThat(result.get("ranking").get(0).get("finalLoss").asDouble())
                    .isLessThanOrEqualTo(result.get("ranking").get(1).get("finalLoss").asDouble());
            assertThat(result.get("last").asInt()).isEqualTo(3);
            assertThat(Files.readAllLines(out.resolve("metrics.csv"))).hasSize(1 + 13 * result.get("runs").asInt());
            assertThat(Files.readString(out.resolve("race.svg"))).contains("Heavy ball", "band over 2 seeds");
            assertThat(Files.readString(out.resolve("race-rates.svg"))).contains("learning rate");
            assertThat(out.resolve("race.png")).exists();
            assertThat(RaceFile.read(out.resolve("race.json")).contestants()).hasSize(2);
            JsonNode again = new ObjectMapper().readTree(race("\"steps\": 12, \"seeds\": 2").out().getLast());
            assertThat(again.get("ranking")).isEqualTo(result.get("ranking"));
        }

        @Test
        void keepsTheRaceBeforeWhereItRefuses() throws Exception {
            Path out = folder.resolve("raced");
            Files.createDirectory(out);
            Files.writeString(out.resolve(".metrics.csv.12-34.tmp"), "cut off");
            race("\"steps\": 4, \"seeds\": 1", "--out", out.toString());
            Map<String, String> raced = contents(out);

            change("{\"type\": \"flatten\"},", "");

            Answer answer = race("\"steps\": 4, \"seeds\": 1", "--out", out.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(contents(out)).isEqualTo(raced).hasSize(6);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"type": "divide"} | {"type": "centerCrop", "size": 99} | line 4, column 40, data.prepare[0]: Crop size ("size")
                {"type": "flatten"}, | ``                                               | line 5, column 15, layers[0]: Layer 1, linear1
                "validation": 0   | "perClass": 100000                                  | line 4, column 73, data.perClass: Images of each class
                """)
        void saysWhereInItsExperimentAMisfitIs(String right, String wrong, String problem) throws Exception {
            change(right, wrong);

            String there = race("\"steps\": 4").err().getLast();
            String here = within().err().getLast();
            String alone = tadpole("run", experiment.toString(), "--data", data.toString()).err().getLast();

            assertThat(alone).startsWith("tadpole: tiny.json, " + problem);
            assertThat(there).startsWith("tadpole: race.json, line 1, column 51, experiment: tiny.json, " + problem);
            assertThat(here).startsWith("tadpole: whole.json, line " + (1 + line(problem)) + ", ").contains(", experiment." + problem.split(", ")[2]);
        }

        /** The experiment in the race's own file, from its second line on. */
        private Answer within() throws IOException {
            Path whole = Files.writeString(folder.resolve("whole.json"), """
                    {"tadpole": 1, "name": "whole", "contestants": [{"optimizer": {"type": "sgd"}}], "experiment":
                    %s}""".formatted(Files.readString(experiment)));
            return tadpole("race", whole.toString(), "--data", data.toString());
        }

        private static int line(String problem) {
            return Integer.parseInt(problem.replaceAll("line (\\d+).*", "$1"));
        }

        @Test
        void saysWhoseScheduleDoesNotFit() throws Exception {
            Path file = Files.writeString(folder.resolve("race.json"), """
                    {"tadpole": 1, "name": "r", "experiment": "tiny.json", "contestants": [{"optimizer": {"type": "sgd"}},
                    {"optimizer": {"type": "momentum"}, "schedule": {"type": "oneCycle", "threePhase": true, "pctStart": 0.9}}]}""");

            assertThat(tadpole("race", file.toString(), "--data", data.toString()).err().getLast())
                    .startsWith("tadpole: race.json, line 2, column 49, contestants[1].schedule: Rise and fall of three phases");
        }

        @Test
        void measuresEachOnTheTestImagesWhereAsked() throws Exception {
            Path out = folder.resolve("measured");
            Answer answer = race("\"steps\": 12, \"seeds\": 1, \"test\": true", "--out", out.toString());

            JsonNode first = new ObjectMapper().readTree(answer.out().getLast()).get("ranking").get(0);
            assertThat(first.get("testLoss").asDouble()).isPositive();
            assertThat(first.get("testAccuracy").asDouble()).isBetween(0.0, 1.0);
            List<String> metrics = Files.readAllLines(out.resolve("metrics.csv"));
            assertThat(metrics).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(12));
            assertThat(metrics.getLast().split(",")[10]).isNotEmpty();
        }

        @Test
        void refusesAFieldThatItDoesNotKnow() throws Exception {
            Answer answer = race("\"laps\": 3");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err().getLast()).contains("There is no field \"laps\" here");
        }
    }

    @Nested
    class WhenRunning {

        @Test
        void endsWithOneLineOfJson() throws Exception {
            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString());

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.out()).hasSize(1);
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("name").asText()).isEqualTo("tiny");
            assertThat(result.get("trainLoss").asDouble()).isBetween(0.001, 3.0);
            assertThat(result.get("trainAccuracy").asDouble()).isBetween(0.15, 1.0);
            assertThat(result.get("testLoss").asDouble()).isBetween(0.001, 3.0);
            assertThat(result.get("testAccuracy").asDouble()).isBetween(0.3, 1.0);
            assertThat(result.get("seconds").asDouble()).isPositive();
            assertThat(result.get("steps").asLong()).isEqualTo(30);
            assertThat(result.get("epochs").asInt()).isEqualTo(3);
            assertThat(result.get("seed").asLong()).isEqualTo(7);
            assertThat(result.get("ending").asText()).isEqualTo("Finished 3 epochs.");
            assertThat(result.has("validationLoss")).isFalse();
        }

        @Test
        void tellsValidationWhereSamplesAreHeldOut() throws Exception {
            change("\"validation\": 0", "\"validation\": 0.25");

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString());

            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("validationLoss").isNumber()).isTrue();
            assertThat(result.get("validationAccuracy").isNumber()).isTrue();
            assertThat(result.get("testAccuracy").isNumber()).isTrue();
            assertThat(answer.err().get(1)).contains("validation loss").doesNotContain("test");
        }

        @Test
        void saysOneLineAnEpochWhereNoTerminalIs() {
            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--threads", "1");

            assertThat(answer.err()).hasSize(4);
            assertThat(answer.err().getFirst()).isEqualTo("tiny: MNIST, 200 images, 9550 parameters, 30 steps, 1 thread");
            assertThat(answer.err().getLast()).matches(
                    "epoch 3 of 3   training loss \\d\\.\\d{4} accuracy \\d+\\.\\d\\d %   test loss \\d\\.\\d{4} accuracy \\d+\\.\\d\\d %   0:\\d\\d");
        }

        @Test
        void drawsABarOnATerminal() {
            Answer answer = tadpole(new Terminal(true, 80), Map.of(), "run", experiment.toString(), "--data", data.toString());

            assertThat(answer.err()).anyMatch(line -> line.matches("\\[=*> *\\]   3 %  step 1 of 30  ETA .*"));
            assertThat(answer.out()).hasSize(1);
        }

        @Test
        void keepsMetricsWeightsExperimentAndCharts() throws Exception {
            Path out = folder.resolve("some").resolve("out");

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--out", out.toString());

            assertThat(answer.exitCode()).isZero();
            assertThat(names(out)).containsExactly(
                    "experiment.json", "loss-accuracy.png", "loss-accuracy.svg", "metrics.csv", "weights.safetensors");
            assertThat(ExperimentFile.read(out.resolve("experiment.json"))).isEqualTo(ExperimentFile.read(experiment));
            WeightsFile weights = WeightsFile.read(out.resolve("weights.safetensors"));
            assertThat(weights.experiment()).isEqualTo(ExperimentFile.read(experiment));
            assertThat(weights.tensors().keySet()).containsExactly("linear1.weight", "linear1.bias", "linear2.weight", "linear2.bias");
            List<String> metrics = Files.readAllLines(out.resolve("metrics.csv"));
            assertThat(metrics).filteredOn(line -> line.startsWith("step,")).hasSize(30);
            assertThat(metrics).filteredOn(line -> line.startsWith("epoch,")).hasSize(3);
        }

        @Test
        void leavesNothingOfAnEarlierRunInItsFolder() throws Exception {
            Path out = folder.resolve("out");
            tadpole("run", experiment.toString(), "--data", data.toString(), "--out", out.toString());
            Files.writeString(out.resolve(".metrics.csv.12-34.tmp"), "cut off");
            Files.writeString(out.resolve("notes.txt"), "mine");
            change("\"rate\": 0.1", "\"rate\": 1000");
            change("\"divide\"}", "\"divide\", \"by\": 0.000001}");

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--out", out.toString());

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(names(out)).containsExactly(
                    "experiment.json", "loss-accuracy.png", "loss-accuracy.svg", "metrics.csv", "notes.txt");
        }

        @Test
        void refusesAFolderWithoutAName() {
            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--out", "");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).containsExactly("tadpole: --out needs the name of a folder, but is empty; \".\" is the present one.");
        }

        @Test
        void givesTheSameWeightsOnAnyNumberOfThreads() throws Exception {
            Path one = folder.resolve("one");
            Path three = folder.resolve("three");

            tadpole("run", experiment.toString(), "--data", data.toString(), "--out", one.toString(), "--threads", "1");
            tadpole("run", experiment.toString(), "--data", data.toString(), "--out", three.toString(), "--threads", "3");

            assertThat(three.resolve("weights.safetensors")).hasSameBinaryContentAs(one.resolve("weights.safetensors"));
        }

        @Test
        void findsTheUsersOwnDataFolder() {
            Answer answer = tadpole(Terminal.NONE, Map.of("TADPOLE_DATA", data.toString()), "run", experiment.toString());

            assertThat(answer.exitCode()).isZero();
        }

        @Test
        void aRunThatLeavesTheNumbersFailsAndKeepsItsMetrics() throws Exception {
            change("\"rate\": 0.1", "\"rate\": 1000");
            change("\"divide\"}", "\"divide\", \"by\": 0.000001}");
            Path out = folder.resolve("out");

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--out", out.toString());

            assertThat(answer.exitCode()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err().getLast())
                    .matches("tadpole: tiny\\.json: The loss became (NaN|infinite) at step \\d+ with learning rate 1000\\. It broke in layer linear\\d, .*");
            assertThat(names(out)).contains("experiment.json", "metrics.csv").doesNotContain("weights.safetensors");
        }
    }

    @Nested
    class WhenChecking {

        private Answer check(String fields, String... more) throws IOException {
            Path file = Files.writeString(folder.resolve("check.json"), """
                    {"tadpole": 1, "name": "tiny-check", "experiment": "tiny.json",
                     %s}
                    """.formatted(fields));
            List<String> words = new ArrayList<>(List.of("check", file.toString(), "--data", data.toString()));
            words.addAll(List.of(more));
            return tadpole(words.toArray(String[]::new));
        }

        @Test
        void endsWithTheNormsAndTheVerdict() throws Exception {
            Path out = folder.resolve("checked");
            Answer answer = check("\"check\": {\"most\": 20}, \"samples\": [0, 3]", "--out", out.toString());

            assertThat(answer.exitCode()).isZero();
            JsonNode result = new ObjectMapper().readTree(answer.out().getLast());
            assertThat(result.get("norm").asDouble()).isLessThan(1e-7);
            assertThat(result.get("blamed").asText()).isEqualTo("nowhere");
            assertThat(result.get("ending").asText()).isEqualTo("finished");
            assertThat(answer.err()).anyMatch(line -> line.startsWith("linear1.weight")).anyMatch(line -> line.startsWith("Verdict: nothing is wrong."));
            List<String> cells = Files.readAllLines(out.resolve("check.csv"));
            assertThat(cells).hasSize(1 + result.get("checked").asInt()).first().isEqualTo("kind,tensor,layer,index,analytic,numeric,error,crossed,grade");
            assertThat(CheckFile.read(out.resolve("check.json")).samples()).containsExactly(0, 3);
        }

        @Test
        void blamesThePlantedMistake() throws Exception {
            JsonNode result = new ObjectMapper().readTree(
                    check("\"check\": {\"most\": 20}, \"samples\": [0, 3], \"mistake\": {\"type\": \"sign\", \"place\": \"linear1\"}").out().getLast());

            assertThat(result.get("blamed").asText()).isEqualTo("linear1");
            assertThat(result.get("found").asBoolean()).isTrue();
        }

        @Test
        void takesAPlainExperiment() throws Exception {
            Answer answer = tadpole("check", experiment.toString(), "--data", data.toString(), "--threads", "1");

            assertThat(new ObjectMapper().readTree(answer.out().getLast()).get("norm").asDouble()).isLessThan(1e-7);
        }

        @Test
        void refusesWhatDoesNotFitWithItsPlace() throws Exception {
            assertThat(check("\"check\": {}, \"samples\": [0, 70000]").err().getLast())
                    .startsWith("tadpole: check.json, line 2, column 30, samples[1]: ").contains("has the training samples 0 to", "but sample 70000 is asked for.");
            assertThat(check("\"check\": {}, \"mistake\": {\"type\": \"rowsToImage\"}").err().getLast())
                    .startsWith("tadpole: check.json, line 2, ").contains("mistake.type: \"rowsToImage\" can sit nowhere");
            assertThat(check("\"check\": {\"precision\": \"float\"}, \"mistake\": {\"type\": \"sign\"}").err().getLast())
                    .contains("check.precision: A mistake is planted into the twins");
        }
    }

    @Nested
    class RefusesInOneLineWithExitCode2 {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "seed": 7        | "seed": 7, "sead": 1     | tiny.json, line 9, column 14, sead: There is no field "sead" here; known are tadpole, name, about, data, layers, loss, optimizer, schedule, training, seed, start.
                "set": "mnist",  | ``                       | tiny.json, line 4, column 11, data: The field "set" is missing.
                "rate": 0.1      | "rate": -1               | tiny.json, line 7, column 40, optimizer.rate: Learning rate ("rate") must be between 1e-12 and 1000, but is -1: a step is p -= -1 · direction.
                {"type": "flatten"}, | ``                   | tiny.json, line 5, column 15, layers[0]: Layer 1, linear1: takes a row of numbers, but is given 1×28×28. Put a flatten layer before it.
                {"type": "linear"}] | {"type": "linear", "out": 9}] | tiny.json, line 6, column 11, loss: Cross-entropy needs one output for each of the 10 classes, but the network gives 9. End it with a linear layer of 10 outputs.
                {"type": "divide"} | {"type": "normalize", "mean": [1, 2, 3]} | tiny.json, line 4, column 40, data.prepare[0]: "mean" of "normalize" needs 1 number or one for each of the 1 channels, but has 3.
                """)
        void anExperimentThatIsWrong(String right, String wrong, String problem) throws IOException {
            change(right, wrong);

            assertRefused(problem, "run", experiment.toString(), "--data", data.toString());
        }

        @Test
        void aDataSetThatIsNotThere() throws IOException {
            change("\"mnist\"", "\"frogs\"");

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).singleElement().asString()
                    .matches("tadpole: tiny.json, line \\d+, column \\d+, data.set: There.*")
                    .contains("There is no data set \"frogs\" in " + data + " or among the bundled samples; found: mnist")
                    .endsWith(". Name the folder that holds it with --data DIR.");
        }

        @Test
        void filesAndFoldersThatAreNotThere() {
            Path none = folder.resolve("none");
            assertRefused("There is no file " + none + ".", "run", none.toString());
            assertRefused("There is no folder " + none + ".", "run", experiment.toString(), "--data", none.toString());
            assertRefused("There is no folder " + none + ".", "data", none.toString());
            assertRefused(experiment + " is a file, but a folder with data sets is needed.", "run", experiment.toString(), "--data", experiment.toString());
        }

        @Test
        void aFolderForResultsThatIsAFile() {
            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString(), "--out", experiment.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err().getLast()).isEqualTo("tadpole: The folder " + experiment + " cannot be made: a file of that name is there already.");
        }

        @Test
        void wordsThatItDoesNotKnow() {
            assertRefused("A command is missing: run, lr-find, race, check, softmax, walk, convolve, colors, harmonize, style, sample, perplexity, tune-cache or data. Try \"tadpole --help\".", "--verbose");
            assertRefused("Unmatched argument at index 0: 'wander'. Try \"tadpole --help\".", "wander");
            assertRefused("Unknown option: '--fast'. Try \"tadpole run --help\".", "run", experiment.toString(), "--fast");
            assertRefused("Missing required parameter: 'EXPERIMENT.json'. Try \"tadpole run --help\".", "run");
            assertRefused("--threads must be between 1 and 256, but is 0.", "run", experiment.toString(), "--threads", "0");
            assertRefused("Invalid value for option '--threads': 'two' is not an int. Try \"tadpole run --help\".",
                    "run", experiment.toString(), "--threads", "two");
        }

        @Test
        void truncatedData() throws IOException {
            Path images = data.resolve("mnist").resolve("train-images-idx3-ubyte.gz");
            Files.write(images, java.util.Arrays.copyOf(Files.readAllBytes(images), 5000));

            Answer answer = tadpole("run", experiment.toString(), "--data", data.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).singleElement().asString().startsWith("tadpole: train-images-idx3-ubyte.gz");
        }

        @Test
        void aTraceOnlyWhenAskedFor() {
            Answer answer = tadpole("run", folder.resolve("none").toString(), "--verbose");

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err().getFirst()).startsWith("tadpole: There is no file");
            assertThat(answer.err()).hasSizeGreaterThan(3).anyMatch(line -> line.contains("NoSuchFileException"));
        }

        private void assertRefused(String sentence, String... args) {
            Answer answer = tadpole(args);

            assertThat(answer.err()).containsExactlyElementsOf(
                    args[0].equals("--verbose") ? answer.err() : List.of("tadpole: " + sentence));
            assertThat(answer.err().getFirst()).isEqualTo("tadpole: " + sentence);
            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.out()).isEmpty();
        }
    }

    @Nested
    class WhenListingData {

        @Test
        void tellsCountsAndStatistics() throws IOException {
            Answer answer = tadpole("data", data.toString());

            assertThat(answer.exitCode()).isZero();
            assertThat(answer.err()).isEmpty();
            assertThat(answer.out()).contains("mnist: MNIST, " + data.resolve("mnist"), "  200 training and 50 test images of 1×28×28");
            assertThat(answer.out()).contains("  9            20         5");
            assertThat(answer.out()).filteredOn(line -> line.startsWith("  gray ")).hasSize(2).allSatisfy(
                    line -> assertThat(line).matches(" +gray( +\\d+\\.\\d{6}){5}"));
        }

        @Test
        void aFolderWithoutDataIsRefused() throws IOException {
            Path empty = Files.createDirectory(folder.resolve("empty"));

            Answer answer = tadpole("data", empty.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).containsExactly("tadpole: There is no data set in " + empty
                    + ". A data set is a folder such as mnist/ or cifar10/ with the files as published.");
        }

        @Test
        void aBrokenDataSetDoesNotHideTheOthers() throws IOException {
            TinyData.write(data.resolve("other"), 10, 10);
            Path labels = data.resolve("mnist").resolve("train-labels-idx1-ubyte.gz");
            Files.write(labels, new byte[] {1, 2, 3});

            Answer answer = tadpole("data", folder.toString());

            assertThat(answer.exitCode()).isEqualTo(2);
            assertThat(answer.err()).singleElement().asString().contains("train-labels-idx1-ubyte.gz");
        }
    }

    @Test
    void explainsItself() {
        assertThat(tadpole("--help").out()).contains("Exit codes:").anyMatch(line -> line.contains("run "));
        assertThat(tadpole("run", "--help").out()).anyMatch(line -> line.contains("--threads=N"));
        assertThat(tadpole("--version").out()).singleElement().asString().matches("tadpole \\d+\\.\\d+\\.\\d+.* \\(Java 25.*\\)");
        assertThat(tadpole("--help").exitCode()).isZero();
    }

    private void change(String right, String wrong) throws IOException {
        String text = Files.readString(experiment);
        assertThat(text).contains(right);
        Files.writeString(experiment, text.replace(right, wrong));
    }

    private Answer tadpole(String... args) {
        return tadpole(Terminal.NONE, Map.of("TADPOLE_DATA", folder.resolve("nothing").toString()), args);
    }

    private static Answer tadpole(Terminal terminal, Map<String, String> environment, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = TadpoleCommand.run(
                new Surroundings(environment, terminal, false), new PrintWriter(out, true), new PrintWriter(err, true), args);
        return new Answer(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
    }

    /** Every file's bytes, by its name. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : names(folder)) {
            contents.put(name, Files.readString(folder.resolve(name), StandardCharsets.ISO_8859_1));
        }
        return contents;
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }
}
