package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchNormTest {
    private static final float EPSILON = 1e-5f;

    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    static Stream<ChannelShape> shapes() {
        return Stream.of(new ChannelShape(2, 3, 1), new ChannelShape(5, 4, 15), new ChannelShape(8, 16, 64), new ChannelShape(3, 1, 1000),
                new ChannelShape(64, 7, 33));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void agreesWithThePlainTwin(ChannelShape shape) {
        float[] x = samples.floats(shape.size());
        float[] gamma = samples.floats(shape.channels());
        float[] beta = samples.floats(shape.channels());
        BatchNorm.Channels expected = new BatchNorm.Channels(samples.floats(shape.channels()), samples.floats(shape.channels()), gamma, beta);
        BatchNorm.Channels actual = new BatchNorm.Channels(samples.floats(shape.channels()), samples.floats(shape.channels()), gamma, beta);

        plain.batchNorm(shape, EPSILON).measure(x, expected);
        vector.batchNorm(shape, EPSILON).measure(x, actual);
        Agreement.within(1e-6f, actual.mean(), expected.mean(), "mean");
        Agreement.within(2e-6f, actual.variance(), expected.variance(), "variance");

        float[] beside = samples.floats(shape.size());
        float[] expectedY = samples.floats(shape.size());
        float[] actualY = samples.floats(shape.size());
        for (BatchNorm.After after : List.of(BatchNorm.After.NOTHING, BatchNorm.After.RELU, new BatchNorm.After(beside, false),
                new BatchNorm.After(beside, true))) {
            plain.batchNorm(shape, EPSILON).forward(x, expected, after, expectedY);
            vector.batchNorm(shape, EPSILON).forward(x, expected, after, actualY);
            Agreement.within(1e-5f, actualY, expectedY, "y, then " + after);
            vector.batchNorm(shape, EPSILON).measureAndForward(x, actual, after, actualY);
            Agreement.within(2e-5f, actualY, expectedY, "y of the measured, then " + after);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void bothWaysBackAgreeWithThePlainTwin(ChannelShape shape) {
        float[] x = samples.floats(shape.size());
        float[] variance = samples.floats(shape.channels());
        for (int c = 0; c < variance.length; c++) {
            variance[c] = 0.5f + Math.abs(variance[c]);
        }
        BatchNorm.Channels channels = new BatchNorm.Channels(samples.floats(shape.channels()), variance, samples.floats(shape.channels()),
                samples.floats(shape.channels()));
        for (boolean relu : new boolean[] {false, true}) {
            for (boolean constant : new boolean[] {false, true}) {
                Backward expected = new Backward(plain.batchNorm(shape, EPSILON), x, channels, relu, constant);
                Backward actual = new Backward(vector.batchNorm(shape, EPSILON), x, channels, relu, constant);
                Agreement.within(2e-5f, actual.dx, expected.dx, "dx");
                Agreement.within(3e-5f, actual.dgamma, expected.dgamma, "dgamma");
                Agreement.within(3e-5f, actual.dbeta, expected.dbeta, "dbeta");
            }
        }
    }

    /** In place, from the same seeded numbers. */
    private static final class Backward {
        final float[] dx;
        final float[] dgamma;
        final float[] dbeta;

        Backward(BatchNorm norm, float[] x, BatchNorm.Channels channels, boolean relu, boolean constant) {
            Samples samples = new Samples();
            dx = samples.floats(x.length);
            dgamma = samples.floats(channels.mean().length);
            dbeta = samples.floats(channels.mean().length);
            if (constant) {
                norm.backwardOfConstants(x, channels, dx, relu, dx, dgamma, dbeta);
            } else {
                norm.backward(x, channels, dx, relu, dx, dgamma, dbeta);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void cutsOnTheWayBackWhereForwardWasCut(ChannelShape shape) {
        float[] x = samples.floats(shape.size());
        float[] dy = samples.floats(shape.size());
        BatchNorm norm = vector.batchNorm(shape, EPSILON);
        BatchNorm.Channels channels = new BatchNorm.Channels(new float[shape.channels()], new float[shape.channels()],
                samples.floats(shape.channels()), samples.floats(shape.channels()));
        float[] y = samples.floats(shape.size());
        norm.measureAndForward(x, channels, BatchNorm.After.RELU, y);
        float[] cut = new float[dy.length];
        vector.reluBackward(y, dy, cut, dy.length);
        float[] expected = new float[dy.length];
        float[] actual = new float[dy.length];

        norm.backward(x, channels, cut, false, expected, new float[shape.channels()], new float[shape.channels()]);
        norm.backward(x, channels, dy, true, actual, new float[shape.channels()], new float[shape.channels()]);

        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void notANumberSpoilsItsChannelOnly() {
        ChannelShape shape = new ChannelShape(2, 2, 20);
        float[] x = samples.floats(shape.size());
        x[25] = Float.NaN;
        BatchNorm.Channels channels = new BatchNorm.Channels(new float[2], new float[2], new float[] {1, 1}, new float[2]);

        vector.batchNorm(shape, EPSILON).measure(x, channels);

        assertThat(channels.mean()[0]).isNotNaN();
        assertThat(channels.mean()[1]).isNaN();
        assertThat(channels.variance()[1]).isNaN();
    }
}
