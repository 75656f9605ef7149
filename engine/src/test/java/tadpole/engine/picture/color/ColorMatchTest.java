package tadpole.engine.picture.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class ColorMatchTest {

    private static Picture noise(long seed, int height, int width, double least, double most) {
        RandomGenerator random = new Seed(seed).generator();
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = (float) (least + (most - least) * random.nextDouble());
        }
        return Picture.ofBytes("noise " + seed, values);
    }

    @Nested
    class InLab {

        /** Known colors: sRGB and what colorimetry's tables say of them (D65, two degrees). */
        @ParameterizedTest
        @CsvSource({"255,255,255, 100,0,0", "0,0,0, 0,0,0", "255,0,0, 53.2408,80.0925,67.2032", "0,255,0, 87.7347,-86.1827,83.1793", "0,0,255, 32.2970,79.1875,-107.8602",
            "128,128,128, 53.5850,0,0", "5,5,5, 1.3705,0,0"})
        void areTheTablesColors(float r, float g, float b, double lightness, double a, double yellow) {
            Tensor lab = Lab.of(Picture.ofBytes("one", Tensor.of(Shape.of(3, 1, 1), r, g, b)), Device.plain());

            assertThat((double) lab.data()[0]).isEqualTo(lightness, within(0.02));
            assertThat((double) lab.data()[1]).isEqualTo(a, within(0.02));
            assertThat((double) lab.data()[2]).isEqualTo(yellow, within(0.02));
        }

        @Test
        void comesBackOnAnyNumberOfThreads() {
            Picture picture = noise(1, 40, 33, 0, 255);
            try (Device device = Device.cpu(3)) {
                Picture back = Lab.picture("back", Lab.of(picture, device), device);

                assertThat(back.values().data()).containsExactly(picture.values().data(), within(2e-2f));
                assertThat(back.values().data()).isEqualTo(Lab.picture("back", Lab.of(picture, Device.plain()), Device.plain()).values().data());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ColorMatch.Space.class)
    void aPhotographGetsTheColorsOfAnother(ColorMatch.Space space) {
        Picture from = noise(2, 30, 41, 10, 90);
        Picture to = noise(3, 22, 28, 120, 250);

        ColorMatch match = ColorMatch.of(from, to, space, Device.plain());

        assertThat(match.picture().height()).isEqualTo(30);
        for (int c = 0; c < 3; c++) {
            assertThat(mean(match.picture(), c)).isEqualTo(mean(to, c), within(3.0));
            assertThat(match.before().get(c).total()).isEqualTo(30 * 41);
            assertThat(match.wanted().get(c).total()).isEqualTo(22 * 28);
            int below = 0;
            int wantedBelow = 0;
            for (int bin = 0; bin < 256; bin++) {
                below += match.after().get(c).counts()[bin];
                wantedBelow += match.wanted().get(c).counts()[bin];
                assertThat(below / (30.0 * 41)).isEqualTo(wantedBelow / (22.0 * 28), within(0.02));
            }
        }
    }

    @Test
    void aPhotographGetsItsOwnColorsUnchanged() {
        Picture from = noise(4, 30, 30, 0, 255);

        assertThat(ColorMatch.of(from, from, ColorMatch.Space.RGB, Device.plain()).picture().values().data()).containsExactly(from.values().data(), within(1f));
    }

    @Test
    void grayTakesColorsToo() {
        Picture gray = noise(5, 8, 8, 0, 255).gray();

        assertThat(ColorMatch.of(gray, noise(6, 8, 8, 0, 100), ColorMatch.Space.RGB, Device.plain()).picture().channels()).isEqualTo(3);
    }

    private static double mean(Picture picture, int channel) {
        double sum = 0;
        int area = picture.height() * picture.width();
        for (int i = 0; i < area; i++) {
            sum += picture.values().data()[channel * area + i];
        }
        return sum / area;
    }
}
