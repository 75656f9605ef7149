package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class FeatureFileTest {

    @TempDir
    Path folder;

    @Test
    void readsTheDistilledNetworkOfTheOldForm() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/vgg19-distilled-16x/5SE.pth"));
        assertThat(read.name()).isEqualTo("VGG-19, quarter width, to relu5_1");
        assertThat(read.layers()).hasSize(13).endsWith("relu5_1");
        assertThat(read.channels("relu5_1")).isEqualTo(128);
    }

    @Test
    void readsTheNormalizedNetwork() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/vgg19-normalised/vgg_normalised_conv3_1.pth"));
        assertThat(read.name()).isEqualTo("VGG-19 normalized, to relu3_1");
        assertThat(read.layers()).containsExactly("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1");
    }

    @Test
    void readsSqueezeNetOfKeras() throws Exception {
        FeatureNetwork read = FeatureFile.read(SharedData.file("weights/squeezenet_v1.1_notop.h5"));
        assertThat(read.name()).isEqualTo("SqueezeNet 1.1");
        assertThat(read.layers()).startsWith("relu1", "fire2").endsWith("fire9");
        assertThat(read.channels("fire9")).isEqualTo(512);
    }

    @Test
    void saysWhatAnotherNetworkHolds() {
        Path digits = SharedData.file("model-files/mnist_cnn.pt");
        assertThatThrownBy(() -> FeatureFile.read(digits)).isInstanceOf(FileException.class)
                .hasMessageContaining("mnist_cnn.pt holds 8 tensors, \"conv1.weight\" first, but none of the networks");
    }

    /** A VGG whose blocks have 2, 2 and 1 convolutions, 4 maps wide, as torchvision calls its layers. */
    private static TorchWriter small() {
        TorchWriter writer = new TorchWriter();
        int[] numbers = {0, 2, 5, 7, 10};
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < numbers.length; i++) {
            Tensor weight = Tensor.zeros(Shape.of(4, i == 0 ? 3 : 4, 3, 3));
            for (int j = 0; j < weight.size(); j++) {
                weight.data()[j] = random.nextFloat() - 0.5f;
            }
            writer.add("features.%d.weight".formatted(numbers[i]), weight).add("features.%d.bias".formatted(numbers[i]), Tensor.zeros(Shape.of(4)));
        }
        return writer;
    }

    @Test
    void findsLayersUnderOtherNamesToo() throws Exception {
        TorchWriter writer = small();
        Map<String, TorchWriter.Entry> renamed = new LinkedHashMap<>();
        writer.entries.forEach((name, entry) -> renamed.put("module." + name, entry));
        writer.entries.clear();
        writer.entries.putAll(renamed);
        writer.wrappers = List.of("state_dict");
        FeatureNetwork read = FeatureFile.read(writer.zip(folder.resolve("parallel.pth")));
        assertThat(read.layers()).containsExactly("relu1_1", "relu1_2", "relu2_1", "relu2_2", "relu3_1");
        assertThat(FeatureHash.of(read)).isEqualTo(FeatureHash.of(FeatureFile.read(small().legacy(folder.resolve("plain.pth")))));
    }

    @Test
    void turnsKerasOrderAroundAndSwapsItsColors() throws Exception {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        Tensor kernel = Tensor.zeros(Shape.of(3, 3, 3, 2));
        for (int i = 0; i < kernel.size(); i++) {
            kernel.data()[i] = i;
        }
        tensors.put("block1_conv1/kernel:0", kernel);
        tensors.put("block1_conv1/bias:0", Tensor.of(Shape.of(2), 5, 6));
        Path file = folder.resolve("keras.safetensors");
        new Safetensors(Map.of(), tensors).write(file);
        FeatureForm.Vgg form = (FeatureForm.Vgg) FeatureFile.foreign(file).orElseThrow();
        Tensor weight = form.blocks().getFirst().getFirst().weight();
        assertThat(weight.shape()).isEqualTo(Shape.of(2, 3, 3, 3));
        // Row 2, column 1, input 0, output 1 of [3,3,3,2].
        assertThat(weight.data()[(1 * 3 + 0) * 9 + 2 * 3 + 1]).isEqualTo(((2 * 3 + 1) * 3 + 0) * 2 + 1);
        assertThat(form.input().weight().data()).containsExactly(0, 0, 1, 0, 1, 0, 1, 0, 0);
        assertThat(form.input().bias().data()).containsExactly(-103.939f, -116.779f, -123.68f);
    }

    @Test
    void namesTheLayerThatIsWrong() {
        refused("layer features.4 or features.5 is missing, though features.7 is there", writer -> {
            writer.entries.remove("features.5.weight");
            writer.entries.remove("features.5.bias");
        });
        refused("layer features.7 has no bias, but must have one of 4 numbers", writer -> writer.entries.remove("features.7.bias"));
        refused("layer features.7 has no weight", writer -> writer.entries.remove("features.7.weight"));
        refused("the weight of layer features.7 is 4×4×5×5, but must be (1 to 4096)×4×3×3", writer -> writer.add("features.7.weight", Tensor.zeros(Shape.of(4, 4, 5, 5))));
        refused("the weight of layer features.10 is 4×3×3×3", writer -> writer.add("features.10.weight", Tensor.zeros(Shape.of(4, 3, 3, 3))));
        refused("the bias of layer features.10 is 5, but its weight gives 4 maps", writer -> writer.add("features.10.bias", Tensor.zeros(Shape.of(5))));
        refused("layer features.2 has a weight that is NaN or infinite", writer -> writer.add("features.2.bias", Tensor.of(Shape.of(4), 0, Float.NaN, 0, 0)));
        refused("layer features.2 has a weight that is NaN or infinite", writer -> writer.add("features.2.bias", Tensor.of(Shape.of(4), 0, Float.POSITIVE_INFINITY, 0, 0)));
        refused("layer features.2 is batch normalization", writer -> writer.add("features.2.weight", Tensor.zeros(Shape.of(4))));
    }

    private void refused(String sentence, Consumer<TorchWriter> change) {
        TorchWriter writer = small();
        change.accept(writer);
        Path file = writer.zip(folder.resolve("wrong.pth"));
        assertThatThrownBy(() -> FeatureFile.read(file)).isInstanceOf(FileException.class).hasMessageStartingWith("wrong.pth: ").hasMessageContaining(sentence);
    }

    @Test
    void refusesFilesOfOtherKinds() throws Exception {
        assertThatThrownBy(() -> FeatureFile.read(folder)).hasMessageContaining("is a folder, not a file of weights.");
        assertThatThrownBy(() -> FeatureFile.read(folder.resolve("none.pth"))).hasMessageContaining("There is no file");
        Path empty = Files.createFile(folder.resolve("empty.pth"));
        assertThatThrownBy(() -> FeatureFile.read(empty)).hasMessage("empty.pth is empty. Copy or download the file again.");
        Path text = Files.writeString(folder.resolve("text.pth"), "this is a text and no weights at all");
        assertThatThrownBy(() -> FeatureFile.read(text)).hasMessageContaining("neither PyTorch's (.pth, .pt) nor Keras' (.h5) nor safetensors");
        byte[] hdf = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0, 0, 8, 8, 0, 1, 2, 3};
        Path cut = Files.write(folder.resolve("cut.h5"), hdf);
        assertThatThrownBy(() -> FeatureFile.read(cut)).hasMessage("cut.h5 is no whole HDF5 file. Copy or download the file again.");
    }

    @Test
    void staysWithOneSentenceWhateverByteOfAnHdf5FileIsWrong() throws Exception {
        byte[] bytes = Files.readAllBytes(SharedData.file("weights/squeezenet_v1.1_notop.h5"));
        SplittableRandom random = new SplittableRandom(8);
        Path wrong = folder.resolve("wrong.h5");
        for (int round = 0; round < 40; round++) {
            byte[] changed = round % 2 == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
            for (int i = 0; i < 60 && changed.length > 20_000; i++) {
                changed[random.nextInt(20_000)] ^= (byte) (1 + random.nextInt(255));
            }
            Files.write(wrong, changed);
            try {
                FeatureFile.read(wrong);
            } catch (FileException said) {
                assertThat(said.getMessage()).contains("wrong.h5").doesNotContain("\n");
            }
        }
    }

    @Test
    void readsFromTheCacheWhatItReadOnce() throws Exception {
        Path weights = small().zip(folder.resolve("small.pth"));
        FeatureCache cache = new FeatureCache(folder.resolve("cache").resolve("features"));
        String hash = FeatureHash.of(cache.read(weights));
        Path kept;
        try (Stream<Path> files = Files.list(cache.folder())) {
            kept = files.toList().getFirst();
        }
        FileTime written = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(kept, written);

        Path moved = Files.move(weights, folder.resolve("other-name.bin"));
        FeatureNetwork again = cache.read(moved);
        assertThat(FeatureHash.of(again)).isEqualTo(hash);
        assertThat(again.name()).isEqualTo("VGG, 4 maps first, to relu3_1");
        assertThat(Files.getLastModifiedTime(kept)).isEqualTo(written);
        assertThat(FeatureHash.of(FeatureFile.read(kept))).isEqualTo(hash);

        byte[] damaged = Files.readAllBytes(kept);
        damaged[damaged.length - 3] ^= 1;
        Files.write(kept, damaged);
        assertThatThrownBy(() -> FeatureFile.read(kept)).hasMessageContaining("is damaged: its numbers are not those that were written");
        assertThat(FeatureHash.of(cache.read(moved))).isEqualTo(hash);
        assertThat(FeatureHash.of(FeatureFile.read(kept))).isEqualTo(hash);
    }

    @Test
    void readsWithoutACacheWhereNoneCanBeWritten() throws Exception {
        Path weights = small().zip(folder.resolve("small.pth"));
        FeatureCache cache = new FeatureCache(weights.resolve("no-folder"));
        assertThat(FeatureHash.of(cache.read(weights))).isEqualTo(FeatureHash.of(FeatureFile.read(weights)));
    }
}
