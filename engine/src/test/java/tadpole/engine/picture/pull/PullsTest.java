package tadpole.engine.picture.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tadpole.engine.picture.histogram.Ranking;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** Every pull's loss against plain loops in double that read like its formula, its gradient against the finite differences of those. */
class PullsTest {

    private static final int CHANNELS = 5;
    private static final int HEIGHT = 9;
    private static final int WIDTH = 7;
    private static final PullName STYLE = new PullName(PullName.Kind.STYLE, "relu1_1");
    private static final PullName CONTENT = new PullName(PullName.Kind.CONTENT, "relu1_1");

    /** @param twin the loss of maps in double @param maps what it is tried on */
    private record Case(String name, Pull pull, ToDoubleFunction<double[]> twin, Tensor maps) {}

    @TestFactory
    List<DynamicTest> lossAndGradientAreThoseOfTheFormula() {
        return cases(Device.plain()).stream().map(each -> DynamicTest.dynamicTest(each.name, () -> agrees(each))).toList();
    }

    @TestFactory
    List<DynamicTest> theFastKernelsAgreeToo() {
        Device device = Device.cpu(2);
        return cases(device).stream().map(each -> DynamicTest.dynamicTest(each.name, () -> agrees(each))).toList();
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        Tensor big = random(Shape.of(3, 150, 170), 255, 8);
        Mask mask = mask(150, 170);
        List<List<Tensor>> perThreads = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            try (Device device = Device.cpu(threads)) {
                perThreads.add(gradients(big, mask, device));
            }
        }

