package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.dataset.PointSets;
import tadpole.engine.dataset.Preparations;
import tadpole.engine.dataset.Samplers;
import tadpole.engine.layer.Layers;
import tadpole.engine.loss.Losses;
import tadpole.engine.optimizer.Optimizers;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Spec;
import tadpole.engine.schedule.Schedules;
import tadpole.engine.training.DataPlan;
import tadpole.engine.training.Experiment;
import tadpole.engine.training.TrainingPlan;

class ExperimentFileTest {

    private static final String GOOD = """
            {
              "tadpole": 1,
              "name": "small",
              "data": {"set": "mnist"},
              "layers": [
                {"type": "flatten"},
                {"type": "linear", "out": 10}
              ],
              "loss": {"type": "crossEntropy"},
              "optimizer": {"type": "sgd", "rate": 0.1},
              "training": {"epochs": 3}
            }
            """;

    @TempDir
    Path folder;

    @Nested
    class WhenReading {

        @Test
        void takesWhatIsLeftOutFromTheRecipes() throws FileException {
            Experiment experiment = ExperimentFile.parse("small.json", GOOD);

            assertThat(experiment.about()).isEmpty();
            assertThat(experiment.data().prepare()).isEmpty();
            assertThat(experiment.data().augment()).isEmpty();
            assertThat(experiment.data().perClass()).isZero();
            assertThat(experiment.data().validation()).isEqualTo(DataPlan.VALIDATION.standard());
            assertThat(experiment.schedule()).isEqualTo(Schedules.ALL.getFirst().standard());
            assertThat(experiment.training().epochs()).isEqualTo(3);
            assertThat(experiment.training().batch()).isEqualTo(TrainingPlan.BATCH.standard().intValue());
            assertThat(experiment.training().order()).isEqualTo(Samplers.ALL.getFirst().standard());
            assertThat(experiment.seed()).isEqualTo(Experiment.SEED.standard());
            assertThat(experiment.rate()).isEqualTo(0.1);
        }

        @Test
        void takesEveryDefaultWhereThereIsNoTraining() throws FileException {
            Experiment experiment = ExperimentFile.parse("small.json",
                    GOOD.replace("0.1},\n", "0.1}\n").replace("  \"training\": {\"epochs\": 3}\n", ""));

            assertThat(experiment.training().settings()).isEqualTo(TrainingPlan.RECIPE.standard().settings());
        }

        @Test
        void readsAFileWithAByteOrderMark() throws Exception {
            Path file = Files.writeString(folder.resolve("marked.json"), "\uFEFF" + GOOD);

            assertThat(ExperimentFile.read(file).name()).isEqualTo("small");
        }

        @Test
        void noSettingIsCalledAsAFieldBesideIt() {
            for (List<? extends Recipe<?>> all : List.of(
                    Layers.ALL, Losses.ALL, Optimizers.ALL, Schedules.ALL, Preparations.ALL, Samplers.ALL, PointSets.ALL)) {
                assertThat(all).isNotEmpty().allSatisfy(recipe ->
                        assertThat(recipe.settings()).noneMatch(setting -> setting.key().equals("type")));
            }
            assertThat(TrainingPlan.RECIPE.settings()).noneMatch(setting -> setting.key().equals("order"));
        }
    }

    @Nested
    class WhenWriting {

        @Test
        void givesBackWhatWasWrittenForAnyExperiment() throws Exception {
            RandomExperiments experiments = new RandomExperiments(12);
            Path file = folder.resolve("any.json");

            for (int i = 0; i < 300; i++) {
                Experiment experiment = experiments.next();
                ExperimentFile.write(file, experiment);

                assertThat(ExperimentFile.read(file)).as("experiment %d", i).isEqualTo(experiment);
            }
        }

        @Test
        void asManyOwnPointsAsThereMayBeComeBack() throws Exception {
            double[] values = new java.util.SplittableRandom(1).doubles(20_000, -1e6, 1e6).toArray();
            List<Double> points = new ArrayList<>();
            for (int i = 0; i < values.length; i += 2) {
                points.addAll(List.of(values[i], values[i + 1], (double) (i % 3)));
            }
            Experiment small = ExperimentFile.parse("small.json", GOOD);
            Spec make = Recipe.find(PointSets.ALL, "made data set", "points").with(Map.of("points", points));
            Experiment own = small.withData(DataPlan.made("own", make, List.of()));
            Path file = folder.resolve("own.json");

            ExperimentFile.write(file, own);

            assertThat(ExperimentFile.read(file)).isEqualTo(own);
        }

