package tadpole.engine.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;

class ChannelStatisticsTest {

    @Test
    void areMeanAndDeviationWithOneLess() {
        // Channel 0: 1, 2, 3, 6; channel 1: 0, 0, 255, 255.
        Images images = new Images(Shape.of(2, 1, 2), new byte[] {1, 2, 0, 0, 3, 6, -1, -1}, new byte[2]);

        ChannelStatistics statistics = ChannelStatistics.of(images);

        assertThat(statistics.mean()).containsExactly(3.0, 127.5);
        assertThat(statistics.deviation()[0]).isEqualTo(Math.sqrt(14.0 / 3));
        assertThat(statistics.deviation()[1]).isEqualTo(Math.sqrt(4 * 127.5 * 127.5 / 3));
    }

    @Test
    void countedAgreeWithSummed() throws SettingException {
        Images images = Pictures.random(50, 3, 5, 7);
        List<Preparation> steps = Preparations.make(List.of(
                Recipe.find(Preparations.ALL, "preparation", "divide").standard(),
                Recipe.find(Preparations.ALL, "preparation", "normalize").with(Map.of("mean", List.of(0.1, 0.2, 0.3)))), images);

        assertSame(ChannelStatistics.of(images), ChannelStatistics.of(Pictures.hidden(images)));
        assertSame(ChannelStatistics.of(images, steps), ChannelStatistics.of(Pictures.hidden(images), steps));
    }

    @Test
    void ofASubsetAreThoseOfItsSamples() {
        Images images = Pictures.random(50, 3, 5, 7);
        Split some = images.subset(new int[] {4, 40, 4});

        assertSame(ChannelStatistics.of(some), ChannelStatistics.of(Pictures.hidden(some)));
    }

    @Test
    void ofNothingAreZero() {
        ChannelStatistics statistics = ChannelStatistics.of(Pictures.random(5, 3, 5, 7).subset(new int[0]));

        assertThat(statistics.mean()).containsExactly(0, 0, 0);
        assertThat(statistics.deviation()).containsExactly(0, 0, 0);
    }

    @Test
    void ofOnePixelHaveNoDeviation() {
        ChannelStatistics statistics = ChannelStatistics.of(new Images(Shape.of(1, 1, 1), new byte[] {9}, new byte[1]));

        assertThat(statistics.mean()).containsExactly(9);
        assertThat(statistics.deviation()).containsExactly(0);
    }

    @Test
    void dividedLeaveTheOnesBeforeAlone() {
        ChannelStatistics statistics = new ChannelStatistics(new double[] {51}, new double[] {25.5});

        ChannelStatistics scaled = statistics.dividedBy(255);

        assertThat(scaled.mean()).containsExactly(0.2);
        assertThat(scaled.deviation()).containsExactly(0.1);
        assertThat(statistics.mean()).containsExactly(51);
    }

    private static void assertSame(ChannelStatistics counted, ChannelStatistics summed) {
        assertThat(counted.mean()).containsExactly(summed.mean(), within(1e-9));
        assertThat(counted.deviation()).containsExactly(summed.deviation(), within(1e-9));
    }
}
