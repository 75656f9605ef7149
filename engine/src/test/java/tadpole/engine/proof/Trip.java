package tadpole.engine.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tadpole.engine.tensor.Tensor;

/** What came of one forward and one backward: output, gradient of the input, gradients of the parameters. */
public record Trip(Tensor y, Tensor dx, List<Tensor> parameters) {

    /** The same shapes and the same bits. */
    public void assertSameBits(Trip other) {
        assertSameBits("output", y, other.y);
        assertSameBits("input gradient", dx, other.dx);
        assertSameParameterBits(other);
    }

    public void assertSameParameterBits(Trip other) {
        assertThat(parameters).hasSameSizeAs(other.parameters);
        for (int i = 0; i < parameters.size(); i++) {
            assertSameBits("gradient of parameter " + i, parameters.get(i), other.parameters.get(i));
        }
    }

    private static void assertSameBits(String what, Tensor one, Tensor other) {
        assertThat(one.shape()).as(what).isEqualTo(other.shape());
        assertThat(one.data()).as(what).isEqualTo(other.data());
    }
}