        @Test
        void listsEverySettingForPeopleToRead() throws FileException {
            String text = ExperimentFile.text(ExperimentFile.parse("small.json", GOOD));

            assertThat(text).isEqualTo("""
                    {
                      "tadpole": 1,
                      "name": "small",
                      "about": "",
                      "data": {"set": "mnist", "prepare": [], "augment": [], "perClass": 0, "validation": 0},
                      "layers": [
                        {"type": "flatten"},
                        {
                          "type": "linear",
                          "out": 10,
                          "bias": true,
                          "init": "uniformFanIn",
                          "deviation": 0.01,
                          "fan": "own",
                          "gain": 1
                        }
                      ],
                      "loss": {"type": "crossEntropy"},
                      "optimizer": {"type": "sgd", "rate": 0.1, "weightDecay": 0, "decayBiases": true},
                      "schedule": {"type": "constant"},
                      "training": {
                        "epochs": 3,
                        "steps": 0,
                        "batch": 64,
                        "patience": 0,
                        "watch": "loss",
                        "reduction": "mean",
                        "l1": 0,
                        "clipValue": 0,
                        "clipNorm": 0,
                        "zeroGradients": "all",
                        "order": {"type": "shuffled"}
                      },
                      "seed": 1
                    }
                    """);
        }

        @Test
        void leavesNothingBesideTheFile() throws Exception {
            ExperimentFile.write(folder.resolve("only.json"), ExperimentFile.parse("small.json", GOOD));

            try (var files = Files.list(folder)) {
                assertThat(files.map(each -> each.getFileName().toString())).containsExactly("only.json");
            }
        }

        @Test
        void saysWhereItCannotWrite() throws Exception {
            Experiment experiment = ExperimentFile.parse("small.json", GOOD);
            Path nowhere = folder.resolve("missing").resolve("some.json");

            assertThatThrownBy(() -> ExperimentFile.write(nowhere, experiment))
                    .isInstanceOf(FileException.class)
                    .hasMessage(nowhere + " cannot be written: there is no folder " + folder.resolve("missing") + ".");
        }
    }

