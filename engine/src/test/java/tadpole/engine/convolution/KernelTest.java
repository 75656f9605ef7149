package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KernelTest {

    @Test
    void aSumOfNumbersThatCancelIsNothingToDivideBy() {
        Kernel cancelling = Kernel.of(1, 3, 0.1f, 0.2f, -0.3f);
        ConvolutionPlan plan = ConvolutionPlan.of(cancelling).withNormalize(true).withGain(2);

        assertThat(cancelling.sum()).isZero();
        assertThat(plan.divides(cancelling)).isFalse();
        assertThat(plan.effective(cancelling)).isEqualTo(Kernel.of(1, 3, 0.2f, 0.4f, -0.6f));
    }

    @Test
    void aSmallSumOfSmallNumbersIsASum() {
        Kernel small = Kernel.of(1, 2, 1e-7f, 1e-7f);
        ConvolutionPlan plan = ConvolutionPlan.of(small).withNormalize(true);

        assertThat(small.sum()).isEqualTo(2 * (double) 1e-7f);
        assertThat(plan.effective(small)).isEqualTo(Kernel.of(1, 2, 0.5f, 0.5f));
        assertThat(plan.divides(Kernel.zeros(3, 3))).isFalse();
    }
}
