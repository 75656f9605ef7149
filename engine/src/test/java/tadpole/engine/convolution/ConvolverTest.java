package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Layer;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConvolverTest {

    private static final int CASES = 1500;
    private static final int PLACES = 12;

    private final Device device = Device.cpu(2);
    private final Convolver convolver = new Convolver(device);

    @AfterAll
    void closeDevice() {
        device.close();
    }

    @Test
    void equalsAnIndependentSumInDoubleAndTheLayerBuiltByHand() throws SettingException {
        SplittableRandom random = new SplittableRandom(16);
        int computed = 0;
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            Drawing drawn = Drawing.of(random);
            String what = "case %d: %s on %s".formatted(i, drawn.plan(), drawn.picture().values().shape());
            if (!drawn.fits()) {
                assertThatThrownBy(() -> convolver.convolve(drawn.plan(), drawn.picture())).as(what).isInstanceOf(SettingException.class).hasMessageEndingWith(".");
                refused++;
                continue;
            }
            Convolved convolved = convolver.convolve(drawn.plan(), drawn.picture());

            assertThat(convolved.output().shape()).as(what).isEqualTo(drawn.outputShape());
            for (int place = 0; place < PLACES; place++) {
                int o = random.nextInt(convolved.channels());
                int y = random.nextInt(convolved.height());
                int x = random.nextInt(convolved.width());
                Sum sum = drawn.sum(o, y, x);
                assertThat((double) convolved.at(o, y, x)).as("%s, output %d, %d, %d", what, o, y, x)
                        .isCloseTo(drawn.plan().relu() ? Math.max(0, sum.value()) : sum.value(), within(1e-5 * sum.absolute() + 1e-30));
                WindowSum window = convolved.window(o, y, x);
                assertThat(window.sum()).as("%s, window %d, %d, %d", what, o, y, x).isCloseTo(sum.value(), within(1e-6 * sum.absolute() + 1e-30));
                assertThat(window.value()).isEqualTo(convolved.at(o, y, x));
            }
            assertThat(convolved.output().data()).as("%s: the layer built by hand", what).isEqualTo(drawn.byHand(device));
            computed++;
        }
        assertThat(computed).isGreaterThan(900);
        assertThat(refused).isGreaterThan(20);
    }

    /** A sum and what rounding is measured against. */
    private record Sum(double value, double absolute) {}

    /** A picture and a plan for it, and what comes of them by loops in double that know nothing of the package but the plan's fields. */
    private record Drawing(Picture picture, ConvolutionPlan plan) {

        static Drawing of(SplittableRandom random) {
            Mixing mixing = one(Mixing.values(), random);
            int channels = mixing == Mixing.GRAY ? one(new Integer[] {1, 3}, random) : 1 + random.nextInt(4);
            Tensor values = Tensor.zeros(Shape.of(channels, 1 + random.nextInt(31), 1 + random.nextInt(31)));
            for (int i = 0; i < values.size(); i++) {
                values.data()[i] = random.nextInt(256);
            }
            int kernelHeight = 1 + random.nextInt(9);
            int kernelWidth = random.nextBoolean() ? kernelHeight : 1 + random.nextInt(9);
            List<Filter> filters = new ArrayList<>();
            int count = mixing == Mixing.EACH ? 1 : 1 + random.nextInt(3);
            for (int f = 0; f < count; f++) {
                List<Kernel> kernels = new ArrayList<>();
                for (int c = 0; c < (mixing == Mixing.SUM ? channels : 1); c++) {
                    float[] weights = new float[kernelHeight * kernelWidth];
                    for (int k = 0; k < weights.length; k++) {
                        weights[k] = random.nextInt(4) == 0 ? 0 : (float) random.nextDouble(-2, 2);
                    }
                    kernels.add(Kernel.of(kernelHeight, kernelWidth, weights));
                }
                filters.add(new Filter(kernels, random.nextBoolean() ? 0 : (float) random.nextDouble(-100, 100)));
            }
            Padding padding = random.nextInt(3) == 0 ? Padding.ofSame() : Padding.of(random.nextInt(5));
            return new Drawing(Picture.ofBytes("drawn", values), new ConvolutionPlan(mixing, filters, random.nextBoolean() ? 1 : (float) random.nextDouble(-3, 3),
                    random.nextInt(4) == 0, random.nextBoolean(), random.nextInt(3) == 0, 1 + random.nextInt(3), padding.with(one(Border.values(), random)),
                    random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 1));
        }

        private static <T> T one(T[] of, SplittableRandom random) {
            return of[random.nextInt(of.length)];
        }

        private int kernelHeight() {
            return plan.filters().getFirst().kernels().getFirst().height();
        }

        private int kernelWidth() {
            return plan.filters().getFirst().kernels().getFirst().width();
        }

        private int before(int kernel) {
            return plan.padding().same() ? (int) Math.floor(plan.dilation() * (kernel - 1) / 2.0) : plan.padding().pixels();
        }

        private int around(int kernel) {
            return plan.padding().same() ? plan.dilation() * (kernel - 1) : 2 * plan.padding().pixels();
        }

        private int places(int size, int kernel) {
            return Math.floorDiv(size + around(kernel) - plan.dilation() * (kernel - 1) - 1, plan.stride()) + 1;
        }

        boolean fits() {
            return fits(picture.height(), kernelHeight()) && fits(picture.width(), kernelWidth());
        }

        private boolean fits(int size, int kernel) {
            int beyond = around(kernel) - before(kernel);
            boolean taken = switch (plan.padding().border()) {
                case REFLECT -> beyond < size;
                case CIRCULAR -> beyond <= size;
                default -> true;
            };
            return taken && places(size, kernel) >= 1;
        }

        Shape outputShape() {
            return Shape.of(plan.mixing() == Mixing.EACH ? picture.channels() : plan.filters().size(),
                    places(picture.height(), kernelHeight()), places(picture.width(), kernelWidth()));
        }

        /** The pixel at a place in or around the picture, whose gray is rounded as everywhere. */
        private double pixel(int channel, int row, int column) {
            int r = row;
            int c = column;
            int h = picture.height();
            int w = picture.width();
            switch (plan.padding().border()) {
                case ZEROS -> {
                    if (r < 0 || c < 0 || r >= h || c >= w) {
                        return 0;
                    }
                }
                case REFLECT -> {
                    r = h - 1 - Math.abs(h - 1 - Math.abs(r));
                    c = w - 1 - Math.abs(w - 1 - Math.abs(c));
                }
                case REPLICATE -> {
                    r = Math.max(0, Math.min(h - 1, r));
                    c = Math.max(0, Math.min(w - 1, c));
                }
                case CIRCULAR -> {
                    r = (r + 2 * h) % h;
                    c = (c + 2 * w) % w;
                }
            }
            float[] all = picture.values().data();
            int at = r * w + c;
            return plan.mixing() == Mixing.GRAY && picture.channels() == 3
                    ? Math.round(0.299 * all[at] + 0.587 * all[h * w + at] + 0.114 * all[2 * h * w + at])
                    : all[channel * h * w + at];
        }

        /** What the kernel's number is multiplied with, in double. */
        private double factor(Kernel kernel) {
            double sum = IntStream.range(0, kernel.values().length).mapToDouble(i -> kernel.values()[i]).sum();
            return plan.normalize() && sum != 0 ? plan.gain() / sum : plan.gain();
        }

        Sum sum(int o, int y, int x) {
            boolean each = plan.mixing() == Mixing.EACH;
            Filter filter = plan.filters().get(each ? 0 : o);
            double value = filter.bias();
            double absolute = Math.abs(value);
            for (int c = 0; c < (plan.mixing() == Mixing.SUM ? picture.channels() : 1); c++) {
                Kernel kernel = filter.kernels().get(c);
                double factor = factor(kernel);
                for (int u = 0; u < kernelHeight(); u++) {
                    for (int v = 0; v < kernelWidth(); v++) {
                        double weight = factor * (plan.flip() ? kernel.at(kernelHeight() - 1 - u, kernelWidth() - 1 - v) : kernel.at(u, v));
                        double product = weight * pixel(each ? o : c, y * plan.stride() + u * plan.dilation() - before(kernelHeight()),
                                x * plan.stride() + v * plan.dilation() - before(kernelWidth()));
                        value += product;
                        absolute += Math.abs(product);
                    }
                }
            }
            return new Sum(value, absolute);
        }

        float[] byHand(Device device) throws SettingException {
            Picture in = plan.mixing() == Mixing.GRAY ? picture.gray() : picture;
            boolean each = plan.mixing() == Mixing.EACH;
            int out = each ? in.channels() : plan.filters().size();
            Map<String, Object> settings = new HashMap<>(Map.of("out", out, "kernel", kernelHeight(), "kernelWidth", kernelWidth(), "stride", plan.stride(),
                    "dilation", plan.dilation(), "groups", each ? out : 1, "paddingMode", plan.padding().border().key()));
            if (plan.padding().same()) {
                settings.put("paddingSame", true);
            } else {
                settings.put("padding", plan.padding().pixels());
            }
            Layer layer = Conv2d.RECIPE.maker().make("it", Conv2d.RECIPE.settings(settings), in.values().shape(), new Seed(1));
            List<Float> weights = new ArrayList<>();
            for (int o = 0; o < out; o++) {
                Filter filter = plan.filters().get(each ? 0 : o);
                layer.parameters().get(1).value().data()[o] = filter.bias();
                for (Kernel kernel : filter.kernels()) {
                    for (float value : plan.effective(kernel).values()) {
                        weights.add(value);
                    }
                }
            }
            for (int i = 0; i < weights.size(); i++) {
                layer.parameters().getFirst().value().data()[i] = weights.get(i);
            }
            Pass pass = Pass.evaluation(device);
            Tensor y = layer.forward(in.values().as(in.values().shape().batchOf(1)), pass);
            if (plan.relu()) {
                y = Relu.RECIPE.maker().make("cut", Relu.RECIPE.standard().settings(), y.shape().perSample(), new Seed(1)).forward(y, Pass.evaluation(device));
            }
            return y.copy().data();
        }
    }

    @Nested
    class WhenOnlyTheKernelChanges {

        private final Picture picture = picture(3, 60, 80);

        @Test
        void whatWasHandedOutBeforeStays() throws SettingException {
            Convolved first = convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 1)), picture);
            float[] before = first.output().data().clone();

            Convolved second = convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 2)), picture);
            convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 3)), picture);

            assertThat(first.output().data()).isEqualTo(before);
            assertThat(first.weight().data()).containsExactly(1);
            assertThat(second.at(0, 7, 7)).isEqualTo(2 * first.at(0, 7, 7));
        }

        @Test
        void grayIsMadeOnceAPicture() throws SettingException {
            Picture first = convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 1)), picture).picture();

            assertThat(convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 2)), picture).picture()).isSameAs(first);
            assertThat(convolver.convolve(ConvolutionPlan.of(Kernel.of(1, 1, 2)), picture(3, 60, 80)).picture()).isNotSameAs(first);
        }
    }

    @Nested
    class WhatDoesNotFit {

        @Test
        void aKernelLargerThanThePicture() {
            ConvolutionPlan plan = ConvolutionPlan.of(Kernel.zeros(5, 3)).withPadding(Padding.of(1));

            assertThatThrownBy(() -> convolver.convolve(plan.withDilation(4), picture(1, 12, 12)))
                    .hasMessage("The kernel (5×3 with dilation 4, so 17×9 pixels) is larger than the picture with its padding (14×14). Take a smaller kernel or dilation, or more padding.");
            assertThatThrownBy(() -> convolver.convolve(plan, picture(1, 2, 12)))
                    .hasMessage("The kernel (5×3) is larger than the picture with its padding (4×14). Take a smaller kernel, or more padding.");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                REFLECT  | Mirroring (each pixel once, without the edge) can put at most 3 pixels around a picture of 4 columns, but 5 are asked for. Take less padding or another border.
                CIRCULAR | Going around to the other side (each pixel once) can put at most 4 pixels around a picture of 4 columns, but 5 are asked for. Take less padding or another border.
                """)
        void moreBorderThanThePictureHas(Border border, String sentence) {
            ConvolutionPlan plan = ConvolutionPlan.of(Kernel.zeros(3, 3)).withPadding(Padding.of(5).with(border));

            assertThatThrownBy(() -> convolver.convolve(plan, picture(1, 9, 4))).hasMessage(sentence);
        }

        @Test
        void aFilterWithoutAKernelForEachChannel() {
            ConvolutionPlan plan = ConvolutionPlan.of(Kernel.zeros(3, 3)).withMixing(Mixing.SUM);

            assertThatThrownBy(() -> convolver.convolve(plan, picture(3, 9, 9)))
                    .hasMessage("Filter 1 has 1 kernel, but the picture has 3 channels: a filter sums over all channels and needs a kernel for each.");
        }

        @Test
        void moreNumbersThanAWindowCanHold() {
            ConvolutionPlan plan = ConvolutionPlan.of(Kernel.zeros(3, 3)).withPadding(Padding.of(9000));

            assertThatThrownBy(() -> convolver.convolve(plan, picture(1, 9, 9))).hasMessageContaining("18009×18009 with 1 channel, and 1 map of ").hasMessageEndingWith("stride.");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theNumberOfThreadsChangesNoBit(int threads) throws SettingException {
        Picture picture = picture(3, 200, 301);
        ConvolutionPlan plan = ConvolutionPlan.of(Kernel.of(7, 4, picture(1, 7, 4).values().data())).withMixing(Mixing.EACH).withPadding(Padding.ofSame().with(Border.REFLECT));

        try (Device other = Device.cpu(threads)) {
            assertThat(new Convolver(other).convolve(plan, picture).output().data()).isEqualTo(convolver.convolve(plan, picture).output().data());
        }
    }

    private static Picture picture(int channels, int height, int width) {
        SplittableRandom random = new SplittableRandom(5);
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = random.nextInt(256);
        }
        return Picture.ofBytes("drawn", values);
    }
}
