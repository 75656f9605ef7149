package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.Images;
import tadpole.engine.file.ExperimentFile;
import tadpole.engine.file.FileException;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;

/** One sentence for each: where, what was found, the formula with its numbers, what is accepted. */
class BadSettingsTest {

    private static final String FLATTEN_LINEAR = "{\"type\": \"flatten\"},\n{\"type\": \"linear\", \"out\": 3}";

    @TempDir
    private Path folder;

    /** What is refused when the file is read, told with the place of the setting itself. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            optimizer | {"type": "sgd", "rate": 0}                     | line 8, column 39, optimizer.rate: Learning rate ("rate") must be between 1e-12 and 1000, but is 0: a step is p -= 0 · direction.
            optimizer | {"type": "lbfgs", "rate": NaN}                 | line 8, column 44: This is not JSON: found NaN, which is no number. Write one such as 0.01 or 1e-4.
            optimizer | {"type": "momentum", "momentum": 1}            | line 8, column 48, optimizer.momentum: Momentum ("momentum") must be between 0 and 0.9999, but is 1: velocity = 1 · velocity + gradient.
            optimizer | {"type": "sgd", "momentum": 0.9}               | line 8, column 31, optimizer.momentum: There is no field "momentum" here; known are type, rate, weightDecay, decayBiases.
            layers    | {"type": "dropout", "p": 1}                    | line 5, column 26, layers[0].p: Drop probability ("p") must be between 0 and 0.99, but is 1: what is kept is scaled by 1 / (1 - 1).
            training  | "l1": NaN                                      | line 10, column 24: This is not JSON: found NaN, which is no number. Write one such as 0.01 or 1e-4.
            training  | "clipNorm": -1                                 | line 10, column 27, training.clipNorm: Clip gradient length ("clipNorm") must be between 0 and 1000000, but is -1.
            training  | "batch": 0                                     | line 10, column 24, training.batch: Batch size ("batch") must be between 1 and 100000, but is 0.
            schedule  | {"type": "step", "gamma": 0}                   | line 9, column 40, schedule.gamma: Factor ("gamma") must be between 1e-6 and 1, but is 0.
            prepare   | {"type": "divide", "by": 0}                    | line 3, column 41, data.prepare[0].by: Divide by ("by") must be between 1e-6 and 1000000, but is 0: x / 0.
            augment   | {"type": "rotate", "degrees": 200}             | line 4, column 46, data.augment[0].degrees: Rotation ("degrees") must be between 0 and 180, but is 200.
            """)
    void aSettingByItself(String part, String bad, String sentence) throws IOException {
        Path file = write(part, bad);

        assertThatThrownBy(() -> ExperimentFile.read(file)).isInstanceOf(FileException.class).hasMessage("bad.json, " + sentence);
    }

    /** What only shows with the data: told with the place of the part that does not fit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            layers    | {"type": "conv2d", "kernel": 7}                | layers[0]: Layer 1, conv2d1: a 7×7 kernel does not fit a 5×5 input with padding 0: floor((5+2·0-7)/1)+1 = -1. Take a kernel of at most 5.
            layers    | {"type": "conv2d", "kernel": 3, "dilation": 3} | layers[0]: Layer 1, conv2d1: a 3×3 kernel with dilation 3 does not fit a 5×5 input with padding 0: floor((5+2·0-3·(3-1)-1)/1)+1 = -1. Take a kernel of at most 2.
            layers    | {"type": "conv2d", "groups": 2}                | layers[0]: Layer 1, conv2d1: 2 groups must divide the channels, but 1 come in and 16 go out: 1 mod 2 = 1. Take 1 group.
            layers    | {"type": "conv2d", "padding": 5, "paddingMode": "reflect"} | layers[0]: Layer 1, conv2d1: padding with the mirrored picture must be less than its height and width, but is 5 for a 5×5 input: 5 ≥ 5. Take a padding of at most 4, or zeros.
            layers    | {"type": "maxPool2d", "kernel": 6}             | layers[0]: Layer 1, maxPool2d1: a 6×6 window does not fit a 5×5 input with padding 0: floor((5+2·0-6)/2)+1 = 0. Take a window of at most 5.
            layers    | {"type": "avgPool2d", "kernel": 3, "padding": 2} | layers[0]: Layer 1, avgPool2d1: padding may be at most half the window, but 2 · 2 > 3. Take a padding of at most 1.
            layers    | {"type": "flatten"}, {"type": "conv2d"}        | layers[1]: Layer 2, conv2d1: takes pictures as channels×height×width, but is given 25. Put it before the flatten layer.
            layers    | {"type": "linear"}                             | layers[0]: Layer 1, linear1: takes a row of numbers, but is given 1×5×5. Put a flatten layer before it.
            layers    | {"type": "layerNorm", "dimensions": 5}         | layers[0]: Layer 1, layerNorm1: normalizes over the last 5 dimensions, but is given 1×5×5, which has 3.
            layers    | {"type": "flatten"}, {"type": "linear", "out": 1000000}, {"type": "linear", "out": 1000000} | layers[2]: Layer 3, linear2: A tensor holds at most 2147483647 numbers, but 1000000 · 1000000 are more. Take smaller sizes.
            layers    | {"type": "flatten"}, {"type": "batchNorm2d"}   | training.batch: batchNorm2d1 measures each channel's variance over the batch, but 9 images in batches of 4 leave a last batch of 1, one number a channel: sum / (n - 1) = sum / 0. Take a batch of 5.
            loss      | {"type": "negativeLogLikelihood"}              | loss: Negative log-likelihood needs a network that ends with "logSoftmax", but this one ends with "linear". Add a "logSoftmax" layer at its end.
            schedule  | {"type": "oneCycle", "threePhase": true, "pctStart": 0.6} | schedule: Rise and fall of three phases take 2 · pctStart of the run, at most 1, but 2 · 0.6 = 1.2. Take a pctStart of at most 0.5.
            schedule  | {"type": "oneCycle", "baseMomentum": 0.95, "maxMomentum": 0.85} | schedule: Momentum falls from the greatest to the least while the rate rises: baseMomentum ≤ maxMomentum, but 0.95 > 0.85. Swap the two.
            augment   | {"type": "noise"}, {"type": "crop", "padding": 5} | data.augment[1]: Crop padding ("padding") must be less than the pictures' height and width, but is 5 for 5×5 pictures: 5 ≥ 5. Take 4 or less.
            augment   | {"type": "cutout", "size": 6}                  | data.augment[0]: Cutout size ("size") must be less than the pictures' height and width, but is 6 for 5×5 pictures: 6 ≥ 5. Take 4 or less.
            augment   | {"type": "shift", "pixels": 5}                 | data.augment[0]: Shift ("pixels") must be less than the pictures' height and width, but is 5 for 5×5 pictures: 5 ≥ 5. Take 4 or less.
            prepare   | {"type": "normalize", "mean": [1, 2]}          | data.prepare[0]: "mean" of "normalize" needs 1 number or one for each of the 1 channels, but has 2.
            """)
    void aPartThatDoesNotFit(String part, String bad, String sentence) throws IOException, FileException {
        Path file = write(part, part.equals("layers") ? bad + ",\n" + (bad.contains("flatten") ? "{\"type\": \"linear\", \"out\": 3}" : FLATTEN_LINEAR) : bad);
        Experiment experiment = ExperimentFile.read(file);

        assertThatThrownBy(() -> train(experiment, pictures(9))).isInstanceOfSatisfying(SettingException.class, misfit ->
                assertThat(ExperimentFile.misfit(file, misfit)).message().matches("bad\\.json, line \\d+, column \\d+, \\Q" + sentence + "\\E"));
    }

    /** One number a channel has no variance: refused at the start, and not in the last batch of the first epoch. */
    @ParameterizedTest
    @CsvSource({"64, 65, false", "64, 64, true", "64, 66, true", "1, 9, false", "65, 65, true", "100, 1, false", "4, 1, false"})
    void batchNormalizationWantsTwoInEveryBatch(int batch, int images, boolean fits) throws Exception {
        Path file = write("layers", "{\"type\": \"flatten\"}, {\"type\": \"batchNorm2d\"}, {\"type\": \"linear\", \"out\": 3}",
                "\"batch\": %d".formatted(batch));
        Experiment experiment = ExperimentFile.read(file);

        if (fits) {
            assertThat(Requirements.of(experiment, pictures(images)).stages()).hasSize(3);
        } else {
            assertThatThrownBy(() -> Requirements.of(experiment, pictures(images))).hasMessageContaining("sum / (n - 1) = sum / 0");
        }
    }

