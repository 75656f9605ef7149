package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class TorchFileTest {

    private static final Tensor NUMBERS = Tensor.of(Shape.of(2, 3), 1, -2, 0.5f, 1024, -0.125f, 3);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsBothFormsAndUnwraps(boolean legacy) throws Exception {
        TorchWriter writer = new TorchWriter().add("module.a.weight", NUMBERS).add("b", Tensor.of(Shape.of(), 7));
        writer.wrappers = List.of("model", "state_dict");
        try (TensorSource source = open(writer, legacy)) {
            assertThat(source.shapes()).containsExactly(java.util.Map.entry("module.a.weight", Shape.of(2, 3)), java.util.Map.entry("b", Shape.of()));
            assertThat(source.read("b").data()).containsExactly(7);
            assertThat(source.read("module.a.weight").data()).containsExactly(NUMBERS.data());
        }
    }

    @ParameterizedTest
    @CsvSource({"DoubleStorage, 8", "HalfStorage, 2", "BFloat16Storage, 2", "LongStorage, 8", "IntStorage, 4", "ShortStorage, 2", "CharStorage, 1", "ByteStorage, 1"})
    void turnsEveryTypeIntoFloats(String type, int size) throws Exception {
        float[] values = {1, 2, 100};
        ByteBuffer bytes = ByteBuffer.allocate(3 * size).order(ByteOrder.LITTLE_ENDIAN);
        for (float each : values) {
            switch (type) {
                case "DoubleStorage" -> bytes.putDouble(each);
                case "HalfStorage" -> bytes.putShort(Float.floatToFloat16(each));
                case "BFloat16Storage" -> bytes.putShort((short) (Float.floatToIntBits(each) >>> 16));
                case "LongStorage" -> bytes.putLong((long) each);
                case "IntStorage" -> bytes.putInt((int) each);
                case "ShortStorage" -> bytes.putShort((short) each);
                default -> bytes.put((byte) each);
            }
        }
        TorchWriter writer = new TorchWriter().add("a", type, Tensor.zeros(Shape.of(3)), bytes.array());
        try (TensorSource source = open(writer, true)) {
            assertThat(source.read("a").data()).containsExactly(values);
        }
    }

    @Test
    void followsAnyStrides() throws Exception {
        TorchWriter writer = new TorchWriter();
        writer.entries.put("turned", new TorchWriter.Entry("FloatStorage", TorchWriter.floats(NUMBERS.data(), 6), 6, 1, new long[] {2, 2}, new long[] {1, 3}));
        try (TensorSource source = open(writer, false)) {
            assertThat(source.read("turned").data()).containsExactly(-2, -0.125f, 0.5f, 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"os.system, asks for os.system", "builtins.eval, asks for builtins.eval", "torch.load, asks for torch.load", "__main__.Net, asks for __main__.Net",
            "torch._utils._rebuild_qtensor, asks for torch._utils._rebuild_qtensor", "torch.FloatStorage, calls torch.FloatStorage"})
    void runsNothingOfAHostilePickle(String call, String sentence) {
        TorchWriter writer = new TorchWriter().add("a", NUMBERS);
        writer.call = call;
        for (boolean legacy : new boolean[] {true, false}) {
            assertThatThrownBy(() -> open(writer, legacy)).isInstanceOf(FileException.class).hasMessageContaining(sentence)
                    .hasMessageContaining("only tensors are read from PyTorch files, and nothing in them is run");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2000000000, 1", "0, 7, 1", "6, 1, 1", "-1, 2, 1", "0, 2, -1", "0, 6, 0x", "0, 3, 9223372036854775807", "9223372036854775807, 2, 1"})
    void believesNoSizeThatTheStorageDoesNotHold(long offset, long size, String stride) {
        TorchWriter writer = new TorchWriter();
        long step = stride.equals("0x") ? 2 : Long.parseLong(stride);
        writer.entries.put("a", new TorchWriter.Entry("FloatStorage", TorchWriter.floats(NUMBERS.data(), 6), 6, offset, new long[] {size}, new long[] {step}));
        assertThatThrownBy(() -> open(writer, true)).isInstanceOf(FileException.class).hasMessageContaining("does not lie in its storage of 6 numbers");
    }

    @Test
    void believesNoStorageThatTheFileDoesNotHold() {
        TorchWriter writer = new TorchWriter();
        writer.entries.put("a", new TorchWriter.Entry("FloatStorage", new byte[24], 1L << 60, 0, new long[] {6}, new long[] {1}));
        assertThatThrownBy(() -> open(writer, true)).isInstanceOf(FileException.class).hasMessageContaining("ends in the middle of its numbers");
        assertThatThrownBy(() -> open(writer, false)).isInstanceOf(FileException.class).hasMessageContaining("only 24 bytes");
    }

    @Test
    void refusesWhatItDoesNotRead() {
        TorchWriter big = new TorchWriter().add("a", NUMBERS);
        big.byteOrder = "big";
        assertThatThrownBy(() -> open(big, true)).hasMessageContaining("big-endian");
        assertThatThrownBy(() -> open(big, false)).hasMessageContaining("big-endian");
        TorchWriter complex = new TorchWriter().add("a", "ComplexFloatStorage", NUMBERS, new byte[48]);
        assertThatThrownBy(() -> open(complex, true)).hasMessageContaining("is of type ComplexFloatStorage, which is not read; accepted are FloatStorage");
        TorchWriter packed = new TorchWriter().add("a", NUMBERS);
        packed.method = ZipEntry.DEFLATED;
        assertThatThrownBy(() -> open(packed, false)).hasMessageContaining("is compressed, which PyTorch does not do");
        assertThatThrownBy(() -> open(new TorchWriter(), true)).hasMessageContaining("holds no state dictionary");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysSoWhereverAFileIsCutOff(boolean legacy) throws Exception {
        TorchWriter writer = new TorchWriter().add("features.0.weight", NUMBERS).add("features.0.bias", NUMBERS);
        byte[] bytes = Files.readAllBytes(write(writer, legacy));
        Path cut = folder.resolve("cut.pth");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(cut, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> FeatureFile.read(cut)).isInstanceOf(FileException.class).hasMessageContaining("cut.pth");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void neverFailsInAnotherWayWhateverByteIsWrong(boolean legacy) throws Exception {
        byte[] bytes = Files.readAllBytes(write(new TorchWriter().add("features.0.weight", NUMBERS).add("b", NUMBERS), legacy));
        SplittableRandom random = new SplittableRandom(11);
        Path wrong = folder.resolve("wrong.pth");
        for (int round = 0; round < 3000; round++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Files.write(wrong, changed);
            assertThatThrownBy(() -> FeatureFile.read(wrong)).isInstanceOf(FileException.class);
        }
    }

    private TensorSource open(TorchWriter writer, boolean legacy) throws Exception {
        Path file = write(writer, legacy);
        return legacy ? TorchLegacy.open(file) : TorchArchive.open(file);
    }

    private Path write(TorchWriter writer, boolean legacy) {
        return legacy ? writer.legacy(folder.resolve("old.pth")) : writer.zip(folder.resolve("new.pth"));
    }
}
