package tadpole.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class PackedTest {

    private static final float[] STRANGE = {
        0f, -0f, Float.NaN, Float.intBitsToFloat(0x7fa00001), Float.intBitsToFloat(0xffffffff), Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, Float.MIN_NORMAL, 1f, Math.nextUp(1f)
    };

    private final RandomGenerator random = new Seed(5).generator();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 65_535, 65_536, 65_537, 200_000})
    void givesEveryBitBack(int size) throws DataFormatException {
        Map<String, Tensor> tensors = Map.of("a", weights(size));

        assertSameBits(roundTrip(tensors, Map.of()), tensors);
        assertSameBits(roundTrip(tensors, Map.of("a", near(tensors.get("a")))), tensors);
        assertSameBits(roundTrip(tensors, tensors), tensors);
    }

    @Test
    void givesNumbersBackThatAreNone() throws DataFormatException {
        Map<String, Tensor> tensors = Map.of("a", Tensor.of(Shape.of(STRANGE.length), STRANGE));
        Map<String, Tensor> other = Map.of("a", weights(STRANGE.length));

        assertSameBits(roundTrip(tensors, Map.of()), tensors);
        assertSameBits(roundTrip(tensors, other), tensors);
        assertSameBits(roundTrip(other, tensors), other);
    }

    @Test
    void packsBesideWhatHasTheSameNameAndShapeOnly() throws DataFormatException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", weights(300));
        tensors.put("b", weights(40));
        Map<String, Tensor> other = Map.of("a", weights(299), "c", weights(40));

        assertSameBits(roundTrip(tensors, other), tensors);
    }

    @Test
    void takesLessRoomBesideANeighborAndNoneWhereItIsTheSame() {
        Map<String, Tensor> tensors = Map.of("a", weights(100_000));

        long alone = Packed.of(tensors, Map.of()).bytes();

        assertThat(alone).isLessThan(4 * 100_000);
        assertThat(Packed.of(tensors, Map.of("a", near(tensors.get("a")))).bytes()).isLessThan(alone * 3 / 4);
        assertThat(Packed.of(tensors, tensors).bytes()).isEqualTo(1);
    }

    @Test
    void refusesToUnpackWithoutTheNeighborAndWhatIsCutOff() {
        Map<String, Tensor> tensors = Map.of("a", weights(1000));
        Packed beside = Packed.of(tensors, Map.of("a", near(tensors.get("a"))));
        Packed cut = new Packed(List.of(Arrays.copyOf(Packed.of(tensors, Map.of()).pieces().getFirst(), 500)));

        assertThatThrownBy(() -> beside.unpack(Layout.of(tensors), Map.of())).isInstanceOf(DataFormatException.class);
        assertThatThrownBy(() -> cut.unpack(Layout.of(tensors), Map.of())).isInstanceOf(DataFormatException.class);
    }

    private static Map<String, Tensor> roundTrip(Map<String, Tensor> tensors, Map<String, Tensor> beside) throws DataFormatException {
        return Packed.of(tensors, beside).unpack(Layout.of(tensors), beside);
    }

    private Tensor weights(int size) {
        Tensor tensor = Tensor.zeros(Shape.of(size));
        for (int i = 0; i < size; i++) {
            tensor.data()[i] = (float) (0.05 * random.nextGaussian());
        }
        return tensor;
    }

    /** As after some steps: each number moved by about a thousandth of itself. */
    private Tensor near(Tensor of) {
        Tensor near = of.copy();
        for (int i = 0; i < near.size(); i++) {
            near.data()[i] *= (float) (1 + 1e-3 * random.nextGaussian());
        }
        return near;
    }

    static void assertSameBits(Map<String, Tensor> found, Map<String, Tensor> expected) {
        assertThat(found.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, tensor) -> {
            assertThat(found.get(name).shape()).isEqualTo(tensor.shape());
            for (int i = 0; i < tensor.size(); i++) {
                assertThat(Float.floatToRawIntBits(found.get(name).data()[i])).isEqualTo(Float.floatToRawIntBits(tensor.data()[i]));
            }
        });
    }
}
