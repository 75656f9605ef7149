package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.dataset.Dataset;
import tadpole.engine.dataset.OpenDataset;
import tadpole.engine.dataset.Split;
import tadpole.engine.design.Goal;
import tadpole.engine.design.NetworkPreset;
import tadpole.engine.design.NetworkPresets;
import tadpole.engine.design.NetworkText;
import tadpole.engine.design.NetworkTextException;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.JobOutcome;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;
import tadpole.engine.training.Answers;

class WeightsImportTest {

    @TempDir
    private Path folder;

    private static Network network(Shape input, String text) throws NetworkTextException, SettingException {
        return Network.build(input, NetworkText.read(text, input), new Seed(1));
    }

    private static Network cnn() throws NetworkTextException, SettingException {
        return network(Shape.of(1, 8, 8), """
                Conv2d(1, 4, kernel_size=3)
                BatchNorm2d(4)
                ReLU()
                Flatten()
                Linear(144, 5)
                """);
    }

    private static Tensor random(Shape shape, long seed) {
        Tensor tensor = Tensor.zeros(shape);
        Random random = new Random(seed);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) random.nextGaussian();
        }
        return tensor;
    }

    /** Named and ordered as PyTorch's module of that kind, running statistics among the parameters. */
    private static Map<String, Tensor> pyTorchs() {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("features.0.weight", random(Shape.of(4, 1, 3, 3), 1));
        tensors.put("features.0.bias", random(Shape.of(4), 2));
        tensors.put("features.1.weight", random(Shape.of(4), 3));
        tensors.put("features.1.bias", random(Shape.of(4), 4));
        tensors.put("features.1.running_mean", random(Shape.of(4), 5));
        tensors.put("features.1.running_var", random(Shape.of(4), 6));
        tensors.put("features.1.num_batches_tracked", random(Shape.of(1), 7));
        tensors.put("classifier.weight", random(Shape.of(5, 144), 8));
        tensors.put("classifier.bias", random(Shape.of(5), 9));
        return tensors;
    }

    private Path torch(Map<String, Tensor> tensors) throws IOException {
        TorchWriter writer = new TorchWriter();
        tensors.forEach(writer::add);
        return writer.zip(folder.resolve("net.pt"));
    }

    private Path safe(Map<String, Tensor> tensors) throws FileException {
        Path file = folder.resolve("net.safetensors");
        new Safetensors(Map.of(), tensors).write(file);
        return file;
    }

    @Test
    void takesAPyTorchModuleByOrderAndShape() throws Exception {
        Map<String, Tensor> given = pyTorchs();
        WeightsMatch match = WeightsImport.read(torch(given), cnn());

        assertThat(match.isWhole()).isTrue();
        assertThat(match.unused()).isEmpty();
        assertThat(match.sentence()).isEqualTo("8 of 8 tensors came from net.pt.");
        assertThat(match.tensors().get("linear1.weight").data()).containsExactly(given.get("classifier.weight").data());
        assertThat(match.tensors().get("batchNorm2d1.bias").data()).containsExactly(given.get("features.1.bias").data());
        assertThat(match.tensors().get("batchNorm2d1.running_var").data()).containsExactly(given.get("features.1.running_var").data());
        assertThat(match.table()).contains("conv2d1.weight             4×1×3×3  features.0.weight");
    }

    @Test
    void saysWhatDoesNotFitAndKeepsItsStart() throws Exception {
        Map<String, Tensor> given = pyTorchs();
        given.put("classifier.weight", random(Shape.of(7, 144), 8));
        given.put("classifier.bias", random(Shape.of(7), 8));
        Network network = cnn();
        WeightsMatch match = WeightsImport.read(torch(given), network);

        assertThat(match.isWhole()).isFalse();
        assertThat(match.sentence()).isEqualTo("6 of 8 tensors came from net.pt. linear1.weight (5×144), linear1.bias (5) stay as drawn at the start: "
                + "nothing of that shape stands in that place. classifier.weight (7×144), classifier.bias (7) are left over.");
        assertThat(match.tensors().get("linear1.bias").data()).containsExactly(network.parameters().getLast().value().data());
    }

    @Test
    void aBiasThatFitsByChanceIsNotTaken() throws Exception {
        Map<String, Tensor> given = Map.of("w", random(Shape.of(4, 4), 1), "b", random(Shape.of(5), 1));
        Path file = safe(given);
        Network network = cnn();

        assertThatThrownBy(() -> WeightsImport.read(file, network)).hasMessageStartingWith("Nothing in net.safetensors fits this network");
    }

    @Test
    void findsItsPlaceAmongTensorsThatTheNetworkLacks() throws Exception {
        Map<String, Tensor> given = new LinkedHashMap<>();
        given.put("stem.weight", random(Shape.of(3), 1));
        given.putAll(pyTorchs());
        given.put("extra.weight", random(Shape.of(2, 2), 1));

        assertThat(WeightsImport.read(safe(given), cnn()).rows()).allMatch(row -> row.from().isPresent());
    }

    @Test
    void namesGoBeforeOrder() throws Exception {
        Network network = network(Shape.of(6), "Linear(6, 6, bias=False)\nLinear(6, 6, bias=False)");
        Map<String, Tensor> given = new LinkedHashMap<>();
        given.put("linear2.weight", random(Shape.of(6, 6), 2));
        given.put("linear1.weight", random(Shape.of(6, 6), 1));

        WeightsMatch match = WeightsImport.read(safe(given), network);
        assertThat(match.tensors().get("linear1.weight").data()).containsExactly(given.get("linear1.weight").data());
    }

    @Test
    void turnsRowsOfInputsWhereNoPictureIsBefore() throws Exception {
        Network network = network(Shape.of(3), "Linear(3, 2)");
        Map<String, Tensor> given = new LinkedHashMap<>();
        given.put("w", Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6));
        given.put("b", Tensor.of(Shape.of(2), 7, 8));

        WeightsMatch match = WeightsImport.read(safe(given), network);
        assertThat(match.rows().getFirst().turned()).isTrue();
        assertThat(match.tensors().get("linear1.weight").data()).containsExactly(1, 3, 5, 2, 4, 6);
    }

    @Test
    void refusesWhatFitsNowhere() throws Exception {
        Path file = safe(Map.of("a", random(Shape.of(9, 9), 1)));
        Network network = cnn();

        assertThatThrownBy(() -> WeightsImport.read(file, network)).isInstanceOf(FileException.class)
                .hasMessageStartingWith("Nothing in net.safetensors fits this network: it holds a 9×9, but the network wants conv2d1.weight 4×1×3×3,");
    }

    @Test
    void refusesNumbersThatAreNone() throws Exception {
        Map<String, Tensor> given = pyTorchs();
        given.get("classifier.weight").data()[5] = Float.NaN;
        Path file = torch(given);
        Network network = cnn();

        assertThatThrownBy(() -> WeightsImport.read(file, network)).hasMessageContaining("\"classifier.weight\" holds a number that is infinite or none");
    }

    /** Whatever is cut off or flipped in a file, it is refused in one sentence or read; nothing else is thrown. */
    @Test
    void survivesHostileFiles() throws Exception {
        byte[] whole = Files.readAllBytes(torch(pyTorchs()));
        byte[] safe = Files.readAllBytes(safe(pyTorchs()));
        Random random = new Random(3);
        Network network = cnn();
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            byte[] bytes = (i % 2 == 0 ? whole : safe).clone();
            if (i % 3 == 0) {
                bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length));
            } else {
                for (int flip = 0; flip < 1 + i % 5; flip++) {
                    bytes[random.nextInt(Math.min(bytes.length, 1500))] = (byte) random.nextInt(256);
                }
            }
            Path file = Files.write(folder.resolve("hostile.pt"), bytes);
            try {
                WeightsImport.read(file, network);
            } catch (FileException sentence) {
                assertThat(sentence.getMessage()).isNotBlank().doesNotContain("\n");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void savedWeightsComeBackToTheBit() throws Exception {
        NetworkPreset preset = NetworkPresets.ALL.get(6);
        Shape input = Shape.of(3, 16, 16);
        Network from = Network.build(input, preset.layers(input, Goal.classes(10)), new Seed(5));
        Map<String, Tensor> state = new LinkedHashMap<>();
        from.state().forEach(each -> state.put(each.name(), each.tensor()));
        WeightsMatch match = WeightsImport.read(safe(state), Network.build(input, preset.layers(input, Goal.classes(10)), new Seed(6)));

        for (NamedTensor each : from.state()) {
            assertThat(match.tensors().get(each.name()).data()).isEqualTo(each.tensor().data());
        }
    }

    /** A CNN that somebody trained with PyTorch, 1×28×28: its own architecture by name of its tensors, other names here. */
    @Test
    void aNetworkTrainedWithPyTorchReadsRealDigits() throws Exception {
        Path weights = SharedData.file("model-files/mnist_cnn.pt");
        String data = System.getenv("TADPOLE_DATA");
        assumeTrue(data != null && Files.isDirectory(Path.of(data, "mnist")), "TADPOLE_DATA is not set or has no mnist: skipped");
        Network network = network(Shape.of(1, 28, 28), MNIST_CNN);
        WeightsMatch match = WeightsImport.read(weights, network);
        assertThat(match.isWhole()).isTrue();
        network.state().forEach(each -> each.tensor().set(match.tensors().get(each.name())));
        network.parameters().forEach(tadpole.engine.tensor.Parameter::changed);
        double right = right(network, ((JobOutcome.Finished<Dataset>) new OpenDataset(Path.of(data, "mnist")).run(JobControl.UNWATCHED)).result());
        System.err.printf("%.2f %% of 2000 test digits right%n", 100 * right);
        assertThat(right).isGreaterThan(0.95);
    }

    private static final String MNIST_CNN = """
            Conv2d(1, 10, kernel_size=5)
            MaxPool2d(2)
            ReLU()
            Conv2d(10, 20, kernel_size=5)
            MaxPool2d(2)
            ReLU()
            Flatten()
            Linear(320, 50)
            ReLU()
            Linear(50, 10)
            """;

    private static double right(Network network, Dataset dataset) {
        Split test = dataset.test().orElseThrow();
        int right = 0;
        try (Device device = Device.cpu(1)) {
            for (int i = 0; i < 2000; i++) {
                Tensor x = Tensor.zeros(Shape.of(1, 1, 28, 28));
                test.read(i, x.data(), 0);
                for (int j = 0; j < x.size(); j++) {
                    x.data()[j] = (x.data()[j] / 255 - 0.1307f) / 0.3081f;
                }
                right += Answers.answer(network.forward(x, Pass.evaluation(device)), 0) == test.label(i) ? 1 : 0;
            }
        }
        return right / 2000.0;
    }
}
