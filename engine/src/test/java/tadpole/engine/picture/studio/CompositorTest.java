package tadpole.engine.picture.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class CompositorTest {

    private static final int HEIGHT = 30;
    private static final int WIDTH = 41;

    private final Picture painting = noise("painting", 3, HEIGHT, WIDTH, 1);
    private final Picture object = noise("object", 3, 18, 23, 2);
    private final Mask mask = mask(3);
    private final Compositor compositor = new Compositor(Device.cpu(2));

    @ParameterizedTest
    @CsvSource({"20.5, 15, 1, 0, false", "20, 14.2, 1.7, 0, false", "18.3, 16.9, 0.8, 33, false", "20, 15, 0.31, -71.5, true", "2.5, 27, 1.2, 90, true",
            "20, 15, 0.11, 12, false", "60, 15, 1, 0, false"})
    void isWhatPlainLoopsInDoubleGive(double x, double y, double scale, double degrees, boolean flipped) {
        Placement placement = new Placement(x, y, scale, degrees, flipped);

        Picture composite = compositor.composite(new Composition(painting, Optional.of(object), placement, mask));

        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double[] expected = expected(placement, row, column);
                for (int c = 0; c < 3; c++) {
                    assertThat(composite.at(c, row, column)).as("channel %d, y %d, x %d", c, row, column).isCloseTo((float) expected[c], within(2e-3f));
                }
            }
        }
    }

    /** Painting + mask · cover · (object - painting), where object is the tent-weighted mean of the pixels that are there. */
    private double[] expected(Placement at, int row, int column) {
        double radians = Math.toRadians(at.degrees());
        double dx = (column + 0.5 - at.x()) / at.scale();
        double dy = (row + 0.5 - at.y()) / at.scale();
        double u = (Math.cos(radians) * dx + Math.sin(radians) * dy) * (at.flipped() ? -1 : 1) + object.width() / 2.0;
        double v = -Math.sin(radians) * dx + Math.cos(radians) * dy + object.height() / 2.0;
        double r = Math.max(1, 1 / at.scale());
        double[] sums = new double[3];
        double inside = 0;
        double all = 0;
        for (int i = -60; i < 100; i++) {
            for (int j = -60; j < 100; j++) {
                double weight = Math.max(0, 1 - Math.abs(u - i - 0.5) / r) * Math.max(0, 1 - Math.abs(v - j - 0.5) / r);
                all += weight;
                if (weight > 0 && i >= 0 && i < object.width() && j >= 0 && j < object.height()) {
                    inside += weight;
                    for (int c = 0; c < 3; c++) {
                        sums[c] += weight * object.at(c, j, i);
                    }
                }
            }
        }
        double[] expected = new double[3];
        double share = inside == 0 ? 0 : inside / all * mask.at(row, column);
        for (int c = 0; c < 3; c++) {
            double under = painting.at(c, row, column);
            expected[c] = inside == 0 ? under : under + share * (sums[c] / inside - under);
        }
        return expected;
    }

    @Test
    void anObjectOfThePaintingsSizeLiesOnItToTheLastBit() {
        Picture whole = noise("whole", 3, HEIGHT, WIDTH, 5);
        Composition composition = new Composition(painting, Optional.of(whole), new Placement(WIDTH / 2.0, HEIGHT / 2.0, 1, 0, false), Mask.full(HEIGHT, WIDTH));

        assertThat(compositor.composite(composition).values().data()).isEqualTo(whole.values().data());
    }

    @Test
    void isTheSameToTheLastBitOnAnyNumberOfThreads() {
        Composition composition = new Composition(painting, Optional.of(object), new Placement(19.7, 14.1, 0.83, 20, true), mask);

        Picture one = new Compositor(Device.cpu(1)).composite(composition);

        assertThat(new Compositor(Device.cpu(4)).composite(composition).values().data()).isEqualTo(one.values().data());
    }

    @Test
    void aDraftIsNearWhatItStandsFor() {
        Picture smooth = picture(3, 160, 200, (c, y, x) -> (float) (128 + 100 * Math.sin(x / 30.0 + c) * Math.cos(y / 25.0)));
        Placement placement = new Placement(20, 15, 0.17, 15, false);

        PlacedObject draft = compositor.draft(smooth, placement, HEIGHT, WIDTH);
        PlacedObject exact = compositor.place(smooth, placement, HEIGHT, WIDTH);

        for (int y = 8; y < 22; y++) {
            for (int x = 10; x < 30; x++) {
                for (int c = 0; c < 3; c++) {
                    assertThat(draft.colorAt(c, y, x)).isCloseTo(exact.colorAt(c, y, x), within(8f));
                }
            }
        }
    }

    @Nested
    class Scenes {

        @Test
        void areTightWhereTheObjectShowsAndNotWhereTheMaskLiesBesideIt() {
            Placement placement = new Placement(5, 5, 0.4, 0, false);

            Scene scene = compositor.scene(new Composition(painting, Optional.of(object), placement, Mask.full(HEIGHT, WIDTH)));

            assertThat(scene.tight().at(5, 5)).isEqualTo(1);
            assertThat(scene.tight().at(25, 35)).isZero();
            assertThat(scene.loose()).isEqualTo(MaskSteps.dilated(scene.tight(), WIDTH));
            assertThat(scene.painting()).isEqualTo(painting);
        }

        @Test
        void keepTheLooseMaskThatWasGiven() {
            Mask given = mask(9);

            Scene scene = compositor.scene(new Composition(painting, Optional.of(object), new Placement(20, 15, 1, 0, false), mask, Optional.of(given)));

            assertThat(scene.loose()).isEqualTo(given);
        }

        @Test
        void withoutAnObjectAreThePaintingUnderItsMask() {
            Scene scene = compositor.scene(Composition.of(painting).withMask(mask));

            assertThat(scene.composite()).isEqualTo(painting);
            assertThat(scene.tight()).isEqualTo(mask);
        }
    }

    @Test
    void aMaskOfAnotherSizeIsRefusedWithBothSizes() {
        Mask small = Mask.empty(10, 20);

        assertThatThrownBy(() -> new Composition(painting, Optional.empty(), new Placement(0, 0, 1, 0, false), small))
                .hasMessage("The mask is 20×10 pixels, but the painting 41×30: both must have the same size.");
    }

    @Test
    void grayBecomesThreeEqualChannels() {
        Picture gray = noise("gray", 1, 4, 5, 8);

        Picture colored = Compositor.inColor(gray);

        assertThat(colored.channels()).isEqualTo(3);
        assertThat(colored.at(2, 3, 1)).isEqualTo(gray.at(0, 3, 1));
    }

    private interface Level {
        float at(int channel, int y, int x);
    }

    private static Picture picture(int channels, int height, int width, Level level) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.data().length; i++) {
            values.data()[i] = level.at(i / (height * width), i / width % height, i % width);
        }
        return Picture.ofBytes("made", values);
    }

    private static Picture noise(String name, int channels, int height, int width, long seed) {
        Random random = new Random(seed);
        return new Picture(name, picture(channels, height, width, (_, _, _) -> random.nextInt(256)).values(), 0, 255);
    }

    private static Mask mask(long seed) {
        Random random = new Random(seed);
        float[] values = new float[HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
        }
        return new Mask(HEIGHT, WIDTH, values);
    }
}
