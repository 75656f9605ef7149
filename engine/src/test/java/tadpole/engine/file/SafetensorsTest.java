package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class SafetensorsTest {

    @TempDir
    Path folder;

    @Test
    void givesBackEveryBitOfWhatWasWritten() throws FileException {
        SplittableRandom random = new SplittableRandom(3);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("single", Tensor.of(Shape.of(), 3.25f));
        tensors.put("none", Tensor.zeros(Shape.of(4, 0)));
        tensors.put("special", Tensor.of(Shape.of(5), Float.NaN, Float.POSITIVE_INFINITY, -0f, Float.MIN_VALUE, Float.MAX_VALUE));
        for (int size : new int[] {1, 16383, 16384, 16385, 50000}) {
            Tensor tensor = Tensor.zeros(Shape.of(size));
            for (int i = 0; i < size; i++) {
                tensor.data()[i] = random.nextFloat();
            }
            tensors.put("size " + size + " \"é\"", tensor);
        }
        Path file = folder.resolve("all.safetensors");

        new Safetensors(Map.of("about", "a frog"), tensors).write(file);
        Safetensors back = Safetensors.read(file);

        assertThat(back.metadata()).isEqualTo(Map.of("about", "a frog"));
        assertThat(back.tensors().keySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            assertThat(back.tensors().get(name).shape()).isEqualTo(tensor.shape());
            assertThat(back.tensors().get(name).data()).containsExactly(tensor.data());
        });
    }

    @Test
    void writesOnlyTheFrontOfALongerBuffer() throws FileException {
        Path file = folder.resolve("front.safetensors");

        new Safetensors(Map.of(), Map.of("t", Tensor.of(Shape.of(2), 1, 2, 3, 4))).write(file);

        assertThat(Safetensors.read(file).tensors().get("t").data()).containsExactly(1, 2);
    }

    @Test
    void liesOnTheDiskByteForByteAsTheFormatSays() throws Exception {
        Path file = folder.resolve("bytes.safetensors");

        new Safetensors(Map.of("k", "v"), Map.of("t", Tensor.of(Shape.of(1, 2), 1f, -2f))).write(file);

        String header = "{\"__metadata__\": {\"k\": \"v\"}, \"t\": {\"dtype\": \"F32\", \"shape\": [1, 2], \"data_offsets\": [0, 8]}}";
        String padded = header + " ".repeat(Math.ceilDiv(header.length(), 8) * 8 - header.length());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes(padded.length(), padded, 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0));
    }

    @Nested
    class RefusesInOneSentence {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                {"t":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}}    | , line 1, column 15, t.dtype: Tensors of the types F32, F64, F16, BF16, I64, I32, I16, I8, U8, BOOL can be read, but this one is F8_E4M3.
                {"t":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}        | , line 1, column 48, t.data_offsets: The shape needs 12 bytes, but the offsets 0 to 8 span 8.
                {"t":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}        | , line 1, column 48, t.data_offsets: The shape needs 8 bytes, but the offsets 8 to 0 span -8.
                {"t":{"dtype":"F32","shape":[2],"data_offsets":[0]}}          | , line 1, column 48, t.data_offsets: Two offsets, begin and end, are needed, but there are 1.
                {"t":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}       | , line 1, column 6, t: The tensor should begin at offset 0, where the one before ends, but begins at 4.
                {"t":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}        | : its header speaks of 4 bytes of numbers, but 8 follow it. Copy the file again.
                {"t":{"dtype":"F32","shape":[250000000,8],"data_offsets":[0,8000000000]}} | : its header speaks of 8000000000 bytes of numbers, but 8 follow it. Copy the file again.
                {"t":{"dtype":"F32","shape":[3037000500,3037000500,2],"data_offsets":[0,8]}} | , line 1, column 29, t.shape: A tensor holds at most 2147483647 numbers.
                {"t":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}       | , line 1, column 30, t.shape[0]: Here must stand a whole number of at least 0, but it is -2.
                {"t":{"dtype":"F32","shape":[2]}}                             | , line 1, column 6, t: The field "data_offsets" is missing.
                {"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8],"x":1}}  | , line 1, column 54, t.x: There is no field "x" here; known are dtype, shape, data_offsets.
                {"__metadata__":{"k":1}}                                      | , line 1, column 22, __metadata__.k: Here must stand a text in double quotes, but it is 1.
                [1, 2]                                                        | , line 1, column 1: Here must stand the header in braces, but it is [1, 2].
                """)
        void aHeaderThatLies(String header, String problem) throws IOException {
            assertRefused(bytes(header.length(), header, 0, 0, 0, 0, 0, 0, 0, 0), "t.safetensors" + problem);
        }

        @Test
        void aHeaderLongerThanTheFileBeforeAnythingIsAllocated() throws IOException {
            assertRefused(bytes(1L << 40, "{}"),
                    "t.safetensors is no safetensors file: it says that its header has 1099511627776 bytes, but at most 2 can follow.");
            assertRefused(bytes(-1, "{}"),
                    "t.safetensors is no safetensors file: it says that its header has 18446744073709551615 bytes, but at most 2 can follow.");
        }

        @Test
        void aFileTooShortForALength() throws IOException {
            assertRefused(new byte[3], "t.safetensors is no safetensors file: it has 3 bytes, but begins with a length of 8 bytes.");
        }

        @Test
        void aHeaderThatIsNoText() throws IOException {
            assertRefused(new byte[] {2, 0, 0, 0, 0, 0, 0, 0, (byte) 0xFF, (byte) 0xFE},
                    "t.safetensors is no safetensors file: its header is no text in UTF-8.");
        }

        @Test
        void aFolderAndAFileThatIsNotThere() {
            assertThatThrownBy(() -> Safetensors.read(folder)).hasMessage(folder + " is a folder, not a safetensors file.");
            assertThatThrownBy(() -> Safetensors.read(folder.resolve("no"))).hasMessage("There is no file " + folder.resolve("no") + ".");
        }

        private void assertRefused(byte[] content, String message) throws IOException {
            Path file = Files.write(folder.resolve("t.safetensors"), content);

            assertThatThrownBy(() -> Safetensors.read(file)).isInstanceOf(FileException.class).hasMessage(message);
        }
    }

    private static byte[] bytes(long length, String header, int... numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length() + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(length).put(header.getBytes(StandardCharsets.US_ASCII));
        for (int each : numbers) {
            bytes.put((byte) each);
        }
        return bytes.array();
    }
}
