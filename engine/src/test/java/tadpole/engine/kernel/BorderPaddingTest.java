package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BorderPaddingTest {
    private final Workers workers = new Workers(2);
    private final Kernels kernels = Kernels.vector(workers);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void mirrorsWithoutSayingTheEdgeTwice() {
        float[] y = new float[5 * 5];

        kernels.pad(new BorderPadding(PaddingMode.REFLECT, 1, 3, 3, Sides.of(1)), new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, y);

        assertThat(y).containsExactly(5, 4, 5, 6, 5, 2, 1, 2, 3, 2, 5, 4, 5, 6, 5, 8, 7, 8, 9, 8, 5, 4, 5, 6, 5);
    }

    @ParameterizedTest
    @CsvSource({
        "ZEROS,     0 0 0 | 0 1 2 | 0 3 4 | 0 0 0 | 0 0 0",
        "REFLECT,   4 3 4 | 2 1 2 | 4 3 4 | 2 1 2 | X",
        "REPLICATE, 1 1 2 | 1 1 2 | 3 3 4 | 3 3 4 | 3 3 4",
        "CIRCULAR,  4 3 4 | 2 1 2 | 4 3 4 | 2 1 2 | 4 3 4"})
    void putsOtherNumbersOfPixelsOnEverySide(PaddingMode mode, String rows) {
        boolean most = rows.endsWith("X");
        float[] expected = numbers(rows);
        BorderPadding shape = new BorderPadding(mode, 1, 2, 2, new Sides(1, most ? 1 : 2, 1, 0));
        float[] y = new float[expected.length];
        Arrays.fill(y, Float.NaN);

        kernels.pad(shape, new float[] {1, 2, 3, 4}, y);

        assertThat(y).containsExactly(expected);
        assertThat(y).hasSize(shape.paddedHeight() * shape.paddedWidth());
    }

    private static float[] numbers(String rows) {
        String[] words = rows.replace("|", "").replace("X", "").trim().split(" +");
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]);
        }
        return numbers;
    }

    /** Of ones, each pixel gets as many as there are copies of it. */
    @Test
    void gradientsComeBackToThePixelThatWasMirrored() {
        float[] dy = new float[5 * 5];
        Arrays.fill(dy, 1);
        float[] dx = new float[9];
        Arrays.fill(dx, Float.NaN);

        kernels.padBackward(new BorderPadding(PaddingMode.REFLECT, 1, 3, 3, Sides.of(1)), dy, dx);

        assertThat(dx).containsExactly(1, 3, 1, 3, 9, 3, 1, 3, 1);
    }

    /** The way back is the transposed way there: dy · pad(x) = padBackward(dy) · x. */
    @ParameterizedTest
    @EnumSource
    void theWayBackIsTheWayThereTransposed(PaddingMode mode) {
        BorderPadding shape = new BorderPadding(mode, 3, 5, 4, new Sides(2, 4, 3, 0));
        Samples samples = new Samples();
        float[] x = samples.floats(3 * 5 * 4);
        float[] dy = samples.floats(3 * shape.paddedHeight() * shape.paddedWidth());
        float[] y = samples.floats(dy.length);
        float[] dx = samples.floats(x.length);

        kernels.pad(shape, x, y);
        kernels.padBackward(shape, dy, dx);

        assertThat(dot(dy, y)).isCloseTo(dot(dx, x), within(1e-4));
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void refusesMoreThanThereIs() {
        assertThatThrownBy(() -> new BorderPadding(PaddingMode.REFLECT, 1, 3, 4, Sides.of(3))).hasMessageContaining("3x4");
        assertThatThrownBy(() -> new BorderPadding(PaddingMode.CIRCULAR, 1, 3, 4, new Sides(0, 0, 5, 0))).hasMessageContaining("3x4");
        assertThat(new BorderPadding(PaddingMode.CIRCULAR, 1, 3, 4, new Sides(3, 3, 4, 4)).paddedWidth()).isEqualTo(12);
    }
}
