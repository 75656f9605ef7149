package tadpole.engine.picture.harmonize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class ColorLikenessTest {

    @Test
    void placesOfOneColorAgreeWhollyAndNearOnesMoreThanFarOnes() {
        Tensor pixels = Tensor.of(Shape.of(3, 1, 4), new float[] {200, 200, 180, 20, 30, 30, 40, 60, 30, 30, 35, 200});
        try (Device device = Device.plain()) {
            Tensor beside = ColorLikeness.beside(Tensor.zeros(Shape.of(2, 1, 4)), pixels, 3, device);

            assertThat(beside.shape()).isEqualTo(Shape.of(6, 1, 4));
            assertThat(product(beside, 0, 1)).isCloseTo(3, within(1e-5));
            assertThat(product(beside, 0, 2)).isLessThan(2.99).isGreaterThan(product(beside, 0, 3));
            for (int i = 0; i < 4; i++) {
                assertThat(product(beside, i, i)).as("no color wins by being strong").isCloseTo(3, within(1e-5));
            }
        }
    }

    private static double product(Tensor maps, int one, int other) {
        double sum = 0;
        for (int channel = 0; channel < maps.shape().at(0); channel++) {
            sum += (double) maps.data()[channel * 4 + one] * maps.data()[channel * 4 + other];
        }
        return sum;
    }
}