    @Nested
    class RefusesInOneSentence {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "name": "small", | ``                    | line 1, column 1: The field "name" is missing.
                "set": "mnist" | ``                      | line 4, column 11, data: The field "set" is missing.
                "rate": 0.1    | "rate": -0.1            | line 10, column 40, optimizer.rate: Learning rate ("rate") must be between 1e-12 and 1000, but is -0.1: a step is p -= -0.1 · direction.
                "rate": 0.1    | "rate": 1e999           | line 10, column 40, optimizer.rate: Learning rate ("rate") must be between 1e-12 and 1000, but is infinity: a step is p -= infinity · direction.
                "rate": 0.1    | "rate": "fast"          | line 10, column 40, optimizer.rate: Learning rate ("rate") must be a number, but is "fast".
                "rate": 0.1    | "rate": null            | line 10, column 40, optimizer.rate: Learning rate ("rate") must be a number, but is null.
                "rate": 0.1    | "rate": {"a": 1}        | line 10, column 40, optimizer.rate: Learning rate ("rate") must be a number, but is {...}.
                "rate": 0.1    | "rate": [1, 2]          | line 10, column 40, optimizer.rate: Learning rate ("rate") must be a number, but is [1, 2].
                "rate": 0.1    | "decayBiases": 1        | line 10, column 47, optimizer.decayBiases: Decay biases too ("decayBiases") must be true or false, but is 1.
                "out": 10      | "out": 0                | line 7, column 31, layers[1].out: Outputs ("out") must be between 1 and 1000000, but is 0.
                "out": 10      | "out": 10.5             | line 7, column 31, layers[1].out: Outputs ("out") must be a whole number, but is 10.5.
                "out": 10      | "out": 10, "out": 20    | line 7, column 35, layers[1].out: The field "out" stands here for the second time.
                "out": 10      | "init": "zero"          | line 7, column 32, layers[1].init: Start weights ("init") must be one of uniformFanIn, he, heUniform, xavier, xavierNormal, normal, uniform, positive, identity, zeros, but is "zero".
                {"type": "flatten"} | "flatten"          | line 6, column 5, layers[0]: Here must stand a layer in braces, but it is "flatten".
                {"epochs": 3}  | {"epochs": 3, "order": "shuffled"} | line 11, column 38, training.order: Here must stand an order in braces, but it is "shuffled".
                {"set": "mnist"} | ["mnist"]             | line 4, column 11, data: Here must stand the data in braces, but it is [mnist].
                "type": "crossEntropy" | ``              | line 9, column 11, loss: The field "type" is missing.
                "type": "crossEntropy" | "type": 3       | line 9, column 20, loss.type: Here must stand a text in double quotes, but it is 3.
                "name": "small" | "name": " "            | line 3, column 11, name: "name" must not be empty.
                "name": "small" | "seed": 99999999999999999999 | line 3, column 11, seed: The number has too many digits; at most 9223372036854775807 is accepted.
                "tadpole": 1   | "tadpole": 2            | line 2, column 14, tadpole: This program knows version 1 of experiment files, but this one has version 2.
                "tadpole": 1   | "tadpole": "1"          | line 2, column 14, tadpole: Here must stand the number 1, the version of experiment files, but it is "1".
                "tadpole": 1,  | ``                      | line 1, column 1: The field "tadpole" is missing.
                "layers": [    | "layers": [,            | line 5, column 14: This is not JSON: found "," where it cannot stand. Look for a comma too many or missing, or a missing quote.
                "small"        | small                   | line 3, column 11: This is not JSON: found small; texts stand in double quotes, other words are true, false and null.
                "name": "small", | "name": "small", "start": [1], | line 3, column 29, start: Here must stand the start values, a list of numbers for each parameter in braces, but it is [1].
                "name": "small", | "name": "small", "start": {"linear1.bias": 1}, | line 3, column 46, start.linear1.bias: Here must stand a list in square brackets, but it is 1.
                "name": "small", | "name": "small", "start": {"linear1.bias": [1, "x"]}, | line 3, column 50, start.linear1.bias[1]: Here must stand a finite number of at most 3.4e38, but it is x.
                "name": "small", | "name": "small", "start": {"linear1.bias": [1e300]}, | line 3, column 47, start.linear1.bias[0]: Here must stand a finite number of at most 3.4e38, but it is 1.0E300.
                "set": "mnist" | "set": "mnist", "make": {"type": "spiral", "arms": 6} | line 4, column 63, data.make.arms: Arms ("arms") must be between 2 and 5, but is 6.
                "set": "mnist" | "set": "circles", "make": {"type": "spiral"} | line 4, column 19, data.set: The data are called "circles", but "make" makes "spiral". Let both say what you want; any other name will do, too.
                {"epochs": 3}  | {"epochs": 3            | line 13, column 1: This is not JSON: the text ends before everything is closed.
                {"epochs": 3}  | {"epochs": 3}} x {      | line 11, column 30: This is not JSON: found x; texts stand in double quotes, other words are true, false and null.
                """)
        void whatIsWrongInTheText(String right, String wrong, String problem) {
            assertThat(GOOD).contains(right);

            assertThatThrownBy(() -> ExperimentFile.parse("small.json", GOOD.replace(right, wrong)))
                    .isInstanceOf(FileException.class)
                    .hasMessage("small.json, " + problem);
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                "epochs": 3    | "epochs": 3, "epoch": 4 | line 11, column 29, training.epoch: There is no field "epoch" here; known are order, epochs,
                "name": "small", | "name": "small", "sead": 1, | line 3, column 20, sead: There is no field "sead" here; known are tadpole, name,
                "linear"       | "dense"                 | line 7, column 14, layers[1].type: There is no layer "dense"; known are linear, relu,
                "set": "mnist" | "set": "mnist", "make": {"type": "disk"} | line 4, column 45, data.make.type: There is no made data set "disk"; known are spiral, circles,
                """)
        void aNameThatIsNotKnownWithThoseThatAre(String right, String wrong, String problem) {
            assertThatThrownBy(() -> ExperimentFile.parse("small.json", GOOD.replace(right, wrong)))
                    .isInstanceOf(FileException.class)
                    .hasMessageStartingWith("small.json, " + problem);
        }

        @Test
        void moreStartValuesThanAreMeantForHands() {
            String many = "0, ".repeat(10_000) + "0";

            assertThatThrownBy(() -> ExperimentFile.parse("small.json", GOOD.replace(
                            "\"name\": \"small\",", "\"name\": \"small\", \"start\": {\"linear1.weight\": [%s]},".formatted(many))))
                    .hasMessage("small.json, line 3, column 48, start.linear1.weight: There may be at most 10000 start values in all, but here are more.");
        }

        @Test
        void aStartValueThatDoesNotFitTheNetworkWithItsPlace() throws Exception {
            Path file = Files.writeString(folder.resolve("small.json"), GOOD.replace(
                    "\"name\": \"small\",", "\"name\": \"small\", \"start\": {\"linear9.bias\": [1]},"));

            assertThat(ExperimentFile.misfit(file, new SettingException("No such parameter.").at("start.linear9.bias")))
                    .hasMessage("small.json, line 3, column 46, start.linear9.bias: No such parameter.");
        }

        @Test
        void aTextThatGoesOn() {
            assertThatThrownBy(() -> ExperimentFile.parse("small.json", GOOD + "{}"))
                    .hasMessage("small.json, line 13, column 1: The text should end here, but goes on.");
        }

        @Test
        void aTextThatIsNoObject() {
            assertThatThrownBy(() -> ExperimentFile.parse("small.json", "[1, 2]"))
                    .hasMessage("small.json, line 1, column 1: Here must stand an experiment in braces, but it is [1, 2].");
        }

        @Test
        void aTextNestedTooDeeply() {
            assertThatThrownBy(() -> ExperimentFile.parse("small.json", "[".repeat(100_000)))
                    .hasMessageMatching("small.json, line 1, column 22, .*: Nested deeper than 20 levels\\.");
        }

        @Test
        void aLongWordShortened() {
            assertThatThrownBy(() -> ExperimentFile.parse("small.json", GOOD.replace("0.1", '"' + "x".repeat(5000) + '"')))
                    .hasMessageContaining("must be a number, but is \"" + "x".repeat(60) + "...\".");
        }

        @Test
        void anEmptyFile() throws Exception {
            assertRefused(Files.writeString(folder.resolve("empty.json"), " \n"),
                    "empty.json is empty; JSON text is expected.");
        }

        @Test
        void aFileThatIsNotThere() {
            assertRefused(folder.resolve("none.json"), "There is no file " + folder.resolve("none.json") + ".");
        }

        @Test
        void aFolder() {
            assertRefused(folder, folder + " is a folder, not an experiment.");
        }

        /** Such as a pipe, which may never end. */
        @Test
        @EnabledOnOs({OS.LINUX, OS.MAC})
        void whatIsNoRegularFile() {
            Path device = Path.of("/dev/null");

            assertRefused(device, "/dev/null is no file that can be read from its start to its end, so it is not an experiment.");
        }

        @Test
        void anOrderThatIsNoObject() {
            String text = GOOD.replace("{\"epochs\": 3}", "{\"epochs\": 3, \"order\": 7}");

            assertThatThrownBy(() -> ExperimentFile.parse("small.json", text)).hasMessageContaining("Here must stand an order in braces, but it is 7.");
        }

        @Test
        void aPicture() throws Exception {
            Path picture = Files.write(folder.resolve("frog.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});

            assertRefused(picture, picture + " is not an experiment: it is no text in UTF-8.");
        }

        @Test
        void aHugeFileWithoutReadingAllOfIt() throws Exception {
            Path huge = folder.resolve("huge.json");
            try (var file = Files.newByteChannel(huge, java.nio.file.StandardOpenOption.CREATE_NEW,
                    java.nio.file.StandardOpenOption.WRITE, java.nio.file.StandardOpenOption.SPARSE)) {
                file.position(20L << 30);
                file.write(java.nio.ByteBuffer.wrap("}".getBytes(StandardCharsets.UTF_8)));
            }

            assertRefused(huge, huge + " is not an experiment: it has more than 1048576 bytes, which is more than any has.");
        }

        private void assertRefused(Path file, String message) {
            assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(FileException.class).hasMessage(message);
        }
    }
}
