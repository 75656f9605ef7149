package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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

        float[] expectedY = samples.floats(shape.size());
        float[] actualY = samples.floats(shape.size());
        plain.batchNorm(shape, EPSILON).forward(x, expected, expectedY);
        vector.batchNorm(shape, EPSILON).forward(x, expected, actualY);
        Agreement.within(1e-5f, actualY, expectedY, "y");

        float[] dy = samples.floats(shape.size());
        float[] expectedDgamma = samples.floats(shape.channels());
        float[] actualDgamma = expectedDgamma.clone();
        float[] expectedDbeta = samples.floats(shape.channels());
        float[] actualDbeta = expectedDbeta.clone();
        plain.batchNorm(shape, EPSILON).backward(x, expected, dy, expectedY, expectedDgamma, expectedDbeta);
        vector.batchNorm(shape, EPSILON).backward(x, expected, dy, actualY, actualDgamma, actualDbeta);
        Agreement.within(2e-5f, actualY, expectedY, "dx");
        Agreement.within(2e-5f, actualDgamma, expectedDgamma, "dgamma");
        Agreement.within(2e-5f, actualDbeta, expectedDbeta, "dbeta");
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
