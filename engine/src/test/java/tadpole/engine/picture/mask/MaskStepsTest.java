package tadpole.engine.picture.mask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MaskStepsTest {

    private static final int HEIGHT = 50;
    private static final int WIDTH = 44;
    private final Mask tight = Shapes.ellipse(HEIGHT, WIDTH, 0, 18, 17, 31);

    /** The window as it is written, over every pixel by itself. */
    private static double[] blurred(double[] from, int size, double sigma) {
        double[] to = new double[from.length];
        int reach = size / 2;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double sum = 0;
                double weights = 0;
                for (int v = -reach; v <= reach; v++) {
                    for (int u = -reach; u <= reach; u++) {
                        double weight = Math.exp(-(u * u + v * v) / (2 * sigma * sigma));
                        weights += weight;
                        sum += weight * from[Math.clamp(y + v, 0, HEIGHT - 1) * WIDTH + Math.clamp(x + u, 0, WIDTH - 1)];
                    }
                }
                to[y * WIDTH + x] = sum / weights;
            }
        }
        return to;
    }

    private double[] doubles() {
        double[] made = new double[tight.values().length];
        for (int i = 0; i < made.length; i++) {
            made[i] = tight.values()[i];
        }
        return made;
    }

    private static double[] above(double[] values, double level) {
        double[] made = new double[values.length];
        for (int i = 0; i < made.length; i++) {
            made[i] = values[i] > level ? 1 : 0;
        }
        return made;
    }

    private static void assertSame(Mask mask, double[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            assertThat((double) mask.values()[i]).as("pixel %d", i).isEqualTo(wanted[i], within(1e-5));
        }
    }

    @Test
    void dilatedIsTheAuthorsWindow() {
        assertSame(MaskSteps.dilated(tight), above(blurred(doubles(), 35, 35 / 3.0), 0.1));
    }

    @Test
    void dilatedGoesWithTheSizeOfThePicture() {
        assertSame(MaskSteps.dilated(tight, 350), above(blurred(doubles(), 19, 19 / 3.0), 0.1));
        assertSame(MaskSteps.dilated(tight, 10), above(blurred(doubles(), 3, 1), 0.1));
    }

    @Test
    void composingIsNearlyFlat() {
        assertSame(MaskSteps.composing(tight), blurred(doubles(), 7, 21));
    }

    @Test
    void softIsBlurredTwice() {
        assertSame(MaskSteps.soft(tight), blurred(above(blurred(doubles(), 7, 3), 0.01), 7, 3));
    }

    @Nested
    class AnOutline {

        /** Enclosed by the line, holes taken off: half the sum of the cross products (shoelace). */
        private static double area(MaskOutline outline) {
            double sum = 0;
            for (float[] line : outline.lines()) {
                for (int i = 0; i < line.length; i += 2) {
                    int next = (i + 2) % line.length;
                    sum += (line[i] * line[next + 1] - line[next] * line[i + 1]) / 2.0;
                }
            }
            return sum;
        }

        @Test
        void enclosesWhatIsSelectedAlsoAtThePicturesEdge() {
            MaskOutline outline = MaskOutline.of(tight);

            assertThat(outline.lines()).hasSize(1);
            assertThat(area(outline)).isEqualTo(Math.PI * 8.5 * 6.5, within(2.0));
            for (float[] line : outline.lines()) {
                for (int i = 0; i < line.length; i += 2) {
                    assertThat(Math.hypot((line[i] - 8.5) / 8.5, (line[i + 1] - 24.5) / 6.5)).isEqualTo(1, within(0.06));
                }
            }
        }

        @Test
        void goesAroundAHoleTheOtherWay() {
            Mask ring = Shapes.rectangle(20, 20, 2, 3, 17, 18).with(Shapes.rectangle(20, 20, 7, 7, 12, 12), Combine.SUBTRACT);

            MaskOutline outline = MaskOutline.of(ring);

            assertThat(outline.lines()).hasSize(2);
            assertThat(area(outline)).isEqualTo(15 * 15 - 5 * 5, within(0.51));
        }

        @Test
        void pixelsThatTouchAtACornerAreOneLine() {
            Mask checkers = new Mask(2, 2, new float[] {1, 0, 0, 1});
            Mask apart = new Mask(2, 2, new float[] {0.9f, 0, 0, 0.9f});

            assertThat(MaskOutline.of(checkers).lines()).hasSize(1);
            assertThat(MaskOutline.of(apart).lines()).hasSize(2);
            assertThat(area(MaskOutline.of(apart))).isPositive();
        }

        @Test
        void nothingHasNone() {
            assertThat(MaskOutline.of(Mask.empty(3, 3)).corners()).isZero();
        }

        @Test
        void everyMaskHasClosedLinesThatCrossNoPixelTwice() {
            float[] noise = new float[HEIGHT * WIDTH];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = i * 7919 % 101 / 100f;
            }

            MaskOutline outline = MaskOutline.of(new Mask(HEIGHT, WIDTH, noise));

            for (float[] line : outline.lines()) {
                for (int i = 0; i < line.length; i += 2) {
                    int next = (i + 2) % line.length;
                    assertThat(Math.hypot(line[i] - line[next], line[i + 1] - line[next + 1])).isLessThan(1.5);
                }
            }
        }
    }
}
