package tadpole.engine.picture.finish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.job.JobControl;
import tadpole.engine.job.Progress;
import tadpole.engine.picture.Box;
import tadpole.engine.picture.Crop;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.color.Lab;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class FinishTest {

    private static final int HEIGHT = 70;
    private static final int WIDTH = 90;

    /** Waves and grain, so that patches differ but neighbors belong together. */
    private static Picture scene(long seed, int height, int width) {
        RandomGenerator random = new Seed(seed).generator();
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double wave = Math.sin(x * 0.21 + seed + c) + Math.cos(y * (0.13 + 0.02 * seed) + 0.002 * x * y);
                    values.data()[(c * height + y) * width + x] = (float) Math.clamp(128 + 50 * wave + 25 * random.nextGaussian(), 0, 255);
                }
            }
        }
        return Picture.ofBytes("scene " + seed, values);
    }

    @Nested
    class AGuidedFilter {

        private static double[] filtered(double[] guide, double[] plane, int height, int width, int radius, double epsilon) {
            double[] a = new double[plane.length];
            double[] b = new double[plane.length];
            for (int i = 0; i < plane.length; i++) {
                int[] window = window(i, height, width, radius);
                double meanGuide = Arrays.stream(window).mapToDouble(j -> guide[j]).average().orElseThrow();
                double meanPlane = Arrays.stream(window).mapToDouble(j -> plane[j]).average().orElseThrow();
                double covariance = Arrays.stream(window).mapToDouble(j -> (guide[j] - meanGuide) * (plane[j] - meanPlane)).average().orElseThrow();
                double variance = Arrays.stream(window).mapToDouble(j -> (guide[j] - meanGuide) * (guide[j] - meanGuide)).average().orElseThrow();
                a[i] = covariance / (variance + epsilon);
                b[i] = meanPlane - a[i] * meanGuide;
            }
            double[] made = new double[plane.length];
            for (int i = 0; i < plane.length; i++) {
                int[] window = window(i, height, width, radius);
                made[i] = Arrays.stream(window).mapToDouble(j -> a[j]).average().orElseThrow() * guide[i]
                        + Arrays.stream(window).mapToDouble(j -> b[j]).average().orElseThrow();
            }
            return made;
        }

        private static int[] window(int at, int height, int width, int radius) {
            return IntStream.range(0, height * width)
                    .filter(i -> Math.abs(i / width - at / width) <= radius && Math.abs(i % width - at % width) <= radius).toArray();
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1, 2, 5, 40})
        void isTheFormulas(int radius) {
            int height = 17;
            int width = 23;
            float[] guide = Arrays.copyOf(scene(1, height, width).values().data(), height * width);
            float[] plane = Arrays.copyOf(scene(2, height, width).values().data(), height * width);
            double[] guides = new double[guide.length];
            double[] planes = new double[guide.length];
            for (int i = 0; i < guide.length; i++) {
                guide[i] /= 255;
                guides[i] = guide[i];
                planes[i] = plane[i];
            }

            float[] made = GuidedFilter.of(guide, plane, height, width, radius, 0.01);

            double[] wanted = filtered(guides, planes, height, width, radius, 0.01);
            for (int i = 0; i < made.length; i++) {
                assertThat((double) made[i]).isEqualTo(wanted[i], within(1e-4));
            }
        }
    }

    @Nested
    class APatchMatch {

        private final Pixels painting = Pixels.of(scene(3, HEIGHT, WIDTH).values());

        private PatchField found(Pixels picture, Pixels from, int rounds, Device device) {
            boolean[] asked = new boolean[picture.height() * picture.width()];
            Arrays.fill(asked, true);
            return PatchMatch.of(picture, from, asked, 7, rounds, new Seed(1), device, JobControl.UNWATCHED).orElseThrow();
        }

        private static double square(Pixels a, int ya, int xa, Pixels b, int yb, int xb) {
            double sum = 0;
            for (int v = -3; v <= 3; v++) {
                for (int u = -3; u <= 3; u++) {
                    for (int c = 0; c < 3; c++) {
                        double apart = a.values()[3 * ((ya + v) * a.width() + xa + u) + c] - (double) b.values()[3 * ((yb + v) * b.width() + xb + u) + c];
                        sum += apart * apart;
                    }
                }
            }
            return sum;
        }

        @Test
        void findsAPieceOfThePaintingWhereItWas() {
            Pixels piece = Pixels.of(Crop.of(scene(3, HEIGHT, WIDTH), new Box(31, 22, 40, 30)).values());

            PatchField field = found(piece, painting, 6, Device.plain());

            int right = 0;
            for (int y = 3; y < 27; y++) {
                for (int x = 3; x < 37; x++) {
                    right += field.matches()[y * 40 + x] == (y + 22) * WIDTH + x + 31 ? 1 : 0;
                }
            }
            assertThat(right).isGreaterThan(24 * 34 * 99 / 100);
            assertThat(field.matches()[0]).isEqualTo(PatchField.NONE);
        }

        @Test
        void comesNearToTheBestThereIsAndTellsItsTrueDistance() {
            Pixels picture = Pixels.of(scene(4, 40, 50).values());

            PatchField field = found(picture, painting, 6, Device.plain());

            double sum = 0;
            double bestSum = 0;
            for (int y = 3; y < 37; y += 3) {
                for (int x = 3; x < 47; x += 3) {
                    int at = y * 50 + x;
                    double own = square(picture, y, x, painting, field.matches()[at] / WIDTH, field.matches()[at] % WIDTH);
                    assertThat((double) field.squares()[at]).isEqualTo(own, within(1e-4 * own));
                    double best = Double.MAX_VALUE;
                    for (int v = 3; v < HEIGHT - 3; v++) {
                        for (int u = 3; u < WIDTH - 3; u++) {
                            best = Math.min(best, square(picture, y, x, painting, v, u));
                        }
                    }
                    assertThat(own).isGreaterThanOrEqualTo(best * (1 - 1e-6));
                    sum += own;
                    bestSum += best;
                }
            }
            assertThat(sum / bestSum).isLessThan(1.1);
        }

        @Test
        void doesNotDependOnTheNumberOfThreads() {
            Pixels picture = Pixels.of(scene(4, 100, 50).values());
            try (Device three = Device.cpu(3)) {
                assertThat(found(picture, painting, 3, three).matches()).isEqualTo(found(picture, painting, 3, Device.plain()).matches());
            }
        }

        @Test
        void aPaintingSmallerThanAPatchGivesNothing() {
            assertThat(found(painting, Pixels.of(scene(1, 6, 50).values()), 3, Device.plain()).matches()).containsOnly(PatchField.NONE);
        }

        @Test
        void theVoteIsTheMeanOfAllPatchesThatHoldAPixel() {
            Picture picture = scene(4, 30, 34);
            PatchField field = found(Pixels.of(picture.values()), painting, 1, Device.plain());

            Tensor base = field.vote(picture.values(), painting, Device.plain());

            double[] sums = new double[3 * 30 * 34];
            int[] counts = new int[30 * 34];
            for (int y = 3; y < 27; y++) {
                for (int x = 3; x < 31; x++) {
                    int match = field.matches()[y * 34 + x];
                    for (int v = -3; v <= 3; v++) {
                        for (int u = -3; u <= 3; u++) {
                            int at = (y + v) * 34 + x + u;
                            counts[at]++;
                            for (int c = 0; c < 3; c++) {
                                sums[c * 30 * 34 + at] += painting.values()[3 * (match + v * WIDTH + u) + c];
                            }
                        }
                    }
                }
            }
            for (int i = 0; i < sums.length; i++) {
                assertThat((double) base.data()[i]).isEqualTo(sums[i] / counts[i % (30 * 34)], within(1e-3));
            }
        }
    }

    @Nested
    class AFinish {

        private final Picture painting = scene(5, HEIGHT, WIDTH);
        private final Picture result = scene(6, HEIGHT, WIDTH);
        private final Picture composite = scene(7, HEIGHT, WIDTH);
        private final Mask tight = Shapes.ellipse(HEIGHT, WIDTH, 30, 25, 52, 44);

        private Finished finished(Mask mask, Device device) {
            return Finish.of(result, composite, painting, mask, FinishPlan.STANDARD, device, JobControl.UNWATCHED).orElseThrow();
        }

        @Test
        void laysTheDetailOverThePainting() {
            Finished finished = finished(tight, Device.plain());

            assertThat(finished.soft()).isEqualTo(MaskSteps.soft(tight));
            for (int c = 0; c < 3; c++) {
                for (int y = 0; y < HEIGHT; y++) {
                    for (int x = 0; x < WIDTH; x++) {
                        float soft = finished.soft().at(y, x);
                        double wanted = soft * finished.detail().at(c, y, x) + (1.0 - soft) * painting.at(c, y, x);
                        assertThat((double) finished.picture().at(c, y, x)).isEqualTo(wanted, within(1e-4));
                        if (soft == 0) {
                            assertThat(finished.picture().at(c, y, x)).isEqualTo(painting.at(c, y, x));
                        }
                    }
                }
            }
        }

        @Test
        void theStagesAreTheFormulasAlsoThoughOnlyABoxIsComputed() {
            Finished finished = finished(tight, Device.plain());

            Tensor lab = Lab.of(result, Device.plain());
            Tensor guide = Lab.of(composite, Device.plain());
            int area = HEIGHT * WIDTH;
            double[] guides = new double[area];
            for (int i = 0; i < area; i++) {
                guides[i] = guide.data()[i] / 100;
            }
            for (int channel = 1; channel <= 2; channel++) {
                double[] plane = new double[area];
                for (int i = 0; i < area; i++) {
                    plane[i] = lab.data()[channel * area + i];
                }
                double[] smooth = AGuidedFilter.filtered(guides, plane, HEIGHT, WIDTH, 2, 0.01);
                for (int i = 0; i < area; i++) {
                    lab.data()[channel * area + i] = (float) smooth[i];
                }
            }
            Picture guided = Lab.picture("O1", lab, Device.plain());
            for (int c = 0; c < 3; c++) {
                for (int y = 19; y < 50; y++) {
                    for (int x = 24; x < 58; x++) {
                        assertThat((double) finished.guided().at(c, y, x)).isEqualTo(guided.at(c, y, x), within(0.01));
                        if (finished.soft().at(y, x) == 0) {
                            assertThat(finished.detail().at(c, y, x)).isEqualTo(finished.guided().at(c, y, x));
                        } else {
                            double wanted = finished.base().at(c, y, x) + guided.at(c, y, x) - blurred(guided, c, y, x);
                            assertThat((double) finished.detail().at(c, y, x)).isEqualTo(Math.clamp(wanted, 0, 255), within(0.01));
                        }
                    }
                }
            }
        }

        private static double blurred(Picture picture, int channel, int y, int x) {
            double sum = 0;
            double weights = 0;
            for (int v = -3; v <= 3; v++) {
                for (int u = -3; u <= 3; u++) {
                    double weight = Math.exp(-(v * v + u * u) / 2.0);
                    sum += weight * picture.at(channel, y + v, x + u);
                    weights += weight;
                }
            }
            return sum / weights;
        }

        @ParameterizedTest
        @ValueSource(ints = {0, 1})
        void isTheSameOnAnyNumberOfThreads(int atEdge) {
            Mask mask = atEdge == 0 ? tight : Mask.full(HEIGHT, WIDTH);
            try (Device three = Device.cpu(3)) {
                assertThat(finished(mask, three).picture().values().data()).isEqualTo(finished(mask, Device.plain()).picture().values().data());
            }
        }

        @Test
        void nothingSelectedLeavesThePainting() {
            assertThat(finished(Mask.empty(HEIGHT, WIDTH), Device.plain()).picture()).isEqualTo(painting);
        }

        @Test
        void aPictureSmallerThanAPatchIsFinishedWithoutPatches() {
            Picture tiny = scene(1, 5, 5);

            Finished finished = Finish.of(tiny, tiny, tiny, Mask.full(5, 5), FinishPlan.STANDARD, Device.plain(), JobControl.UNWATCHED).orElseThrow();

            assertThat(finished.base().values().data()).isEqualTo(finished.guided().values().data());
        }

        @Test
        void stoppedGivesNothing() {
            JobControl stopped = new JobControl() {
                @Override
                public boolean proceed() {
                    return false;
                }

                @Override
                public void report(Progress progress) {}
            };

            assertThat(Finish.of(result, composite, painting, tight, FinishPlan.STANDARD, Device.plain(), stopped)).isEqualTo(Optional.empty());
        }

        @Test
        void refusesPatchesWithoutAMiddle() {
            assertThatThrownBy(() -> new FinishPlan(2, 0.01, 6, 6, 1, 1)).hasMessageContaining("patches of 6");
        }
    }
}
