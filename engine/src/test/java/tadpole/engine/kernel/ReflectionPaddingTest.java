package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReflectionPaddingTest {
    private final Workers workers = new Workers(2);
    private final Kernels kernels = Kernels.vector(workers);

    @Test
    void mirrorsWithoutSayingTheEdgeTwice() {
        float[] y = new float[5 * 5];

        kernels.reflect(new ReflectionPadding(1, 3, 3, 1), new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, y);

        assertThat(y).containsExactly(5, 4, 5, 6, 5, 2, 1, 2, 3, 2, 5, 4, 5, 6, 5, 8, 7, 8, 9, 8, 5, 4, 5, 6, 5);
    }

    /** Of ones, each pixel gets as many as there are copies of it. */
    @Test
    void gradientsComeBackToThePixelThatWasMirrored() {
        float[] dy = new float[5 * 5];
        Arrays.fill(dy, 1);
        float[] dx = new float[9];
        Arrays.fill(dx, Float.NaN);

        kernels.reflectBackward(new ReflectionPadding(1, 3, 3, 1), dy, dx);

        assertThat(dx).containsExactly(1, 3, 1, 3, 9, 3, 1, 3, 1);
    }

    @Test
    void refusesMoreThanThereIsToMirror() {
        assertThatThrownBy(() -> new ReflectionPadding(1, 3, 4, 3)).hasMessageContaining("3x4");
    }
}
