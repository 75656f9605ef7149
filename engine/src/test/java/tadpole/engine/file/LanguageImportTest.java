package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.Level;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class LanguageImportTest {

    private static final Vocabulary LETTERS = new Vocabulary(Level.CHARACTER, List.of("a", "\n", "\"", "é", "🐸"));
    private static final Vocabulary WORDS = new Vocabulary(Level.WORD, List.of(Vocabulary.END, Vocabulary.UNKNOWN, "frog", "pond", "sings"));

    @TempDir
    Path folder;
    private Path words;

    @BeforeEach
    void writeVocabulary() throws IOException {
        words = Files.writeString(folder.resolve("vocab.txt"), String.join("\n", WORDS.tokens()) + "\n");
    }

    private static LanguageModel model(Vocabulary vocabulary, String cell, int layers, int embedding) throws Exception {
        return LanguageFileTest.model(vocabulary, Map.of("cell", cell, "layers", layers, "hidden", 4, "embedding", embedding));
    }

    /** A state dictionary with that model's weights, under the names of another module. */
    private Path dictionary(LanguageModel model, String encoder, String rnn, String decoder) {
        TorchWriter writer = new TorchWriter();
        LanguageExport.tensors(LanguageWeights.of(model)).forEach((name, tensor) -> writer.add(
                name.replace("encoder.", encoder).replace("rnn.", rnn).replace("decoder.", decoder), tensor));
        return writer.zip(folder.resolve("net.pt"));
    }

    private static void assertSame(LanguageModel given, LanguageModel wanted) {
        assertThat(given.vocabulary()).isEqualTo(wanted.vocabulary());
        Map<String, float[]> tensors = new LinkedHashMap<>();
        wanted.network().state().forEach(each -> tensors.put(each.name(), each.tensor().data()));
        assertThat(given.network().state()).extracting(NamedTensor::name).containsExactlyElementsOf(tensors.keySet());
        given.network().state().forEach(each -> assertThat(each.tensor().data()).as(each.name()).containsExactly(tensors.get(each.name())));
    }

    @Nested
    class ReadsAStateDictionary {

        @ParameterizedTest
        @CsvSource({"encoder., rnn., decoder.", "embedding., lstm., fc.", "module.embed., module.lstm., module.head.", "model.tok_emb., model.core., model.linear.",
                "wte., net.0., lm_head.", "a., b., c."})
        void ofAUsualModule(String encoder, String rnn, String decoder) throws Exception {
            LanguageModel model = model(WORDS, "lstm", 2, 3);

            assertSame(LanguageImport.open(dictionary(model, encoder, rnn, decoder), words), model);
        }

        @ParameterizedTest
        @CsvSource({"lstm, 0", "gru, 0", "rnn, 0", "lstm, 3", "gru, 3", "rnn, 3"})
        void ofEachCellWithOneHotRowsOrAnEmbedding(String cell, int embedding) throws Exception {
            LanguageModel model = model(WORDS, cell, 2, embedding);

            LanguageModel read = LanguageImport.open(dictionary(model, "encoder.", "rnn.", "decoder."), words);

            assertSame(read, model);
            assertThat(read.title()).isEqualTo("net");
            assertThat(read.plan().choice("cell")).isEqualTo(cell);
        }

        @Test
        void withALayerInEachModuleAndWeightDropout() throws Exception {
            LanguageModel model = model(WORDS, "lstm", 2, 4);
            TorchWriter writer = new TorchWriter();
            LanguageExport.tensors(LanguageWeights.of(model)).forEach((name, tensor) -> writer.add(name.replaceAll("rnn\\.(.*)_l([01])", "rnns.$2.module.$1_l0")
                    .replaceAll("(weight_hh_l0)", "$1_raw"), tensor));

            assertSame(LanguageImport.open(writer.zip(folder.resolve("awd.pt")), words), model);
        }

        @Test
        void withoutBiases() throws Exception {
            LanguageModel model = model(WORDS, "gru", 1, 3);
            TorchWriter writer = new TorchWriter();
            LanguageExport.tensors(LanguageWeights.of(model)).forEach((name, tensor) -> {
                if (!name.contains("bias")) {
                    writer.add(name, tensor);
                }
            });

            LanguageModel read = LanguageImport.open(writer.legacy(folder.resolve("bare.pth")), words);

            read.network().parameters().stream().filter(each -> each.name().contains("bias"))
                    .forEach(each -> assertThat(each.value().data()).containsOnly(0));
        }

        @Test
        void whoseEmbeddingIsItsOutputToo() throws Exception {
            LanguageModel model = LanguageFileTest.model(WORDS, Map.of("layers", 1, "hidden", 4, "embedding", 4, "tied", true));

            LanguageModel read = LanguageImport.open(dictionary(model, "encoder.", "rnn.", "decoder."), words);

            assertThat(read.plan().on("tied")).isTrue();
            assertSame(read, model);
        }
    }

    @Test
    void tellsTextModelsFromOtherWeightsAndKernelsFromTexts() throws Exception {
        LanguageModel model = model(WORDS, "gru", 1, 3);
        Path own = folder.resolve("own.safetensors");
        LanguageFile.save(own, model);
        Path other = folder.resolve("other.safetensors");
        new Safetensors(Map.of("tadpole", "1", "experiment", "{}"), Map.of("lstm1.weight_ih_l0", Tensor.zeros(Shape.of(2)))).write(other);

        assertThat(List.of(own, dictionary(model, "a.", "b.", "c."), other, words, folder)).extracting(LanguageImport::isOne).containsExactly(true, true, false, false, false);
        assertThat(KernelNumpy.looksLikeOne(Files.writeString(folder.resolve("k.txt"), "# shape 1 2\n\n0.5 -1e-3\n"))).isTrue();
        assertThat(KernelNumpy.looksLikeOne(words)).isFalse();
    }

    @Nested
    class ReadsAVocabulary {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                a.txt  | <eos>;frog;a pond              | WORD
                b.json | ["<eos>", "frog", "a pond"]    | WORD
                c.json | {"frog": 1, "<eos>": 0, "a pond": 2} | WORD
                d.json | ["<eos>", "x", "🐸"]           | CHARACTER
                e.txt  | x; ;é                          | CHARACTER
                """)
        void ofAnyForm(String name, String text, Level level) throws Exception {
            Path file = Files.writeString(folder.resolve(name), text.replace(';', '\n'));

            Vocabulary read = VocabularyFile.read(file);

            assertThat(read.level()).isEqualTo(level);
            assertThat(read.size()).isEqualTo(3);
            assertThat(level == Level.CHARACTER || read.tokens().equals(List.of("<eos>", "frog", "a pond"))).isTrue();
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                a.txt  | x;;y               | a.txt, line 2: Here must stand a token, but the line is empty. A vocabulary with line breaks in it is written as a JSON list.
                a.txt  | frog;pond;frog     | a.txt: The token "frog" stands in the vocabulary twice.
                a.txt  | ``                 | a.txt: A vocabulary holds 1 to 1000000 tokens, but this one 0.
                b.json | {"a": 0, "b": 0}   | b.json, line 1, column 15, b: Ids go from 0 to 1, each once, but here is 0.
                b.json | {"a": 0, "b": 7}   | b.json, line 1, column 15, b: Ids go from 0 to 1, each once, but here is 7.
                b.json | 3                  | b.json, line 1, column 1: Here must stand a list of tokens, or an object that gives each token its id.
                b.json | ["a", null]        | b.json, line 1, column 7, [1]: A token is a text of 1 to 1000 letters in double quotes.
                """)
        void orSaysWhatIsWrongWithIt(String name, String text, String message) throws Exception {
            Path file = Files.writeString(folder.resolve(name), text.replace(';', '\n'));

            assertThatThrownBy(() -> VocabularyFile.read(file)).isInstanceOf(FileException.class).hasMessage(message);
        }
    }

    @Nested
    class ExportsForPyTorch {

        @ParameterizedTest
        @CsvSource({"lstm, 0, false", "gru, 3, false", "rnn, 4, true", "lstm, 4, true"})
        void andReadsItAgainBitForBit(String cell, int embedding, boolean tied) throws Exception {
            LanguageModel model = LanguageFileTest.model(LETTERS, Map.of("cell", cell, "layers", 2, "hidden", 4, "embedding", embedding, "tied", tied,
                    "nonlinearity", "relu"));

            LanguageExport.write(folder.resolve("songs"), model);
            LanguageModel back = LanguageImport.open(folder.resolve("songs.safetensors"));

            assertSame(back, model);
            assertThat(back.plan().choice("nonlinearity")).isEqualTo("relu");
        }

        @Test
        void underTheNamesOfItsExample() throws Exception {
            LanguageExport.write(folder.resolve("songs.safetensors"), model(WORDS, "lstm", 2, 3));

            Map<String, Tensor> tensors = Safetensors.read(folder.resolve("songs.safetensors")).tensors();

            assertThat(tensors.keySet()).containsExactly("encoder.weight", "rnn.weight_ih_l0", "rnn.weight_hh_l0", "rnn.bias_ih_l0", "rnn.bias_hh_l0",
                    "rnn.weight_ih_l1", "rnn.weight_hh_l1", "rnn.bias_ih_l1", "rnn.bias_hh_l1", "decoder.weight", "decoder.bias");
            assertThat(tensors.get("rnn.weight_ih_l0").shape()).isEqualTo(Shape.of(16, 3));
        }

        @Test
        void withALoaderInPython() throws Exception {
            LanguageExport.write(folder.resolve("songs"), model(WORDS, "gru", 2, 3));
            LanguageExport.write(folder.resolve("letters"), LanguageFileTest.model(LETTERS, Map.of("cell", "rnn", "layers", 1, "hidden", 4)));

            assertThat(folder.resolve("songs.py")).content().contains("load_file(folder / \"songs.safetensors\")", "torch.nn.Embedding(len(tokens), 3)",
                    "torch.nn.GRU(3, 4, num_layers=2, batch_first=True)", "torch.nn.Linear(4, len(tokens))", "print(write([\"<eos>\"]))");
            assertThat(folder.resolve("letters.py")).content().contains("torch.nn.RNN(5, 4, num_layers=1, batch_first=True, nonlinearity=\"tanh\")",
                    "F.one_hot(x, len(tokens)).float()", "print(write([\"\\n\"]))").doesNotContain("Embedding");
        }

        @Test
        void butNotWhatPyTorchDoesNotHave() throws Exception {
            LanguageModel model = LanguageFileTest.model(LETTERS, Map.of("cell", "rnn", "hidden", 4, "nonlinearity", "sigmoid"));

            assertThatThrownBy(() -> LanguageExport.write(folder.resolve("songs"), model)).isInstanceOf(FileException.class)
                    .hasMessageEndingWith("songs.safetensors is not written: PyTorch's nn.RNN bends by tanh or ReLU, but this model's by the sigmoid.");
            assertThat(folder.resolve("songs.safetensors")).doesNotExist();
        }
    }

    @Nested
    class RefusesInOneSentence {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                decoder.weight       | -                     | -   | net.pt holds a recurrent network with 4 hidden units, but no output layer such as "decoder.weight" of vocabulary×4. Save the whole module's state_dict().
                encoder.weight       | -                     | -   | net.pt: its recurrent network takes 3 numbers a token, but there is neither an embedding such as "encoder.weight" of 5×3, nor are there as many tokens.
                rnn.weight_hh_l1     | -                     | -   | net.pt: "rnn.weight_hh_l1" is missing, though "rnn.weight_ih_l1" is there. Save or download the file again.
                rnn.weight_hh_l0     | rnn.weight_hh_l0      | 9,4 | net.pt: "rnn.weight_hh_l0" is 9×4; an nn.RNN has it hidden×hidden, an nn.GRU 3·hidden×hidden, an nn.LSTM 4·hidden×hidden.
                rnn.weight_hh_l0     | rnn.weight_hh_l0      | 8,4 | net.pt: "rnn.weight_hh_l0" is 8×4; an nn.RNN has it hidden×hidden, an nn.GRU 3·hidden×hidden, an nn.LSTM 4·hidden×hidden.
                rnn.weight_hh_l1     | rnn.weight_hh_l1      | 12,4 | net.pt: "rnn.weight_hh_l1" is of another kind or size than the layer before it; text models here have layers of one kind and size.
                rnn.weight_ih_l1     | rnn.weight_ih_l1      | 16,7 | net.pt: "rnn.weight_ih_l1" is 16×7, but the other tensors fit 16×4 only.
                rnn.bias_hh_l1       | rnn.bias_hh_l1        | 4   | net.pt: "rnn.bias_hh_l1" is 4, but the other tensors fit 16 only.
                decoder.bias         | decoder.bias          | 4   | net.pt: "decoder.bias" is 4, but the other tensors fit 5 only.
                encoder.weight       | encoder.weight        | 6,3 | net.pt: "encoder.weight" is 6×3, but the other tensors fit 5×3 only.
                rnn.bias_hh_l1       | rnn.weight_ih_l0_reverse | 16,3 | net.pt: "rnn.weight_ih_l0_reverse" belongs to a bidirectional network, which reads ahead and cannot write. Take one that reads forward only.
                rnn.bias_hh_l1       | rnn.weight_hr_l0      | 2,4 | net.pt: "rnn.weight_hr_l0" belongs to an LSTM with projections (proj_size), which is not read.
                rnn.bias_hh_l1       | out.weight            | 5,4 | net.pt: "decoder.weight" and "out.weight" could both be the output layer. Name them "encoder.weight" and "decoder.weight".
                """)
        void aStateDictionaryThatDoesNotFitTogether(String without, String with, String shape, String message) throws Exception {
            TorchWriter writer = new TorchWriter();
            LanguageExport.tensors(LanguageWeights.of(model(WORDS, "lstm", 2, 3))).forEach((name, tensor) -> {
                if (!name.equals(without)) {
                    writer.add(name, tensor);
                }
            });
            if (!with.equals("-")) {
                int[] sizes = Arrays.stream(shape.split(",")).mapToInt(Integer::parseInt).toArray();
                writer.add(with, Tensor.zeros(Shape.of(sizes)));
            }
            Path file = writer.zip(folder.resolve("net.pt"));

            assertThatThrownBy(() -> LanguageImport.open(file, words)).isInstanceOf(FileException.class).hasMessage(message);
        }

        @Test
        void weightsWithoutARecurrentNetworkAndOfDivergedOnes() throws Exception {
            Path none = new TorchWriter().add("fc.weight", Tensor.zeros(Shape.of(2, 3))).zip(folder.resolve("none.pt"));
            LanguageModel model = model(WORDS, "rnn", 1, 3);
            model.network().parameters().getLast().value().data()[2] = Float.POSITIVE_INFINITY;

            assertRefused(none, "none.pt holds 1 tensors, but none of a recurrent network, such as \"rnn.weight_ih_l0\" of PyTorch's nn.LSTM.");
            assertRefused(dictionary(model, "encoder.", "rnn.", "decoder."), "net.pt: \"decoder.bias\" holds numbers that are not finite, as of a training that diverged.");
        }

        @Test
        void aVocabularyOfAnotherSizeOrNone() throws Exception {
            Path file = dictionary(model(WORDS, "lstm", 1, 3), "encoder.", "rnn.", "decoder.");
            Files.writeString(words, "frog\npond\n");

            assertRefused(file, "net.pt scores 5 tokens, but its vocabulary holds 2. Give the vocabulary that it was trained with.");
            Files.delete(words);
            assertThatThrownBy(() -> LanguageImport.open(file)).isInstanceOf(FileException.class).hasMessage(
                    "net.pt says nothing of its vocabulary, and beside it lies none. Put net.vocabulary.txt there, one token a line, or net.vocabulary.json, a JSON list.");
        }

        private void assertRefused(Path file, String message) {
            assertThatThrownBy(() -> LanguageImport.open(file, words)).isInstanceOf(FileException.class).hasMessage(message);
        }
    }

    @Nested
    class ReadsANumPyArchive {

        @Test
        void ofOneLstmForRowVectors() throws Exception {
            Map<String, Tensor> tensors = archive();

            LanguageModel model = LanguageImport.open(npz(tensors), words);

            Map<String, float[]> read = new LinkedHashMap<>();
            model.network().state().forEach(each -> read.put(each.name(), each.tensor().data()));
            float[] inputs = tensors.get("input_weight").data();
            assertThat(read.get("embedding1.weight")).containsExactly(tensors.get("embedding").data());
            assertThat(read.get("lstm1.weight_ih_l0")).as("input gate, the third block, stands first; then forget, candidate, output").containsExactly(
                    inputs[4], inputs[12], inputs[20], inputs[5], inputs[13], inputs[21], inputs[0], inputs[8], inputs[16], inputs[1], inputs[9], inputs[17],
                    inputs[2], inputs[10], inputs[18], inputs[3], inputs[11], inputs[19], inputs[6], inputs[14], inputs[22], inputs[7], inputs[15], inputs[23]);
            assertThat(read.get("lstm1.bias_hh_l0")).containsOnly(0);
            assertThat(read.get("linear1.weight")[1]).isEqualTo(tensors.get("output_weight").data()[5]);
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3, 4, 5, 6})
        void refusesTensorsThatDoNotFit(int which) throws Exception {
            Map<String, Tensor> tensors = archive();
            String name = new ArrayList<>(tensors.keySet()).get(which - 1);
            tensors.put(name, Tensor.zeros(Shape.of(3, 3, 3)));

            assertThatThrownBy(() -> LanguageImport.open(npz(tensors), words)).isInstanceOf(FileException.class).hasMessageContaining("\"" + name + "\" is 3×3×3");
        }

        private Map<String, Tensor> archive() {
            Map<String, Tensor> tensors = new LinkedHashMap<>();
            tensors.put("embedding", counted(5, 3));
            tensors.put("input_weight", counted(3, 8));
            tensors.put("hidden_weight", counted(2, 8));
            tensors.put("gate_bias", counted(8));
            tensors.put("output_weight", counted(2, 5));
            tensors.put("output_bias", counted(5));
            return tensors;
        }

        private Tensor counted(int... sizes) {
            Tensor tensor = Tensor.zeros(Shape.of(sizes));
            for (int i = 0; i < tensor.size(); i++) {
                tensor.data()[i] = i + 1;
            }
            return tensor;
        }

        private Path npz(Map<String, Tensor> tensors) throws IOException {
            Path file = folder.resolve("net.npz");
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
                for (Map.Entry<String, Tensor> each : tensors.entrySet()) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    NpyFile.write(each.getValue(), bytes);
                    zip.putNextEntry(new ZipEntry(each.getKey() + ".npy"));
                    zip.write(bytes.toByteArray());
                }
            }
            return file;
        }
    }
}