    @Test
    void batchNormalizationNeverMeetsALastBatchThatTheStepsCutOff() throws Exception {
        Path file = write("layers", "{\"type\": \"flatten\"}, {\"type\": \"batchNorm2d\"}, {\"type\": \"linear\", \"out\": 3}",
                "\"batch\": 4, \"steps\": 2");

        assertThat(Requirements.of(ExperimentFile.read(file), pictures(9)).leastBatch()).isEqualTo(2);
    }

    @Test
    void augmentationOfRowsNamesTheSamplesShape() throws Exception {
        Experiment experiment = ExperimentFile.read(write("augment", "{\"type\": \"rotate\"}"));
        Dataset rows = TinyData.clouds(9, 0, 3);
        Experiment flat = new Experiment("x", "", experiment.data(), List.of(TinyExperiment.linear(3)), experiment.loss(),
                experiment.optimizer(), experiment.schedule(), experiment.training(), 1);

        assertThatThrownBy(() -> Requirements.of(flat, rows))
                .hasMessage("Rotate needs pictures (channels×height×width), but the samples are 6. Take it out of \"augment\".");
    }

    /** Allowed, and said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            schedule  | {"type": "oneCycle"}                           | SGD has no momentum: 1cycle moves the learning rate only.
            schedule  | {"type": "linearWarmUp", "warmUp": 20}         | The warm-up takes 20 epochs, but the run has 10: it ends at 0.667 of the rate.
            schedule  | {"type": "step", "stepSize": 20}               | The rate first falls after 20 epochs, but the run has 10: it never falls.
            schedule  | {"type": "cosineRestarts", "t0": 20}           | The first fall takes 20 epochs, but the run has 10: it ends on the way down.
            schedule  | {"type": "triangular", "stepSizeUp": 8, "cycleMomentum": false} | A cycle takes 16 epochs, but the run has 10: it ends within the first.
            schedule  | {"type": "cosine", "etaMin": 1}                | The schedule falls to etaMin, but 1 > 0.01, the learning rate: it rises.
            schedule  | {"type": "constant"}                           | ``
            optimizer | {"type": "conjugateGradient"}                  | Conjugate gradient wants the whole set as one batch, but 4 of 9 images are one: each batch is another function. Take a batch of 9.
            loss      | {"type": "crossEntropy"}                       | ``
            layers    | {"type": "flatten"}, {"type": "linear", "out": 3}, {"type": "softmax"} | The loss takes a softmax by itself, and the network ends with one: it is taken twice. Leave the layer out.
            """)
    void whatIsAllowedButHardlyMeantIsSaid(String part, String odd, String remark) throws Exception {
        Experiment experiment = ExperimentFile.read(write(part, odd));

        assertThat(Remarks.of(experiment, pictures(9))).isEqualTo(remark.isEmpty() ? List.of() : List.of(remark));
        assertThat(Requirements.of(experiment, pictures(9)).stages()).isNotEmpty();
    }

    /** Within a step an optimizer that asks its batch again meets the same draws, so a line search sees one function. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type": "lbfgs", "lineSearch": "strongWolfe"}
            {"type": "conjugateGradient"}
            """)
    void dropoutAndAugmentationAreDrawnOnceAStep(String optimizer) throws Exception {
        Experiment plain = ExperimentFile.read(write("optimizer", optimizer));
        Experiment drawn = ExperimentFile.read(write("layers", "{\"type\": \"dropout\"},\n" + FLATTEN_LINEAR, "\"epochs\": 3, \"batch\": 9"));
        Experiment both = new Experiment("x", "", drawn.data(), drawn.layers(), drawn.loss(), plain.optimizer(), drawn.schedule(), drawn.training(), 1);

        try (Device device = Device.plain()) {
            assertThat(new Trainer(both, pictures(9), device, _ -> {}).run(JobControl.UNWATCHED))
                    .isInstanceOf(JobOutcome.Finished.class);
        }
    }

    private static void train(Experiment experiment, Dataset dataset) throws SettingException {
        try (Device device = Device.plain()) {
            new Trainer(experiment, dataset, device, _ -> {});
        }
    }

    private Path write(String part, String content) throws IOException {
        return write(part, content, "\"epochs\": 10, \"batch\": 4");
    }

    private Path write(String part, String content, String training) throws IOException {
        Map<String, String> given = Map.of(part, content);
        return Files.writeString(folder.resolve("bad.json"), """
                {"tadpole": 1, "name": "bad",
                 "data": {"set": "mnist",
                   "prepare": [%s],
                   "augment": [%s]}, "layers": [
                %s],
                 "loss": %s,
                 "optimizer": %s,
                 "schedule": %s,
                 "training": {%s}}
                """.formatted(
                given.getOrDefault("prepare", "{\"type\": \"divide\"}"), given.getOrDefault("augment", ""),
                given.getOrDefault("layers", FLATTEN_LINEAR), given.getOrDefault("loss", "{\"type\": \"crossEntropy\"}"),
                given.getOrDefault("optimizer", "{\"type\": \"sgd\"}"), given.getOrDefault("schedule", "{\"type\": \"constant\"}"),
                given.getOrDefault("training", training)));
    }

    private static Dataset pictures(int count) {
        byte[] pixels = new byte[count * 25];
        new Random(1).nextBytes(pixels);
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) (i % 3);
        }
        Images images = new Images(Shape.of(1, 5, 5), pixels, labels);
        return new Dataset("mnist", "MNIST", List.of("a", "b", "c"), images, Optional.of(images));
    }
}
