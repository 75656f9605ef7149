package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tadpole.engine.convolution.StackStage.Convolution;
import tadpole.engine.convolution.StackStage.Pooled;
import tadpole.engine.convolution.StackStage.Rectified;
import tadpole.engine.layer.AvgPool2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.layer.Pass;
import tadpole.engine.layer.Relu;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Spec;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Seed;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

class StackRunnerTest {

    private static final Pooled MAX = new Pooled(Pooled.Kind.MAX, 2, 2, 0);
    private static final Pooled MEAN = new Pooled(Pooled.Kind.AVERAGE, 2, 2, 0);
    private static final Kernel EDGE = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    private final StackRunner runner = new StackRunner(Device.cpu(2));

    private static Picture counted(int channels, int height, int width) {
        Tensor values = Tensor.zeros(Shape.of(channels, height, width));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = i;
        }
        return new Picture("counted", values, 0, 255);
    }

    @Nested
    class Values {

        @Test
        void areThoseOfOneNetworkToTheBit() throws Exception {
            RandomGenerator random = new Seed(7).generator();
            for (int trial = 0; trial < 120; trial++) {
                int channels = 1 + random.nextInt(3);
                StackPlan plan = Stacks.any(random, channels);
                Picture picture = Stacks.picture(random, channels, 4 + random.nextInt(12), 4 + random.nextInt(12));
                StackRun run = runner.run(plan, picture);
                if (run.misfit().isPresent()) {
                    continue;
                }

                float[] expected = network(run, picture);

                assertThat(run.plane(plan.stages().size()).data()).as(plan.toString()).containsExactly(expected);
            }
        }

        private float[] network(StackRun run, Picture picture) throws Exception {
            List<Spec> specs = new ArrayList<>();
            for (StackRun.Result result : run.results()) {
                switch (result.stage()) {
                    case Convolution stage -> {
                        specs.add(Convolver.spec(stage.plan(), result.input().shape().at(0)));
                        if (stage.plan().relu()) {
                            specs.add(Relu.RECIPE.with(Map.of()));
                        }
                    }
                    case Rectified _ -> specs.add(Relu.RECIPE.with(Map.of()));
                    case Pooled pooled -> specs.add((pooled.kind() == Pooled.Kind.MAX ? MaxPool2d.RECIPE : AvgPool2d.RECIPE).with(Map.of(
                            "kernel", (long) pooled.window(), "stride", (long) pooled.stride(), "padding", (long) pooled.padding())));
                }
            }
            Network network = Network.build(picture.values().shape(), specs, new Seed(0));
            List<Tensor> weights = run.results().stream().flatMap(result -> result.convolved().stream())
                    .flatMap(each -> List.of(each.weight(), each.bias()).stream()).toList();
            for (int i = 0; i < weights.size(); i++) {
                Parameter parameter = network.parameters().get(i);
                System.arraycopy(weights.get(i).data(), 0, parameter.value().data(), 0, parameter.size());
            }
            Pass pass = Pass.evaluation(Device.cpu(2));
            pass.begin(new Seed(0));
            Tensor y = network.forward(picture.values().as(picture.values().shape().batchOf(1)), pass);
            return Arrays.copyOf(y.data(), y.size());
        }

        @Test
        void agreeWithAComputationInDoubles() {
            RandomGenerator random = new Seed(8).generator();
            int compared = 0;
            for (int trial = 0; trial < 200; trial++) {
                int channels = 1 + random.nextInt(3);
                StackPlan plan = Stacks.any(random, channels);
                StackRun run = runner.run(plan, Stacks.picture(random, channels, 4 + random.nextInt(12), 4 + random.nextInt(12)));
                double[] passing = doubles(run.picture().values());
                for (StackRun.Result result : run.results()) {
                    passing = inDoubles(result, passing);
                    double largest = Arrays.stream(passing).map(Math::abs).max().orElse(0);
                    for (int i = 0; i < passing.length; i++) {
                        assertThat((double) result.output().data()[i]).as("%s, number %d", plan, i)
                                .isCloseTo(passing[i], within(1e-5 * Math.max(1, largest)));
                    }
                    compared++;
                }
            }
            assertThat(compared).isGreaterThan(250);
        }

        private static double[] doubles(Tensor tensor) {
            double[] values = new double[tensor.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = tensor.data()[i];
            }
            return values;
        }

        private static double[] inDoubles(StackRun.Result result, double[] x) {
            Shape in = result.input().shape();
            Shape out = result.output().shape();
            double[] y = new double[out.size()];
            for (int c = 0; c < out.at(0); c++) {
                for (int i = 0; i < out.at(1); i++) {
                    for (int j = 0; j < out.at(2); j++) {
                        y[(c * out.at(1) + i) * out.at(2) + j] = inDoubles(result, x, in, c, i, j);
                    }
                }
            }
            return y;
        }

        private static double inDoubles(StackRun.Result result, double[] x, Shape in, int c, int i, int j) {
            return switch (result.stage()) {
                case Rectified _ -> Math.max(0, x[(c * in.at(1) + i) * in.at(2) + j]);
                case Pooled pooled -> {
                    double sum = 0;
                    double most = Double.NEGATIVE_INFINITY;
                    for (int u = 0; u < pooled.window(); u++) {
                        for (int v = 0; v < pooled.window(); v++) {
                            int row = i * pooled.stride() - pooled.padding() + u;
                            int column = j * pooled.stride() - pooled.padding() + v;
                            if (row >= 0 && column >= 0 && row < in.at(1) && column < in.at(2)) {
                                sum += x[(c * in.at(1) + row) * in.at(2) + column];
                                most = Math.max(most, x[(c * in.at(1) + row) * in.at(2) + column]);
                            }
                        }
                    }
                    yield pooled.kind() == Pooled.Kind.MAX ? most : sum / (pooled.window() * pooled.window());
                }
                case Convolution stage -> {
                    ConvolutionPlan plan = stage.plan();
                    boolean each = plan.mixing() == Mixing.EACH;
                    Filter filter = plan.filters().get(each ? 0 : c);
                    double sum = filter.bias();
                    for (int d = each ? c : 0; d < (each ? c + 1 : in.at(0)); d++) {
                        Kernel kernel = plan.effective(filter.kernels().get(each ? 0 : d));
                        for (int u = 0; u < kernel.height(); u++) {
                            for (int v = 0; v < kernel.width(); v++) {
                                Padding padding = plan.padding();
                                int row = padding.source(i * plan.stride() - padding.before(kernel.height(), plan.dilation()) + u * plan.dilation(), in.at(1));
                                int column = padding.source(j * plan.stride() - padding.before(kernel.width(), plan.dilation()) + v * plan.dilation(), in.at(2));
                                sum += row < 0 || column < 0 ? 0 : kernel.at(u, v) * x[(d * in.at(1) + row) * in.at(2) + column];
                            }
                        }
                    }
                    yield plan.relu() ? Math.max(0, sum) : sum;
                }
            };
        }

        @Test
        void areTheSameAfterStagesBeforeStoodStill() {
            Picture picture = counted(1, 8, 8);
            StackPlan before = StackPlan.of(new Convolution(ConvolutionPlan.of(EDGE)), MAX);
            StackPlan after = StackPlan.of(new Convolution(ConvolutionPlan.of(EDGE)), MEAN);

            StackRun first = runner.run(before, picture);
            StackRun second = runner.run(after, picture);

            assertThat(second.plane(1)).isSameAs(first.plane(1));
            assertThat(second.plane(2).data()).containsExactly(new StackRunner(Device.cpu(2)).run(after, picture).plane(2).data());
            assertThat(runner.run(after, counted(1, 8, 8)).plane(1)).isNotSameAs(first.plane(1));
        }
    }

    @Nested
    class Numbers {

        @Test
        void ofMaxPoolingSayWhoWon() {
            StackRun run = runner.run(StackPlan.of(MAX), counted(1, 4, 4));

            assertThat(run.number(1, 0, 1, 0)).isInstanceOfSatisfying(StackNumber.Largest.class, largest -> {
                assertThat(largest.value()).isEqualTo(13);
                assertThat(largest.cells().get(largest.winner())).isEqualTo(new StackNumber.Cell(3, 1, 13, false));
            });
        }

        @Test
        void ofEqualPixelsTheFirstWins() {
            StackRun run = runner.run(StackPlan.of(MAX), new Picture("", Tensor.zeros(Shape.of(1, 2, 2)), 0, 1));

            assertThat(run.number(1, 0, 0, 0)).isInstanceOfSatisfying(StackNumber.Largest.class, largest -> assertThat(largest.winner()).isZero());
        }

        @Test
        void ofAveragePoolingDivideBySizeWithPaddingAsZeros() {
            StackRun run = runner.run(StackPlan.of(new Pooled(Pooled.Kind.AVERAGE, 2, 2, 1)), counted(1, 4, 4));

            assertThat(run.number(1, 0, 0, 1)).isInstanceOfSatisfying(StackNumber.Mean.class, mean -> {
                assertThat(mean.sum()).isEqualTo(1 + 2);
                assertThat(mean.cells()).filteredOn(StackNumber.Cell::padding).hasSize(2);
                assertThat(mean.value()).isEqualTo(0.75f);
            });
        }

        @Test
        void areExplainedInEveryStage() {
            RandomGenerator random = new Seed(9).generator();
            for (int trial = 0; trial < 60; trial++) {
                StackRun run = runner.run(Stacks.any(random, 2), Stacks.picture(random, 2, 6, 7));
                for (int stage = 1; stage <= run.results().size(); stage++) {
                    Shape shape = run.plane(stage).shape();
                    for (int i = 0; i < shape.size(); i++) {
                        int channel = i / (shape.at(1) * shape.at(2));
                        StackNumber number = run.number(stage, channel, i / shape.at(2) % shape.at(1), i % shape.at(2));
                        assertThat(number.value()).isEqualTo(run.plane(stage).data()[i]);
                        assertThat(computed(number)).isCloseTo(number.value(), within(1e-4 * Math.max(1, Math.abs(number.value()))));
                    }
                }
            }
        }

        private static double computed(StackNumber number) {
            return switch (number) {
                case StackNumber.Sum sum -> sum.sum().relu() ? Math.max(0, sum.sum().sum()) : sum.sum().sum();
                case StackNumber.Largest largest -> largest.cells().get(largest.winner()).value();
                case StackNumber.Mean mean -> mean.sum() / mean.cells().size();
                case StackNumber.Cut cut -> Math.max(0, cut.before());
            };
        }
    }

    @Nested
    class Misfits {

        @Test
        void nameTheStageAndLeaveThoseBefore() {
            StackRun run = runner.run(StackPlan.of(MAX, MAX, new Convolution(ConvolutionPlan.of(EDGE).withPadding(Padding.none()))), counted(1, 8, 8));

            assertThat(run.results()).hasSize(2);
            assertThat(run.misfit()).hasValueSatisfying(misfit -> {
                assertThat(misfit.stage()).isEqualTo(3);
                assertThat(misfit.sentence()).isEqualTo(
                        "Stage 3, convolution: the kernel (3×3) is larger than the input with its padding (2×2). Take a smaller kernel, or more padding.");
            });
        }

        @Test
        void ofPoolingSayWhatItIs() {
            assertThat(runner.run(StackPlan.of(new Pooled(Pooled.Kind.AVERAGE, 5, 5, 0)), counted(1, 4, 4)).misfit())
                    .hasValueSatisfying(misfit -> assertThat(misfit.sentence()).startsWith("Stage 1, average pooling: a 5×5 window does not fit a 4×4 input"));
            assertThat(runner.run(StackPlan.of(new Pooled(Pooled.Kind.MAX, 2, 2, 2)), counted(1, 4, 4)).misfit())
                    .hasValueSatisfying(misfit -> assertThat(misfit.sentence()).startsWith("Stage 1, max pooling: padding may be at most half the window"));
        }

        @Test
        void ofKernelsAndChannelsSayBothNumbers() {
            Convolution summed = new Convolution(ConvolutionPlan.of(EDGE).withMixing(Mixing.SUM));

            assertThat(runner.run(StackPlan.of(summed), counted(3, 4, 4)).misfit()).hasValueSatisfying(misfit -> assertThat(misfit.sentence())
                    .isEqualTo("Stage 1, convolution: a filter has 1 kernel, but 3 channels come in. Give it a kernel for each channel."));
            assertThat(runner.run(StackPlan.of(summed.fitted(3)), counted(3, 4, 4)).misfit()).isEmpty();
        }

        @Test
        void ofGrayBehindAConvolution() {
            Convolution each = new Convolution(ConvolutionPlan.of(EDGE).withMixing(Mixing.EACH));
            StackPlan plan = StackPlan.of(each, new Convolution(ConvolutionPlan.of(EDGE)));

            assertThat(runner.run(plan, counted(3, 4, 4)).misfit()).hasValueSatisfying(misfit -> assertThat(misfit.sentence())
                    .startsWith("Stage 2, convolution: gray is made of the picture before the first convolution, but 3 channels come in"));
            assertThat(runner.run(plan, counted(1, 4, 4)).misfit()).isEmpty();
            assertThat(plan.fitted(3).stages().get(1)).isEqualTo(each);
        }

        @Test
        void aFifthStageIsTooMany() {
            assertThatIllegalArgumentException().isThrownBy(() -> StackPlan.of(MAX, MAX, MAX, MAX, MAX))
                    .withMessage("A stack has at most 4 stages, but here are 5.");
        }
    }

    @Test
    void countsWeightsAndMultiplyAdds() {
        Convolution summed = new Convolution(new ConvolutionPlan(Mixing.SUM, List.of(new Filter(List.of(EDGE), 0), new Filter(List.of(EDGE), 1)),
                1, false, false, false, 1, Padding.of(1), 1)).fitted(3);

        StackRun.Result result = runner.run(StackPlan.of(summed, MAX), counted(3, 8, 8)).results().getFirst();

        assertThat(result.parameters()).isEqualTo(2 * 3 * 9 + 2);
        assertThat(result.multiplyAdds()).isEqualTo(2L * 3 * 9 * 64);
    }

    @Test
    void anEmptyStackIsThePicture() {
        Picture picture = counted(3, 4, 5);
        StackRun run = runner.run(new StackPlan(List.of()), picture);

        assertThat(run.plane(0)).isSameAs(picture.values());
        assertThat(run.misfit()).isEmpty();
    }

    @Test
    void filtersAreFittedToTheChannelsThatPass() {
        Convolution two = new Convolution(ConvolutionPlan.of(EDGE).withFilters(List.of(new Filter(List.of(EDGE), 0), new Filter(List.of(EDGE), 1))));

        StackPlan fitted = StackPlan.of(MAX, two, two, two).fitted(3);

        StackRun run = runner.run(fitted, counted(3, 8, 8));
        assertThat(run.misfit()).isEmpty();
        assertThat(run.plane(0).shape()).isEqualTo(Shape.of(1, 8, 8));
        assertThat(run.results()).extracting(each -> each.output().shape().at(0)).containsExactly(1, 2, 2, 2);
        assertThat(run.results()).extracting(StackRun.Result::parameters).containsExactly(0L, 20L, 38L, 38L);
    }

    @Test
    void grayIsForgottenWithTheConvolutionThatWantedIt() {
        Picture picture = counted(3, 4, 4);
        runner.run(StackPlan.of(MAX, new Convolution(ConvolutionPlan.of(EDGE))), picture);

        assertThat(runner.run(StackPlan.of(MAX), picture).plane(1).shape()).isEqualTo(Shape.of(3, 2, 2));
    }

    @Test
    void grayIsMadeForAFirstStageThatTakesGray() {
        assertThat(runner.run(StackPlan.of(new Convolution(ConvolutionPlan.of(EDGE))), counted(3, 4, 5)).plane(0).shape()).isEqualTo(Shape.of(1, 4, 5));
    }
}
