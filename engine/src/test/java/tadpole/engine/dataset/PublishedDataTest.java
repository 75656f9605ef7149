package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tadpole.engine.job.JobControl;

/** MNIST and CIFAR-10 as published, where the folder is given that holds them. */
class PublishedDataTest {

    private static final int FROG = 6;

    @Test
    void mnistHasItsKnownStatistics() throws DatasetException {
        Dataset mnist = published("mnist");

        assertThat(mnist.train().size()).isEqualTo(60_000);
        assertThat(mnist.test().orElseThrow().size()).isEqualTo(10_000);
        assertThat(IntStream.range(0, 10).map(i -> mnist.train().label(i))).containsExactly(5, 0, 4, 1, 9, 2, 1, 3, 1, 4);
        assertStatistics(mnist.train(), List.of(33.318421), List.of(78.567491));
        ChannelStatistics scaled = ChannelStatistics.of(mnist.train()).dividedBy(255);
        assertThat(scaled.mean()[0]).isCloseTo(0.130660, within(5e-7));
        assertThat(scaled.deviation()[0]).isCloseTo(0.308108, within(5e-7));
    }

    @Test
    void cifarHasItsKnownStatistics() throws DatasetException {
        Dataset cifar = published("cifar10");

        assertThat(cifar.train().size()).isEqualTo(50_000);
        assertThat(cifar.classes().get(FROG)).isEqualTo("frog");
        assertStatistics(cifar.train(), List.of(125.306918, 122.950394, 113.865383), List.of(62.993220, 62.088708, 66.704900));
        ChannelStatistics scaled = ChannelStatistics.of(cifar.train()).dividedBy(255);
        assertThat(scaled.mean()).containsExactly(new double[] {0.491400, 0.482158, 0.446531}, within(5e-7));
        assertThat(scaled.deviation()).containsExactly(new double[] {0.247032, 0.243485, 0.261588}, within(5e-7));
    }

    @Test
    void cifarsTestImagesHaveTheirKnownMean() throws DatasetException {
        Split test = published("cifar10").test().orElseThrow();

        assertThat(test.size()).isEqualTo(10_000);
        assertThat(ChannelStatistics.of(test).mean()).containsExactly(new double[] {126.024641, 123.708504, 114.854319}, within(5e-7));
    }

    @Test
    void cifarsBatchesComeInTheirOrder() throws DatasetException {
        Split train = published("cifar10").train();

        assertThat(IntStream.range(0, 5).mapToObj(batch -> IntStream.range(batch * 10_000, (batch + 1) * 10_000)
                .filter(i -> train.label(i) == FROG).count())).containsExactly(1030L, 1008L, 978L, 1004L, 980L);
    }

    private static void assertStatistics(Split split, List<Double> mean, List<Double> deviation) {
        ChannelStatistics statistics = ChannelStatistics.of(split);
        for (int channel = 0; channel < mean.size(); channel++) {
            assertThat(statistics.mean()[channel]).isCloseTo(mean.get(channel), within(5e-7));
            assertThat(statistics.deviation()[channel]).isCloseTo(deviation.get(channel), within(5e-7));
        }
    }

    private static Dataset published(String key) throws DatasetException {
        String given = System.getProperty("TADPOLE_DATA", System.getenv().getOrDefault("TADPOLE_DATA", ""));
        assumeTrue(!given.isBlank() && Files.isDirectory(Path.of(given)), "TADPOLE_DATA names no folder with data sets.");
        List<FoundDataset> found = new DataFolder(Path.of(given)).datasets();
        assumeTrue(found.stream().anyMatch(each -> each.key().equals(key)), "The folder that TADPOLE_DATA names holds no " + key + ".");
        return DataFolder.find(key, List.of(Path.of(given))).read(JobControl.UNWATCHED);
    }
}
