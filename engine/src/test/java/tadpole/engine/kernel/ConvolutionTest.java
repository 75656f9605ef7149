package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionTest {
    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    static Stream<ConvolutionShape> shapes() {
        List<ConvolutionShape> shapes = new ArrayList<>();
        // Winograd: around the tiles of 4x4 outputs, few and many channels, one image and several, each padding.
        for (int size : new int[] {3, 4, 5, 8, 9, 17, 35}) {
            for (int padding = 0; padding <= 2; padding++) {
                shapes.add(ConvolutionShape.of(2, 16, size, size + 1, 17, 3, padding));
            }
        }
        shapes.add(ConvolutionShape.of(1, 64, 30, 70, 64, 3, 1));
        shapes.add(ConvolutionShape.of(1, 170, 14, 14, 163, 3, 1));
        shapes.add(ConvolutionShape.of(9, 32, 8, 8, 64, 3, 1));
        shapes.add(ConvolutionShape.of(0, 16, 8, 8, 16, 3, 1));
        shapes.add(ConvolutionShape.of(9, 16, 40, 38, 17, 3, 1));
        shapes.add(ConvolutionShape.of(85, 33, 8, 8, 64, 3, 1));
        // Direct: kernels of every size, few channels, dilation, small and large planes.
        for (int kernel : new int[] {1, 2, 3, 5, 7}) {
            for (int padding = 0; padding < kernel; padding += 2) {
                shapes.add(ConvolutionShape.of(3, 2, 9, 8, 5, kernel, padding));
            }
        }
        shapes.add(ConvolutionShape.of(4, 1, 28, 28, 8, 5, 0));
        shapes.add(ConvolutionShape.of(4, 8, 12, 12, 16, 5, 0));
        shapes.add(ConvolutionShape.of(1, 3, 70, 90, 64, 3, 1));
        shapes.add(ConvolutionShape.of(2, 33, 7, 7, 20, 1, 0));
        shapes.add(ConvolutionShape.of(1, 1, 1, 1, 1, 1, 0));
        shapes.add(new ConvolutionShape(2, 3, 11, 12, 4, 3, 3, 1, 2, 2, 1));
        // Images in the lanes: around whole vectors of images, planes narrower than a tile, several strips, more taps than a task sums.
        for (int batch : new int[] {8, 15, 16, 17, 33}) {
            shapes.add(ConvolutionShape.of(batch, 1, 28, 28, 8, 5, 0));
            shapes.add(ConvolutionShape.of(batch, 3, 6, 5, 9, 5, 2));
        }
        for (int size : new int[] {3, 4, 5, 7, 12, 16, 17}) {
            shapes.add(ConvolutionShape.of(16, 2, size, size + 1, 5, 3, 1));
            shapes.add(ConvolutionShape.of(16, 2, size + 1, size, 4, 3, 0));
        }
        shapes.add(ConvolutionShape.of(16, 8, 12, 12, 16, 5, 0));
        shapes.add(ConvolutionShape.of(16, 20, 33, 40, 5, 7, 3));
        shapes.add(ConvolutionShape.of(16, 5, 1, 1, 3, 1, 0));
        shapes.add(ConvolutionShape.of(16, 1, 2, 2, 1, 5, 4));
        shapes.add(new ConvolutionShape(18, 3, 11, 12, 4, 3, 3, 1, 2, 2, 1));
        shapes.add(new ConvolutionShape(18, 3, 11, 12, 4, 5, 5, 1, 7, 3, 1));
        // Products: stride, groups, kernels that are not square, padding beyond the kernel.
        shapes.add(new ConvolutionShape(2, 16, 16, 16, 32, 3, 3, 2, 1, 1, 1));
        shapes.add(new ConvolutionShape(20, 16, 15, 16, 33, 1, 1, 2, 0, 1, 1));
        // Even and odd rows apart.
        shapes.add(new ConvolutionShape(19, 17, 16, 15, 32, 3, 3, 2, 1, 1, 1));
        shapes.add(new ConvolutionShape(8, 5, 70, 68, 6, 3, 3, 2, 0, 1, 1));
        shapes.add(new ConvolutionShape(9, 3, 23, 22, 8, 7, 7, 2, 3, 1, 1));
        shapes.add(new ConvolutionShape(8, 4, 9, 10, 5, 2, 2, 2, 0, 1, 1));
        shapes.add(new ConvolutionShape(8, 4, 9, 10, 5, 4, 4, 2, 5, 1, 1));
        shapes.add(new ConvolutionShape(40, 3, 7, 6, 9, 3, 3, 2, 2, 1, 1));
        shapes.add(new ConvolutionShape(8, 2, 1, 2, 3, 2, 2, 2, 1, 1, 1));
        shapes.add(new ConvolutionShape(1, 3, 23, 22, 8, 7, 7, 3, 3, 1, 1));
        shapes.add(new ConvolutionShape(2, 6, 9, 9, 4, 3, 3, 1, 1, 1, 2));
        shapes.add(new ConvolutionShape(2, 6, 9, 9, 12, 3, 3, 2, 1, 1, 6));
        shapes.add(new ConvolutionShape(2, 3, 9, 10, 4, 2, 4, 1, 1, 1, 1));
        shapes.add(new ConvolutionShape(2, 3, 9, 10, 4, 1, 1, 1, 1, 1, 1));
        shapes.add(new ConvolutionShape(1, 2, 9, 9, 3, 3, 3, 2, 4, 3, 1));
        return shapes.stream();
    }

    @Test
    void everyWayIsTaken() {
        assertThat(shapes().map(vector::convolution).map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Ways.of(Convolution.class, PlainConvolution.class));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void allThreeWaysAgreeWithThePlainTwin(ConvolutionShape shape) {
        Run expected = new Run(plain.convolution(shape));
        Run actual = new Run(vector.convolution(shape));

        Agreement.within(bound(shape.depth()), actual.y, expected.y, "y");
        Agreement.within(bound(shape.depth()), actual.yRelu, expected.yRelu, "y without bias, with ReLU");
        Agreement.within(bound(shape.outChannels() * 9), actual.dx, expected.dx, "dx");
        Agreement.within(bound(shape.outputSize() / shape.outChannels()), actual.dweights, expected.dweights, "dweights");
        Agreement.within(bound(shape.outputSize() / shape.outChannels()), actual.dbias, expected.dbias, "dbias");
    }

    /** Sums of n products of normal numbers are about the root of n large; the worst error of Winograd is 3e-5 of that. */
    private static float bound(int n) {
        return 3e-5f * (1 + (float) Math.sqrt(n));
    }

    @Test
    void givesTheSameBitsForAnyNumberOfThreads() {
        shapes().forEach(shape -> {
            Run expected = new Run(vector.convolution(shape));
            for (int threads : new int[] {1, 3, 4}) {
                try (Workers others = new Workers(threads)) {
                    Run actual = new Run(Kernels.vector(others).convolution(shape));

                    assertThat(actual.y).isEqualTo(expected.y);
                    assertThat(actual.dx).isEqualTo(expected.dx);
                    assertThat(actual.dweights).isEqualTo(expected.dweights);
                    assertThat(actual.dbias).isEqualTo(expected.dbias);
                }
            }
        });
    }

    /** A batch of two goes by rows, a single image straight from the image or in strips, which must not be seen. */
    @Test
    void aSingleImageGivesTheBitsThatItGivesInABatch() {
        for (int[] of : new int[][] {{1, 40, 50, 1, 3, 5, 1, 2, 1, 1}, {3, 33, 61, 3, 3, 3, 1, 1, 2, 3}, {6, 20, 90, 4, 9, 2, 1, 4, 1, 2}, {4, 19, 18, 9, 9, 4, 1, 9, 1, 1},
            {1, 300, 401, 1, 9, 9, 2, 4, 1, 1}, {3, 300, 301, 6, 5, 3, 3, 2, 2, 3}, {2, 301, 300, 9, 7, 7, 2, 0, 1, 1}}) {
            ConvolutionShape one = new ConvolutionShape(1, of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9]);
            ConvolutionShape two = new ConvolutionShape(2, of[0], of[1], of[2], of[3], of[4], of[5], of[6], of[7], of[8], of[9]);
            float[] single = forward(one);
            float[] batch = forward(two);

            assertThat(single).as("%s", one).isEqualTo(Arrays.copyOf(batch, single.length));
        }
    }

    private float[] forward(ConvolutionShape shape) {
        Convolution convolution = vector.convolution(shape);
        assertThat(convolution).isInstanceOf(RowsConvolution.class);
        float[] weights = new Samples().floats(shape.weightSize());
        float[] bias = Arrays.copyOf(weights, shape.outChannels());
        float[] x = new Samples().floats(shape.inputSize());
        float[] prepared = new float[convolution.preparedSize()];
        convolution.prepare(weights, prepared);
        float[] y = new float[shape.outputSize()];
        convolution.forward(x, prepared, bias, true, y, new Workspace());
        return y;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyWayThatIsAskedForGivesTheSame(ConvolutionShape shape) {
        float[] expected = new Run(plain.convolution(shape)).y;
        for (ConvolutionWay way : ConvolutionWay.values()) {
            vector.convolution(shape, way).ifPresent(convolution ->
                    Agreement.within(bound(shape.depth()), new Run(convolution).y, expected, way + " y"));
        }
    }

    @Test
    void notANumberPassesThrough() {
        shapes().filter(shape -> shape.batch() > 0).forEach(shape -> {
            Convolution convolution = vector.convolution(shape);
            float[] x = samples.floats(shape.inputSize());
            x[0] = Float.NaN;
            float[] prepared = new float[convolution.preparedSize()];
            convolution.prepare(samples.floats(shape.weightSize()), prepared);
            float[] y = new float[shape.outputSize()];

            convolution.forward(x, prepared, new float[0], true, y, new Workspace());

            boolean found = false;
            for (float value : y) {
                found |= Float.isNaN(value);
            }
            assertThat(found).as("NaN in the output of %s", shape).isTrue();
        });
    }

    /** Everything that a convolution computes, from the same seeded numbers. */
    private static final class Run {
        final float[] y;
        final float[] yRelu;
        final float[] dx;
        final float[] dweights;
        final float[] dbias;

        Run(Convolution convolution) {
            ConvolutionShape shape = convolution.shape();
            Samples samples = new Samples();
            float[] x = samples.floats(shape.inputSize());
            float[] weights = samples.floats(shape.weightSize());
            float[] bias = samples.floats(shape.outChannels());
            float[] dy = samples.floats(shape.outputSize());
            y = samples.floats(shape.outputSize());
            yRelu = samples.floats(shape.outputSize());
            dx = samples.floats(shape.inputSize());
            dweights = samples.floats(shape.weightSize());
            dbias = samples.floats(shape.outChannels());
            float[] prepared = samples.floats(convolution.preparedSize());
            float[] preparedBackward = samples.floats(convolution.preparedBackwardSize());
            Workspace workspace = new Workspace();
            convolution.prepare(weights, prepared);
            convolution.forward(x, prepared, bias, false, y, workspace);
            convolution.forward(x, prepared, new float[0], true, yRelu, workspace);
            convolution.prepareBackward(weights, preparedBackward);
            convolution.inputGradient(dy, preparedBackward, dx, workspace);
            convolution.addWeightGradient(x, dy, dweights, workspace);
            convolution.addBiasGradient(dy, dbias);
        }
    }
}
