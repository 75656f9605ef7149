package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeedBandTest {

    @Test
    void agreesWithPlainLoopsOverTheSeeds() {
        Random random = new Random(3);
        List<Points> seeds = new ArrayList<>();
        for (int seed = 0; seed < 5; seed++) {
            double[] x = new double[40 - 3 * seed];
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = i + 1;
                y[i] = random.nextDouble();
            }
            seeds.add(new Points(x, y));
        }

        SeedBand band = SeedBand.of(seeds);

        assertThat(band.mean().size()).isEqualTo(40);
        for (int i = 0; i < 40; i++) {
            int count = 0;
            double sum = 0;
            double least = 9;
            double most = -9;
            for (Points seed : seeds) {
                if (i < seed.size()) {
                    count++;
                    sum += seed.y()[i];
                    least = Math.min(least, seed.y()[i]);
                    most = Math.max(most, seed.y()[i]);
                }
            }
            assertThat(band.runsAt(i + 1)).isEqualTo(count);
            assertThat(band.mean().y()[i]).isCloseTo(sum / count, within(1e-12));
            if (count > 1) {
                assertThat(band.low().y()[i]).isEqualTo(least);
                assertThat(band.high().y()[i]).isEqualTo(most);
            }
        }
        assertThat(band.low().size()).isEqualTo(37);
    }

    @Test
    void betweenItsPointsALineIsStraight() {
        SeedBand band = SeedBand.of(List.of(
                new Points(new double[] {0, 4}, new double[] {0, 8}), new Points(new double[] {0, 1, 4}, new double[] {1, 1, 1})));

        assertThat(band.mean().x()).containsExactly(0, 1, 4);
        assertThat(band.high().y()).containsExactly(1, 2, 8);
        assertThat(band.low().y()).containsExactly(0, 1, 1);
    }

    @Test
    void noLinesAreNoBand() {
        assertThat(SeedBand.of(List.of()).mean().size()).isZero();
    }
}
