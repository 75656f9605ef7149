package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.language.LanguageModel;
import tadpole.engine.language.LanguagePlan;
import tadpole.engine.language.Level;
import tadpole.engine.language.Vocabulary;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class LanguageFileTest {

    private static final Vocabulary LETTERS = new Vocabulary(Level.CHARACTER, List.of("a", "\n", "\"", "é", "🐸"));
    private static final Vocabulary WORDS = new Vocabulary(Level.WORD, List.of(Vocabulary.END, Vocabulary.UNKNOWN, "frog", "pond"));

    @TempDir
    Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("m.safetensors");
    }

    static LanguageModel model(Vocabulary vocabulary, Map<String, ?> settings) throws SettingException {
        Map<String, Object> given = new LinkedHashMap<>(settings);
        given.put("level", vocabulary.level().one());
        Settings plan = LanguagePlan.RECIPE.settings(given);
        return new LanguageModel("Pond songs", vocabulary, plan, LanguageModel.make("", vocabulary, plan).network(), 2.5);
    }

    private static LanguageModel small() throws Exception {
        return model(LETTERS, Map.of("hidden", 3, "layers", 2));
    }

    @Test
    void givesBackTiedWeightsAndALargeSeed() throws Exception {
        LanguageModel model = model(WORDS, Map.of("hidden", 6, "embedding", 6, "tied", true, "seed", 1L << 40));

        LanguageFile.save(file, model);

        assertThat(numbers(LanguageFile.open(file))).isEqualTo(numbers(model));
        assertThat(Safetensors.read(file).tensors()).containsKeys("embedding1.weight", "tiedLinear1.bias").doesNotContainKey("linear1.weight");
    }

    @ParameterizedTest
    @CsvSource({"lstm, 0", "lstm, 6", "gru, 0", "gru, 5", "rnn, 0", "rnn, 7"})
    void givesBackEveryBit(String cell, int embedding) throws Exception {
        LanguageModel model = model(LETTERS, Map.of("cell", cell, "embedding", embedding, "hidden", 7, "rate", 0.125));

        LanguageFile.save(file, model);
        LanguageModel back = LanguageFile.open(file);

        assertThat(back.title()).isEqualTo("Pond songs");
        assertThat(back.vocabulary()).isEqualTo(LETTERS);
        assertThat(back.plan()).isEqualTo(model.plan());
        assertThat(back.epochs()).isEqualTo(2.5);
        assertThat(numbers(back)).isEqualTo(numbers(model));
        assertThat(back.network().stages().stream().map(stage -> stage.spec().type()).toList())
                .isEqualTo(model.network().stages().stream().map(stage -> stage.spec().type()).toList());
    }

    @Test
    void roundsInHalfPrecisionOnly() throws Exception {
        LanguageModel model = model(WORDS, Map.of("hidden", 40, "layers", 1));
        Path half = folder.resolve("half.safetensors");

        LanguageFile.save(file, model);
        LanguageFile.saveHalf(half, model);

        assertThat(Files.size(half)).isLessThan(Files.size(file) * 6 / 10);
        assertThat(numbers(LanguageFile.open(half))).isEqualTo(
                numbers(model).stream().map(each -> Float.float16ToFloat(Float.floatToFloat16(each))).toList());
    }

    @Test
    void readsItsHeadAlone() throws Exception {
        LanguageFile.save(file, small());

        LanguageHead head = LanguageHead.read(file);

        assertThat(head.title()).isEqualTo("Pond songs");
        assertThat(head.vocabulary()).isEqualTo(LETTERS);
        assertThat(LanguageHead.isOne(file)).isTrue();
        assertThat(LanguageHead.isOne(folder)).isFalse();
    }

    @Test
    void writesWhatPythonReadsWithoutUs() throws Exception {
        LanguageFile.save(file, small());

        Map<String, String> metadata = Safetensors.read(file).metadata();

        assertThat(metadata).containsEntry("tadpole", "1").containsEntry("level", "character").containsEntry("epochs", "2.5")
                .containsEntry("vocabulary", "[\"a\", \"\\n\", \"\\\"\", \"é\", \"🐸\"]");
        assertThat(metadata.get("plan")).contains("\"cell\": \"lstm\"", "\"hidden\": 3", "\"rate\": 0.002", "\"tied\": false");
    }

    @Test
    void findsTheStagesBesideAModelInTheirOrder() throws Exception {
        for (double epochs : new double[] {10, 0.5, 2}) {
            LanguageFile.save(LanguageSnapshots.place(file, epochs), small());
        }
        LanguageFile.save(file, small());
        Files.writeString(folder.resolve("m.epoch-x.safetensors"), "");
        Files.writeString(folder.resolve("other.epoch-1.safetensors"), "");

        assertThat(LanguageSnapshots.of(file)).extracting(each -> each.getFileName().toString())
                .containsExactly("m.epoch-0.5.safetensors", "m.epoch-2.safetensors", "m.epoch-10.safetensors");
    }

    @Test
    void leavesTheFileThatStandsThereWhereAModelDiverged() throws Exception {
        LanguageFile.save(file, small());
        byte[] before = Files.readAllBytes(file);
        LanguageModel diverged = small();
        diverged.network().parameters().getFirst().value().data()[1] = Float.NaN;
        LanguageModel large = small();
        large.network().parameters().getLast().value().data()[1] = 1e5f;

        assertThatThrownBy(() -> LanguageFile.save(file, diverged)).isInstanceOf(FileException.class)
                .hasMessageContaining("\"lstm1.weight_ih_l0\" holds numbers that are not finite, because its training diverged.");
        assertThatThrownBy(() -> LanguageFile.saveHalf(file, large)).isInstanceOf(FileException.class)
                .hasMessageContaining("\"linear1.bias\" holds 100000.0, beyond its greatest number 65504.");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Nested
    class RefusesInOneSentence {

        @Test
        void weightsThatAreNoLanguageModel() throws Exception {
            new Safetensors(Map.of("tadpole", "1"), Map.of("t", Tensor.zeros(Shape.of(2)))).write(file);

            assertRefused("m.safetensors is no language model of Tadpole's: its metadata has no \"vocabulary\". Weights of PyTorch are imported with a vocabulary file.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                tadpole    | 2                        | m.safetensors has version 2 of language models; this program knows version 1.
                level      | letter                   | m.safetensors: its level is "letter"; known are character, word.
                level      | word                     | m.safetensors: its level is word, but its plan's is character. Save the model again.
                epochs     | many                     | m.safetensors: its epochs are "many", which is no number.
                epochs     | -1                       | m.safetensors: its epochs are -1; 0 or more are expected.
                epochs     | NaN                      | m.safetensors: its epochs are NaN; 0 or more are expected.
                vocabulary | ["a", "b", "c", "d"]     | m.safetensors: it holds "lstm1.weight_ih_l0" as 12×5, but a network of its plan and its 4 characters has it as 12×4. Save the model again.
                vocabulary | ["a", "b", "c", "b"]     | vocabulary in m.safetensors: The token "b" stands in the vocabulary twice.
                vocabulary | ["a", "bc"]              | vocabulary in m.safetensors: "bc" is more than one character, but the model reads characters.
                vocabulary | ["a", 3]                 | vocabulary in m.safetensors, line 1, column 7, [1]: A token is a text of 1 to 1000 letters in double quotes.
                vocabulary | []                       | vocabulary in m.safetensors: A vocabulary holds 1 to 1000000 tokens, but this one 0.
                vocabulary | {"a": 1}                 | vocabulary in m.safetensors, line 1, column 1: Here must stand the list of tokens in square brackets.
                vocabulary | a                        | vocabulary in m.safetensors, line 1, column 1: This is not JSON: found a; texts stand in double quotes, other words are true, false and null.
                plan       | {"hidden": 4}            | m.safetensors: it holds "lstm1.weight_ih_l0" as 12×5, but a network of its plan and its 5 characters has it as 16×5. Save the model again.
                plan       | {"hidden": 3, "layers": 3} | m.safetensors: it holds no "lstm3.weight_ih_l0", which a network of its plan and its 5 characters has as 12×3. Save the model again.
                plan       | {"hidden": 3, "layers": 1} | m.safetensors: it holds "lstm2.bias_hh_l0", which the network of its plan does not have. Save the model again.
                plan       | {"hidden": 3, "embedding": 4096} | m.safetensors: it holds "lstm1.weight_ih_l0" as 12×5, but a network of its plan and its 5 characters has it as 12×4096. Save the model again.
                plan       | {"hidden": 100000}       | plan in m.safetensors, line 1, column 12, hidden: Hidden units ("hidden") must be between 1 and 4096, but is 100000.
                plan       | {"hidden": 3, "tied": true} | m.safetensors: its plan gives no network: Tied weights need an embedding as wide as the hidden units,
                plan       | {"brain": 1}             | plan in m.safetensors, line 1, column 2, brain: There is no field "brain" here; known are level, leastCount,
                """)
        void metadataThatLies(String key, String value, String message) throws Exception {
            LanguageFile.save(file, small());
            rewrite(content -> {
                Map<String, String> metadata = new LinkedHashMap<>(content.metadata());
                metadata.put(key, value);
                return new Safetensors(metadata, content.tensors());
            });

            assertThatThrownBy(() -> LanguageFile.open(file)).isInstanceOf(FileException.class).hasMessageStartingWith(message);
        }

        @Test
        void aTensorThatIsMissingOrOfAnotherShapeOrNotFinite() throws Exception {
            LanguageFile.save(file, small());
            rewrite(content -> with(content, "linear1.bias", null));
            assertRefused("m.safetensors: it holds no \"linear1.bias\", which a network of its plan and its 5 characters has as 5. Save the model again.");

            LanguageFile.save(file, small());
            rewrite(content -> with(content, "linear1.bias", Tensor.zeros(Shape.of(4))));
            assertRefused("m.safetensors: it holds \"linear1.bias\" as 4, but a network of its plan and its 5 characters has it as 5. Save the model again.");

            LanguageFile.save(file, small());
            rewrite(content -> with(content, "linear1.bias", Tensor.of(Shape.of(5), 0, 0, Float.NaN, 0, 0)));
            assertRefused("m.safetensors: its \"linear1.bias\" holds numbers that are not finite, as of a training that diverged. Open an earlier snapshot.");
        }

        @Test
        void aHeaderThatIsLongerThanItsFile() throws IOException {
            Files.write(file, new byte[] {-1, -1, -1, 127, 0, 0, 0, 0, '{', '}'});

            assertRefused("m.safetensors is no safetensors file: it says that its header has 2147483647 bytes, but at most 2 can follow.");
        }

        @Test
        void aFileThatIsCut() throws Exception {
            LanguageFile.save(file, small());
            byte[] whole = Files.readAllBytes(file);
            for (int length = 0; length < whole.length; length += 97) {
                Files.write(file, Arrays.copyOf(whole, length));
                assertThatThrownBy(() -> LanguageFile.open(file)).isInstanceOf(FileException.class).hasMessageContaining("m.safetensors");
            }
        }

        private void rewrite(UnaryOperator<Safetensors> change) throws FileException {
            change.apply(Safetensors.read(file)).write(file);
        }

        private Safetensors with(Safetensors content, String name, Tensor tensor) {
            Map<String, Tensor> tensors = new LinkedHashMap<>(content.tensors());
            tensors.remove(name);
            if (tensor != null) {
                tensors.put(name, tensor);
            }
            return new Safetensors(content.metadata(), tensors);
        }

        private void assertRefused(String message) {
            assertThatThrownBy(() -> LanguageFile.open(file)).isInstanceOf(FileException.class).hasMessage(message);
        }
    }

    private static List<Float> numbers(LanguageModel model) {
        return model.network().state().stream().map(NamedTensor::tensor)
                .flatMap(tensor -> IntStream.range(0, tensor.size()).mapToObj(i -> tensor.data()[i])).toList();
    }
}
