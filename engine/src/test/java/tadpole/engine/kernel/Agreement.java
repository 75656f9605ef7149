package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;

/** Holds what a kernel wrote against what its plain twin wrote. */
final class Agreement {
    private Agreement() {}

    /** Asserts that every number is within {@code bound} times 1 + |expected| of the expected one. */
    static void within(float bound, float[] actual, float[] expected, String what) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.length; i++) {
            float allowed = bound * (1 + Math.abs(expected[i]));
            if (!(Math.abs(actual[i] - expected[i]) <= allowed)) {
                assertThat(actual[i]).as("number %d of %s", i, what).isCloseTo(expected[i], Offset.offset(allowed));
            }
        }
    }
}
