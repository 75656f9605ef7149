package tadpole.engine.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class ResizeTest {

    private static Tensor noise(int channels, int height, int width) {
        RandomGenerator random = new Seed(11).generator();
        Tensor made = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < made.size(); i++) {
            made.data()[i] = 255 * random.nextFloat();
        }
        return made;
    }

    /** How much old pixel j counts for the new pixel i, as the formula says it. */
    private static double weight(Resize.Way way, int i, int j, int from, int to) {
        double center = (i + 0.5) * from / to - 0.5;
        return switch (way) {
            case AREA -> Math.max(0, Math.min((i + 1.0) * from / to, j + 1) - Math.max((double) i * from / to, j)) * to / from;
            case NEAREST -> j == Math.floor((i + 0.5) * from / to) ? 1 : 0;
            case BILINEAR -> outside(center, j, from, Math::abs, true);
            case BICUBIC -> outside(center, j, from, Math::abs, false);
        };
    }

    private static double outside(double center, int j, int from, java.util.function.DoubleUnaryOperator size, boolean linear) {
        double sum = 0;
        for (int k = -3; k < from + 3; k++) {
            if (Math.clamp(k, 0, from - 1) == j) {
                double t = size.applyAsDouble(center - k);
                sum += linear ? Math.max(0, 1 - t) : t <= 1 ? 1.5 * t * t * t - 2.5 * t * t + 1 : t < 2 ? -0.5 * t * t * t + 2.5 * t * t - 4 * t + 2 : 0;
            }
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"AREA, 13, 9, 6, 4", "AREA, 12, 10, 6, 5", "AREA, 7, 9, 1, 1", "AREA, 3, 2, 7, 5", "BICUBIC, 5, 7, 13, 15", "BICUBIC, 1, 2, 3, 5", "BICUBIC, 8, 8, 16, 16",
        "BILINEAR, 7, 9, 4, 5", "BILINEAR, 4, 5, 9, 11", "BILINEAR, 1, 1, 4, 3", "NEAREST, 5, 4, 10, 11", "NEAREST, 9, 11, 5, 4", "AREA, 40, 45, 33, 37"})
    void isTheSumThatTheFormulaSays(Resize.Way way, int height, int width, int newHeight, int newWidth) {
        Tensor from = noise(2, height, width);
        try (Device device = Device.cpu(3)) {
            Tensor to = Resize.of(from, newHeight, newWidth, way, device);

            for (int c = 0; c < 2; c++) {
                for (int y = 0; y < newHeight; y++) {
                    for (int x = 0; x < newWidth; x++) {
                        double sum = 0;
                        for (int v = 0; v < height; v++) {
                            for (int u = 0; u < width; u++) {
                                sum += weight(way, y, v, height, newHeight) * weight(way, x, u, width, newWidth) * from.data()[(c * height + v) * width + u];
                            }
                        }
                        assertThat((double) to.data()[(c * newHeight + y) * newWidth + x]).isEqualTo(sum, within(1e-3));
                    }
                }
            }
            assertThat(Resize.of(from, newHeight, newWidth, way, Device.plain()).data()).isEqualTo(to.data());
        }
    }

    @Test
    void bilinearIsPyTorchs() {
        // torch.nn.functional.interpolate(torch.arange(5.)[None, None], size=3, mode="linear", align_corners=False)
        assertThat(Resize.of(new float[] {0, 1, 2, 3, 4}, 1, 5, 1, 3, Resize.Way.BILINEAR)).containsExactly(new float[] {1 / 3f, 2, 11 / 3f}, within(1e-6f));
    }

    @Test
    void aPictureStaysBetweenBlackAndWhiteAndInItsProportions() {
        Picture checkers = Picture.ofBytes("c", Tensor.of(Shape.of(1, 2, 4), 0, 255, 0, 255, 255, 0, 255, 0));

        Picture large = Resize.toLongSide(checkers, 9, Device.plain());

        assertThat(large.width()).isEqualTo(9);
        assertThat(large.height()).isEqualTo(5);
        for (float value : large.values().data()) {
            assertThat(value).isBetween(0f, 255f);
        }
        assertThat(Resize.of(checkers, 2, 4, Device.plain())).isSameAs(checkers);
        assertThat(Resize.sizeAt(1, 1000, 10)).containsExactly(1, 10);
    }
}
