package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class KernelGradientsTest {

    private static final Device DEVICE = Device.cpu(1);
    private static final Convolver CONVOLVER = new Convolver(DEVICE);
    private static final float STEP = 1 / 1024f;
    private static final int ALL = Integer.MAX_VALUE;

    private record Case(ConvolutionPlan plan, Picture picture) {

        @Override
        public String toString() {
            return "%s of %d, %s, stride %d, dilation %d, %s%s, kernel %d×%d, picture %s".formatted(plan.mixing(), plan.filters().size(), plan.padding(),
                    plan.stride(), plan.dilation(), plan.flip() ? "turned " : "", plan.relu() ? "ReLU" : "", plan.height(), plan.width(),
                    picture.values().shape());
        }
    }

    static Stream<Case> cases() {
        RandomGenerator random = new Seed(16).generator();
        List<Case> cases = new ArrayList<>();
        for (Border border : Border.values()) {
            for (Mixing mixing : Mixing.values()) {
                for (int i = 0; i < 6; i++) {
                    cases.add(randomCase(border, mixing, i, random));
                }
            }
        }
        return cases.stream();
    }

    private static Case randomCase(Border border, Mixing mixing, int i, RandomGenerator random) {
        int channels = mixing == Mixing.GRAY ? 1 : 1 + random.nextInt(3);
        int dilation = 1 + random.nextInt(2);
        int height = 1 + random.nextInt(4);
        int width = 1 + random.nextInt(4);
        Tensor values = Tensor.zeros(Shape.of(channels, 7 + random.nextInt(5), 7 + random.nextInt(5)));
        fill(values.data(), random);
        List<Filter> filters = new ArrayList<>();
        for (int o = 0; o < (mixing == Mixing.EACH ? 1 : 1 + random.nextInt(3)); o++) {
            List<Kernel> kernels = new ArrayList<>();
            for (int c = 0; c < (mixing == Mixing.SUM ? channels : 1); c++) {
                float[] weights = new float[height * width];
                fill(weights, random);
                kernels.add(Kernel.of(height, width, weights));
            }
            filters.add(new Filter(kernels, random.nextFloat()));
        }
        Padding padding = (i % 3 == 0 ? Padding.ofSame() : Padding.of(random.nextInt(4))).with(border);
        ConvolutionPlan plan = new ConvolutionPlan(mixing, filters, 1.5f, false, random.nextBoolean(), i % 2 == 1, 1 + random.nextInt(3), padding, dilation);
        return new Case(plan, new Picture("drawn", values, 0, 1));
    }

    private static void fill(float[] values, RandomGenerator random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsIndependentLoopsInDouble(Case of) throws Exception {
        Convolved convolved = CONVOLVER.convolve(of.plan(), of.picture());
        KernelGradients gradients = KernelGradients.of(convolved, new OutputLoss.Square(), DEVICE);

        Loops loops = new Loops(convolved);

        assertThat(gradients.dx().data()).satisfies(values -> close(values, loops.dx));
        assertThat(gradients.dw().data()).satisfies(values -> close(values, loops.dw));
        assertThat(gradients.db().data()).satisfies(values -> close(values, loops.db));
    }

    private static void close(float[] values, double[] expected) {
        assertThat(values).hasSize(expected.length);
        double largest = 1e-3;
        for (double each : expected) {
            largest = Math.max(largest, Math.abs(each));
        }
        for (int i = 0; i < values.length; i++) {
            assertThat((double) values[i]).isCloseTo(expected[i], within(1e-5 * largest));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyNumberIsTheSumOfItsTerms(Case of) throws Exception {
        Convolved convolved = CONVOLVER.convolve(of.plan(), of.picture());
        KernelGradients gradients = KernelGradients.of(convolved, new OutputLoss.Square(), DEVICE);
        Picture picture = convolved.picture();

        for (int i = 0; i < picture.values().size(); i++) {
            int y = i / picture.width() % picture.height();
            KernelGradients.GradientSum sum = gradients.pixel(i / (picture.height() * picture.width()), y, i % picture.width(), ALL);
            adds(sum);
            assertThat(sum.count()).isEqualTo(sum.terms().size());
            int pixelRow = y;
            assertThat(sum.terms()).allSatisfy(term -> assertThat(term.met().sourceRow()).isEqualTo(pixelRow));
        }
        for (int filter = 0; filter < convolved.channels(); filter++) {
            ImageRows rows = new ImageRows(convolved, filter);
            for (int column = 0; column < rows.columns(); column++) {
                adds(gradients.weight(filter, rows.channel(column), rows.u(column), rows.v(column), ALL));
            }
        }
    }

    private static void adds(KernelGradients.GradientSum sum) {
        double size = sum.terms().stream().mapToDouble(term -> Math.abs(term.value())).sum();
        Offset<Double> rounding = within(1e-5 * Math.max(1e-3, size));
        assertThat(sum.sum()).isCloseTo(sum.terms().stream().mapToDouble(KernelGradients.Term::value).sum(), within(1e-9 * Math.max(1, size)));
        assertThat((double) sum.value()).isCloseTo(sum.sum(), rounding);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void equalsFiniteDifferences(Case of) throws Exception {
        Convolved convolved = CONVOLVER.convolve(of.plan(), of.picture());
        OutputLoss wanted = OutputLoss.toThePicture(convolved);
        KernelGradients gradients = KernelGradients.of(convolved, wanted, DEVICE);
        ConvolutionPlan plan = convolved.plan();
        Kernel kernel = plan.filters().getFirst().kernels().getFirst();

        for (int i = 0; i < kernel.height() * kernel.width(); i++) {
            int u = i / kernel.width();
            int v = i % kernel.width();
            double up = new Loops(convolved, plan.withKernel(0, 0, kernel.with(u, v, kernel.at(u, v) + STEP)), wanted).loss;
            double down = new Loops(convolved, plan.withKernel(0, 0, kernel.with(u, v, kernel.at(u, v) - STEP)), wanted).loss;
            double slope = (up - down) / (2 * STEP);
            // A kink of ReLU may lie between the two.
            assertThat((double) gradients.typed(0, 0).data()[i]).isCloseTo(slope, within((plan.relu() ? 3e-2 : 1e-3) * Math.max(10, Math.abs(slope))));
        }
    }

    @Test
    void aNormalizedKernelIsDividedByASumThatMovesWithIt() throws Exception {
        Tensor values = Tensor.zeros(Shape.of(1, 9, 8));
        fill(values.data(), new Seed(3).generator());
        Kernel kernel = Kernel.of(2, 3, 1, 2, 3, -1, 0.5f, 2);
        ConvolutionPlan plan = ConvolutionPlan.of(kernel).withNormalize(true).withGain(2).withFlip(true);
        Convolved convolved = CONVOLVER.convolve(plan, new Picture("drawn", values, 0, 1));
        KernelGradients gradients = KernelGradients.of(convolved, new OutputLoss.Square(), DEVICE);

        for (int i = 0; i < 6; i++) {
            int u = i / 3;
            int v = i % 3;
            double up = new Loops(convolved, plan.withKernel(0, 0, kernel.with(u, v, kernel.at(u, v) + STEP)), new OutputLoss.Square()).loss;
            double down = new Loops(convolved, plan.withKernel(0, 0, kernel.with(u, v, kernel.at(u, v) - STEP)), new OutputLoss.Square()).loss;
            assertThat((double) gradients.typed(0, 0).data()[i]).isCloseTo((up - down) / (2 * STEP), within(5e-3));
        }
    }

    @Test
    void onePixelOfTheOutputSeesItsWindowThroughTheKernel() throws Exception {
        Tensor values = Tensor.zeros(Shape.of(1, 5, 5));
        fill(values.data(), new Seed(5).generator());
        Convolved convolved = CONVOLVER.convolve(ConvolutionPlan.of(Kernel.of(3, 3, 1, 2, 3, 4, 5, 6, 7, 8, 9)), new Picture("drawn", values, 0, 1));

        KernelGradients gradients = KernelGradients.of(convolved, new OutputLoss.Pixel(0, 2, 3), DEVICE);

        assertThat(gradients.dx().data()).containsExactly(
                0, 0, 0, 0, 0,
                0, 0, 1, 2, 3,
                0, 0, 4, 5, 6,
                0, 0, 7, 8, 9,
                0, 0, 0, 0, 0);
        assertThat(gradients.dw().data()[4]).isEqualTo(values.data()[2 * 5 + 3]);
    }

    @Test
    void reluStopsTheGradientOfWhatItCutsAway() throws Exception {
        Tensor values = Tensor.of(Shape.of(1, 1, 3), -1, 0, 2);
        Convolved convolved = CONVOLVER.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 3)).withRelu(true), new Picture("drawn", values, 0, 1));

        KernelGradients gradients = KernelGradients.of(convolved, new OutputLoss.Sum(), DEVICE);

        assertThat(gradients.dy().data()).containsExactly(0, 0, 1);
        assertThat(gradients.dx().data()).containsExactly(0, 0, 3);
    }

    @Test
    void listsTheFirstTermsAndAddsThemAll() throws Exception {
        Picture large = new Picture("large", Tensor.zeros(Shape.of(1, 60, 80)), 0, 1);
        large.values().fill(2);
        KernelGradients gradients = KernelGradients.of(CONVOLVER.convolve(ConvolutionPlan.of(Kernel.of(3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1)), large),
                new OutputLoss.Sum(), DEVICE);

        KernelGradients.GradientSum middle = gradients.weight(0, 0, 1, 1, 6);

        assertThat(middle.terms()).hasSize(6);
        assertThat(middle.count()).isEqualTo(4800);
        assertThat(middle.sum()).isEqualTo(9600);
        assertThat(middle.value()).isEqualTo(9600);
    }

    /** A second computation that shares nothing with the first: the picture is laid into its padding, convolved, and the padding folded back. */
    private static final class Loops {

        private final double[] dx;
        private final double[] dw;
        private final double[] db;
        private double loss;

        private final Convolved convolved;
        private final ConvolutionPlan plan;
        private final OutputLoss kind;

        private Loops(Convolved convolved) {
            this(convolved, convolved.plan(), new OutputLoss.Square());
        }

        private Loops(Convolved convolved, ConvolutionPlan plan, OutputLoss kind) {
            this.convolved = convolved;
            this.plan = plan;
            this.kind = kind;
            this.dx = new double[convolved.picture().values().size()];
            this.dw = new double[convolved.weight().size()];
            this.db = new double[convolved.channels()];
            for (int o = 0; o < convolved.channels(); o++) {
                for (int y = 0; y < convolved.height(); y++) {
                    for (int x = 0; x < convolved.width(); x++) {
                        place(o, y, x);
                    }
                }
            }
        }

        private void place(int o, int y, int x) {
            boolean each = plan.mixing() == Mixing.EACH;
            Filter filter = plan.filters().get(each ? 0 : o);
            int height = plan.height();
            int width = plan.width();
            double out = filter.bias();
            for (int c = 0; c < filter.kernels().size(); c++) {
                for (int u = 0; u < height; u++) {
                    for (int v = 0; v < width; v++) {
                        int at = pixel(each ? o : c, y, x, u, v);
                        out += at < 0 ? 0 : convolved.picture().values().data()[at] * weight(filter.kernels().get(c), u, v);
                    }
                }
            }
            out = plan.relu() ? Math.max(0, out) : out;
            double wanted = kind instanceof OutputLoss.Difference difference
                    ? difference.wanted().data()[(o * convolved.height() + y) * convolved.width() + x] : 0;
            loss += (out - wanted) * (out - wanted) / 2;
            double dy = plan.relu() && out == 0 ? 0 : out - wanted;
            db[o] += dy;
            for (int c = 0; c < filter.kernels().size(); c++) {
                for (int u = 0; u < height; u++) {
                    for (int v = 0; v < width; v++) {
                        int at = pixel(each ? o : c, y, x, u, v);
                        if (at >= 0) {
                            dx[at] += dy * weight(filter.kernels().get(c), u, v);
                            dw[((o * filter.kernels().size() + c) * height + u) * width + v] += dy * convolved.picture().values().data()[at];
                        }
                    }
                }
            }
        }

        private double weight(Kernel kernel, int u, int v) {
            double sum = plan.normalize() ? kernel.sum() : 1;
            return plan.gain() / sum * (plan.flip() ? kernel.at(plan.height() - 1 - u, plan.width() - 1 - v) : kernel.at(u, v));
        }

        private int pixel(int channel, int y, int x, int u, int v) {
            int row = inside(y * plan.stride() + u * plan.dilation(), plan.height(), convolved.picture().height());
            int column = inside(x * plan.stride() + v * plan.dilation(), plan.width(), convolved.picture().width());
            return row < 0 || column < 0 ? -1 : (channel * convolved.picture().height() + row) * convolved.picture().width() + column;
        }

        /** One step at a time from outside of the picture to where the value stands. */
        private int inside(int padded, int kernel, int size) {
            int before = plan.padding().same() ? plan.dilation() * (kernel - 1) / 2 : plan.padding().pixels();
            int at = padded - before;
            return switch (plan.padding().border()) {
                case ZEROS -> at < 0 || at >= size ? -1 : at;
                case REPLICATE -> Math.min(Math.max(at, 0), size - 1);
                case CIRCULAR -> (at + 10 * size) % size;
                case REFLECT -> {
                    int step = (at + 10 * (2 * size - 2)) % (2 * size - 2);
                    yield step < size ? step : 2 * size - 2 - step;
                }
            };
        }
    }
}
