package tadpole.engine.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class NpyFileTest {

    private static byte[] bytes(Tensor tensor) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NpyFile.write(tensor, out);
        return out.toByteArray();
    }

    @Test
    void beginsAsNumpyWritesIt() throws IOException {
        byte[] bytes = bytes(Tensor.zeros(Shape.of(3, 28, 30)));

        String head = new String(bytes, 0, 128, StandardCharsets.ISO_8859_1);
        assertThat(head).startsWith("\u0093NUMPY\u0001\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (3, 28, 30), }").endsWith(" \n");
        assertThat(bytes).hasSize(128 + 4 * 3 * 28 * 30);
    }

    @Test
    void oneSideIsATupleToo() throws IOException {
        assertThat(new String(bytes(Tensor.zeros(Shape.of(7))), StandardCharsets.ISO_8859_1)).contains("'shape': (7,), }");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16384, 16385})
    void everyBitIsThere(int size) throws IOException {
        Tensor tensor = Tensor.zeros(Shape.of(size));
        for (int i = 0; i < size; i++) {
            tensor.data()[i] = i % 7 == 0 ? Float.NaN : i / 3f;
        }
        ByteBuffer bytes = ByteBuffer.wrap(bytes(tensor)).order(ByteOrder.LITTLE_ENDIAN).position(128);

        for (int i = 0; i < size; i++) {
            assertThat(bytes.getInt()).isEqualTo(Float.floatToRawIntBits(tensor.data()[i]));
        }
        assertThat(bytes.hasRemaining()).isFalse();
    }
}
