package tadpole.engine.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyResponseTest {

    private static final Kernel SOBEL = Kernel.of(3, 3, -1, 0, 1, -2, 0, 2, -1, 0, 1);

    @Test
    void identityLetsEverythingThrough() {
        double[][] grid = new FrequencyResponse(SimpleKernels.identity(5, 3), 1).grid(9);

        for (double[] row : grid) {
            assertThat(row).containsOnly(new double[] {1}, within(1e-14));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 9})
    void aMeanIsDirichletsKernel(int size) {
        Kernel box = KernelGrids.kernel(1, size, KernelGrids.toSumOne(DoubleStream.generate(() -> 1).limit(size).toArray()));
        double[] response = new FrequencyResponse(box, 1).alongX(11);

        assertThat(response[0]).isCloseTo(1, within(1e-6));
        for (int i = 1; i < 11; i++) {
            double f = i / 20.0;
            double expected = Math.abs(Math.sin(Math.PI * f * size) / (size * Math.sin(Math.PI * f)));
            assertThat(response[i]).isCloseTo(expected, within(1e-6));
        }
    }

    @Test
    void sobelIsASineAlongAndACosineAcross() {
        FrequencyResponse sobel = new FrequencyResponse(SOBEL, 1);

        for (double f = 0; f <= 0.5; f += 0.05) {
            assertThat(sobel.at(f, 0)).isCloseTo(8 * Math.abs(Math.sin(2 * Math.PI * f)), within(1e-12));
            assertThat(sobel.at(0.25, f)).isCloseTo(2 * (2 + 2 * Math.cos(2 * Math.PI * f)), within(1e-12));
        }
        assertThat(sobel.alongY(5)).containsOnly(new double[] {0}, within(1e-12));
    }

    @Test
    void aBellStaysABell() {
        double sigma = 1.2;
        double[] bell = new double[9];
        for (int i = 0; i < 9; i++) {
            bell[i] = Math.exp(-(i - 4) * (i - 4) / (2 * sigma * sigma));
        }
        FrequencyResponse response = new FrequencyResponse(KernelGrids.kernel(9, 1, KernelGrids.toSumOne(bell)), 1);

        for (double f = 0; f <= 0.3; f += 0.05) {
            assertThat(response.at(0, f)).isCloseTo(Math.exp(-2 * Math.PI * Math.PI * sigma * sigma * f * f), within(2e-3));
        }
    }

    @Test
    void dilationPressesTheCurveTogether() {
        FrequencyResponse one = new FrequencyResponse(SOBEL, 1);
        FrequencyResponse two = new FrequencyResponse(SOBEL, 2);

        assertThat(two.at(0.125, 0)).isCloseTo(one.at(0.25, 0), within(1e-12));
    }

    @Test
    void theGridsMiddleIsTheSum() {
        double[][] grid = new FrequencyResponse(Kernel.of(2, 2, 1, 2, 3, -1), 1).grid(5);

        assertThat(grid[2][2]).isCloseTo(5, within(1e-12));
        assertThat(grid[2][4]).isCloseTo(Math.abs(1 - 2 + 3 + 1), within(1e-12));
        assertThat(grid[0][2]).isCloseTo(Math.abs(1 + 2 - 3 + 1), within(1e-12));
    }
}
