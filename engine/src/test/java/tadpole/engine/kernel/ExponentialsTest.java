package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ExponentialsTest {
    private static final int N = 4000;

    /** From -110 to 110, more of them near zero. */
    private static float[] numbers() {
        float[] x = new float[N];
        for (int i = 0; i < N; i++) {
            float t = i / (N / 2f) - 1;
            x[i] = 110 * t * t * t;
        }
        return x;
    }

    @Test
    void isWithinThreeUnitsInTheLastPlace() {
        float[] x = numbers();
        float[] exp = new float[N];
        float[] tanh = new float[N];

        Exponentials.exp(1, 0, x, 0, exp, 0, N);
        Exponentials.tanh(x, 0, tanh, 0, N);

        for (int i = 0; i < N; i++) {
            float expected = (float) Math.exp(x[i]);
            if (Float.isInfinite(expected)) {
                assertThat(exp[i]).isEqualTo(expected);
            } else {
                assertThat(exp[i]).as("exp(%s)", x[i]).isCloseTo(expected, Offset.offset(3 * Math.ulp(expected)));
            }
            float expectedTanh = (float) Math.tanh(x[i]);
            assertThat(tanh[i]).as("tanh(%s)", x[i]).isCloseTo(expectedTanh, Offset.offset(3 * Math.ulp(expectedTanh)));
        }
    }

    @Test
    void oneByOneGivesTheSameBitsAsManyAtOnce() {
        float[] x = numbers();
        float[] many = new float[N];
        float[] single = new float[N];

        Exponentials.exp(1, 0.25f, x, 0, many, 0, N);
        for (int i = 0; i < N; i++) {
            Exponentials.exp(1, 0.25f, x, i, single, i, 1);
        }
        assertThat(many).isEqualTo(single);

        Exponentials.tanh(x, 0, many, 0, N);
        for (int i = 0; i < N; i++) {
            Exponentials.tanh(x, i, single, i, 1);
        }
        assertThat(many).isEqualTo(single);

        Exponentials.sigmoid(x, 0, many, 0, N);
        for (int i = 0; i < N; i++) {
            Exponentials.sigmoid(x, i, single, i, 1);
        }
        assertThat(many).isEqualTo(single);
    }
}