        for (int i = 0; i < perThreads.getFirst().size(); i++) {
            assertThat(perThreads.get(1).get(i).data()).as("pull " + i).isEqualTo(perThreads.get(0).get(i).data());
        }
    }

    private static List<Tensor> gradients(Tensor picture, Mask mask, Device device) {
        Tensor wanted = random(picture.shape(), 255, 9);
        List<Pull> pulls = List.of(
                new GramPull(STYLE, Gram.of(wanted, Optional.of(mask), device), Optional.of(mask), Form.MEAN, device),
                new CovariancePull(STYLE, Spread.of(wanted, Optional.empty(), device), Optional.of(mask), device),
                new ContentPull(CONTENT, wanted, Optional.of(mask), Form.RELATIVE, device),
                new SmoothPull(Optional.of(mask), device),
                new RangePull(device),
                ColorPull.toward(List.of(wanted), new double[] {1}, 150 * 170, device));
        List<Tensor> gradients = new ArrayList<>();
        for (Pull pull : pulls) {
            Tensor gradient = Tensor.zeros(picture.shape());
            double loss = pull.pull(picture, gradient);
            gradients.add(gradient);
            gradients.add(Tensor.of(Shape.of(2), Float.intBitsToFloat((int) Double.doubleToLongBits(loss)), (float) loss));
        }
        return gradients;
    }

    @Test
    void writesOverWhatTheGradientHeldAndForgetsEarlierMaps() {
        for (Case each : cases(Device.plain())) {
            Tensor clean = Tensor.zeros(each.maps.shape());
            double first = each.pull.pull(each.maps, clean);
            Tensor dirty = random(each.maps.shape(), 1000, 77);
            each.pull.pull(random(each.maps.shape(), 300, 78), dirty);

            double again = each.pull.pull(each.maps, dirty);

            assertThat(again).as(each.name).isEqualTo(first);
            assertThat(dirty.data()).as(each.name).isEqualTo(clean.data());
        }
    }

    @Test
    void anEmptyMaskPullsNowhere() {
        Mask nothing = Mask.empty(HEIGHT, WIDTH);
        Tensor maps = random(Shape.of(CHANNELS, HEIGHT, WIDTH), 2, 1);
        Tensor gradient = random(maps.shape(), 2, 5);
        Gram gram = Gram.of(random(maps.shape(), 2, 2), Optional.empty(), Device.plain());

        double loss = new GramPull(STYLE, gram, Optional.of(nothing), Form.RELATIVE, Device.plain()).pull(maps, gradient);

        assertThat(loss).isCloseTo(1, within(1e-6));
        assertThat(gradient.norm()).isZero();
    }

    @Test
    void saysWhatDoesNotFit() {
        Tensor maps = random(Shape.of(CHANNELS, HEIGHT, WIDTH), 2, 1);
        Gram gram = Gram.of(maps, Optional.empty(), Device.plain());
        Tensor gradient = Tensor.zeros(maps.shape());

        assertThatThrownBy(() -> new GramPull(STYLE, gram, Optional.empty(), Form.MEAN, Device.plain())
                .pull(Tensor.zeros(Shape.of(3, HEIGHT, WIDTH)), Tensor.zeros(Shape.of(3, HEIGHT, WIDTH))))
                .isInstanceOf(ShapeException.class).hasMessage("Style relu1_1 wants 5 maps, but gets 3×9×7.");
        assertThatThrownBy(() -> new GramPull(STYLE, gram, Optional.of(Mask.empty(3, 3)), Form.MEAN, Device.plain()).pull(maps, gradient))
                .hasMessage("A mask for maps of 5×9×7 has 9×7 places, but this one has 3×3.");
        assertThatThrownBy(() -> new GramPull(STYLE, gram, Optional.empty(), Form.CENTERED, Device.plain()))
                .hasMessage("A Gram matrix is compared as a mean or relative, not centered.");
    }

    @Test
    void ranksNumbersOfBothSigns() {
        float[] values = {3, -1, 0, -2.5f, 3, Float.MAX_VALUE, -Float.MAX_VALUE, 1e-30f, -1e-30f};

        assertThat(new Ranking(values.length).order(values, 0, IntStream.range(0, values.length).toArray())).containsExactly(6, 3, 1, 8, 2, 7, 0, 4, 5);
    }

    @Test
    void colorsOfAPictureOfAnotherSizeAreReadByRank() {
        Tensor style = random(Shape.of(3, 20, 30), 255, 4);
        float[] twice = new float[3 * 40 * 30];
        for (int i = 0; i < twice.length; i++) {
            twice[i] = style.data()[i / 2];
        }
        ColorPull pull = ColorPull.toward(List.of(style), new double[] {1}, 40 * 30, Device.plain());
        Tensor gradient = Tensor.zeros(Shape.of(3, 40, 30));

        assertThat(pull.pull(Tensor.of(Shape.of(3, 40, 30), twice), gradient)).isLessThan(1e-4);
        assertThat(pull.pull(random(Shape.of(3, 40, 30), 20, 6), gradient)).isGreaterThan(0.05);
    }

    private static void agrees(Case each) {
        Tensor gradient = random(each.maps.shape(), 10, 99);
        double loss = each.pull.pull(each.maps, gradient);

        double[] maps = doubles(each.maps);
        double expected = each.twin.applyAsDouble(maps);
        assertThat(loss).isCloseTo(expected, within(1e-4 * Math.abs(expected)));
        double greatest = 0;
        double[] slopes = new double[maps.length];
        for (int i = 0; i < maps.length; i++) {
            slopes[i] = slope(each.twin, maps, i);
            greatest = Math.max(greatest, Math.abs(slopes[i]));
        }
        assertThat(greatest).isPositive();
        for (int i = 0; i < maps.length; i++) {
            assertThat((double) gradient.data()[i]).as("place %d", i).isCloseTo(slopes[i], within(1e-4 * greatest));
        }
    }

    /** All losses are of degree 4 or less in one number, where a central difference of the fourth order is exact but for rounding. */
    private static double slope(ToDoubleFunction<double[]> loss, double[] x, int i) {
        double h = 1e-3;
        double[] f = new double[5];
        double at = x[i];
        for (int k = -2; k <= 2; k++) {
            x[i] = at + k * h;
            f[k + 2] = loss.applyAsDouble(x);
        }
        x[i] = at;
        return (8 * (f[3] - f[1]) - (f[4] - f[0])) / (12 * h);
    }

    private static List<Case> cases(Device device) {
        Shape shape = Shape.of(CHANNELS, HEIGHT, WIDTH);
        Tensor maps = random(shape, 2, 1);
        Tensor wanted = random(shape, 2, 2);
        Mask mask = mask(HEIGHT, WIDTH);
        double[] all = new double[HEIGHT * WIDTH];
        Arrays.fill(all, 1);
        List<Case> cases = new ArrayList<>();
        for (boolean masked : new boolean[] {false, true}) {
            Optional<Mask> given = masked ? Optional.of(mask) : Optional.empty();
            double[] m = masked ? doubles(mask) : all;
            String kind = masked ? ", masked" : "";
            double[] gram = gram(doubles(wanted), m);
            Gram target = Gram.of(wanted, given, device);
            double length = Arrays.stream(gram).map(each -> each * each).sum();
            cases.add(new Case("Gram" + kind, new GramPull(STYLE, target, given, Form.MEAN, device),
                    x -> apart(gram(x, m), gram) / (CHANNELS * CHANNELS), maps));
            cases.add(new Case("relative Gram" + kind, new GramPull(STYLE, target, given, Form.RELATIVE, device),
                    x -> apart(gram(x, m), gram) / length, maps));
            cases.add(new Case("covariance" + kind, new CovariancePull(STYLE, Spread.of(wanted, given, device), given, device),
                    x -> spread(x, doubles(wanted), m), maps));
            cases.add(new Case("content" + kind, new ContentPull(CONTENT, wanted, given, Form.MEAN, device),
                    x -> content(x, doubles(wanted), m) / maps.size(), maps));
            double[] squared = Arrays.stream(m).map(each -> each * each).toArray();
            cases.add(new Case("relative content" + kind, new ContentPull(CONTENT, wanted, given, Form.RELATIVE, device),
                    x -> content(x, doubles(wanted), squared) / content(doubles(wanted), new double[maps.size()], squared), maps));
            cases.add(new Case("centered content" + kind, new ContentPull(CONTENT, wanted, given, Form.CENTERED, device),
                    x -> content(x, doubles(wanted), squared) / content(doubles(wanted), means(doubles(wanted), squared), squared), maps));
        }
        Tensor pixels = random(Shape.of(3, HEIGHT, WIDTH), 320, 3);
        cases.add(new Case("smooth", new SmoothPull(Optional.empty(), device), x -> smooth(x, all), pixels));
        cases.add(new Case("smooth, masked", new SmoothPull(Optional.of(mask), device), x -> smooth(x, doubles(mask)), pixels));
        cases.add(new Case("range", new RangePull(device), PullsTest::range, pixels));
        Tensor style = random(Shape.of(3, HEIGHT, WIDTH), 255, 7);
        cases.add(new Case("color", ColorPull.toward(List.of(style), new double[] {1}, HEIGHT * WIDTH, device),
                x -> color(x, doubles(style)), pixels));
        return cases;
    }

    private static double[] gram(double[] f, double[] m) {
        double total = Arrays.stream(m).sum();
        double[] gram = new double[CHANNELS * CHANNELS];
        for (int a = 0; a < CHANNELS; a++) {
            for (int b = 0; b < CHANNELS; b++) {
                for (int i = 0; i < m.length; i++) {
                    gram[a * CHANNELS + b] += f[a * m.length + i] * m[i] * f[b * m.length + i] * m[i] / (CHANNELS * total);
                }
            }
        }
        return gram;
    }

    private static double spread(double[] f, double[] wanted, double[] m) {
        double[] v = means(f, m);
        double[] w = means(wanted, m);
        double[] shiftedV = covariance(f, v, m);
        double[] shiftedW = covariance(wanted, w, m);
        double[] meanV = IntStream.range(0, CHANNELS).mapToDouble(c -> v[c * m.length]).toArray();
        double[] meanW = IntStream.range(0, CHANNELS).mapToDouble(c -> w[c * m.length]).toArray();
        return apart(shiftedV, shiftedW) / apart(shiftedW, new double[shiftedW.length]) + apart(meanV, meanW) / apart(meanW, new double[CHANNELS]);
    }

    private static double[] covariance(double[] f, double[] mean, double[] m) {
        double total = Arrays.stream(m).sum();
        double[] covariance = new double[CHANNELS * CHANNELS];
        for (int a = 0; a < CHANNELS; a++) {
            for (int b = 0; b < CHANNELS; b++) {
                for (int i = 0; i < m.length; i++) {
                    int p = a * m.length + i;
                    int q = b * m.length + i;
                    covariance[a * CHANNELS + b] += m[i] * (f[p] - mean[p]) * (f[q] - mean[q]) / total;
                }
            }
        }
        return covariance;
    }

    /** The mean of each map, written at each of its places. */
    private static double[] means(double[] f, double[] m) {
        double total = Arrays.stream(m).sum();
        double[] means = new double[f.length];
        for (int c = 0; c < f.length / m.length; c++) {
            double mean = 0;
            for (int i = 0; i < m.length; i++) {
                mean += f[c * m.length + i] * m[i] / total;
            }
            Arrays.fill(means, c * m.length, (c + 1) * m.length, mean);
        }
        return means;
    }

    private static double content(double[] f, double[] wanted, double[] m) {
        double sum = 0;
        for (int i = 0; i < f.length; i++) {
            sum += m[i % m.length] * (f[i] - wanted[i]) * (f[i] - wanted[i]);
        }
        return sum;
    }

    private static double smooth(double[] p, double[] m) {
        double sum = 0;
        for (int c = 0; c < 3; c++) {
            for (int y = 0; y < HEIGHT - 1; y++) {
                for (int x = 0; x < WIDTH - 1; x++) {
                    int i = (c * HEIGHT + y) * WIDTH + x;
                    double right = p[i + 1] - p[i];
                    double below = p[i + WIDTH] - p[i];
                    sum += m[y * WIDTH + x] * (right * right + below * below) / 2;
                }
            }
        }
        return sum;
    }

    private static double range(double[] p) {
        return Arrays.stream(p).map(each -> each < 0 ? each : each > 255 ? each - 255 : 0).map(each -> each * each / 255 / 255).sum() / p.length;
    }

    private static double color(double[] p, double[] style) {
        int n = p.length / 3;
        double sum = 0;
        int directions = 0;
        for (int red = -1; red <= 1; red++) {
            for (int green = -1; green <= 1; green++) {
                for (int blue = -1; blue <= 1; blue++) {
                    boolean half = red > 0 || red == 0 && (green > 0 || green == 0 && blue > 0);
                    if (half) {
                        directions++;
                        double[] d = {red, green, blue};
                        sum += apart(projected(p, d, n), projected(style, d, n)) / n;
                    }
                }
            }
        }
        return sum / directions / 255 / 255;
    }

    private static double[] projected(double[] p, double[] d, int n) {
        double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        return IntStream.range(0, n).mapToDouble(i -> (p[i] * d[0] + p[n + i] * d[1] + p[2 * n + i] * d[2]) / length).sorted().toArray();
    }

    private static double apart(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum();
    }

    private static Mask mask(int height, int width) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 5 == 0 ? 0 : i % 3 == 0 ? 0.4f : 1;
        }
        return new Mask(height, width, values);
    }

    private static Tensor random(Shape shape, double most, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Tensor tensor = Tensor.zeros(shape);
        for (int i = 0; i < tensor.size(); i++) {
            tensor.data()[i] = (float) (random.nextDouble(1.1) * most - most / 10);
        }
        return tensor;
    }

    private static double[] doubles(Tensor tensor) {
        return IntStream.range(0, tensor.size()).mapToDouble(i -> tensor.data()[i]).toArray();
    }

    private static double[] doubles(Mask mask) {
        return IntStream.range(0, mask.values().length).mapToDouble(i -> mask.values()[i]).toArray();
    }
}
