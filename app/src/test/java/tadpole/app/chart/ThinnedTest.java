package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ThinnedTest {

    private final Thinned thinned = new Thinned(10);

    @Test
    void keepsEveryPointWhileThereIsRoom() {
        for (int i = 1; i <= 10; i++) {
            thinned.add(i, i % 3);
        }

        assertThat(thinned.points().x()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(thinned.points().y()).containsExactly(1, 2, 0, 1, 2, 0, 1, 2, 0, 1);
    }

    @Test
    void staysSmallAndKeepsTheExtremesOfALongRun() {
        for (int i = 1; i <= 1_000_003; i++) {
            thinned.add(i, i == 654_321 ? 50 : i == 77 ? -50 : Math.sin(i));
        }

        Points points = thinned.points();
        assertThat(points.size()).isBetween(5, 30);
        assertThat(points.x()).isSorted();
        assertThat(points.x()[points.size() - 1]).isEqualTo(1_000_003);
        assertThat(Arrays.stream(points.y()).max()).hasValue(50);
        assertThat(Arrays.stream(points.y()).min()).hasValue(-50);
        assertThat(thinned.lasts().size()).isBetween(5, 10);
    }

    @Test
    void hasNothingToShowAtFirst() {
        assertThat(thinned.points().size()).isZero();
    }
}
