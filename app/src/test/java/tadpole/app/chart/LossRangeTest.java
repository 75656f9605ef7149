package tadpole.app.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossRangeTest {

    private static RaceCurve curve(int contestant, String label, DoubleUnaryOperator loss) {
        double[] steps = IntStream.rangeClosed(1, 1000).mapToDouble(i -> i).toArray();
        double[] losses = Arrays.stream(steps).map(loss).toArray();
        return new RaceCurve(contestant, label, steps, losses, losses, losses);
    }

    private static double falling(double step) {
        return 0.1 + 2.2 * Math.exp(-(step - 1) / 40);
    }

    @Test
    void leavesOutTheFallAtTheStartAndSaysSo() {
        LossRange range = LossRange.of(List.of(curve(0, "SGD", LossRangeTest::falling)), 1000);

        assertThat(range.axis().to()).isBetween(1.3, 1.7);
        assertThat(range.above()).isEqualTo("above the picture: start 2.30");
    }

    @Test
    void oneThatFliesUpFirstPressesNobodyTogether() {
        RaceCurve wild = curve(1, "RMSProp", step -> falling(step) + 300 * Math.exp(-step / 20));

        LossRange range = LossRange.of(List.of(curve(0, "SGD", LossRangeTest::falling), wild), 1000);

        assertThat(range.axis().to()).isLessThan(2.8);
        assertThat(range.above()).contains("RMSProp 28");
    }

    @Test
    void whoNeverFallsStaysInThePicture() {
        LossRange range = LossRange.of(List.of(curve(0, "SGD", LossRangeTest::falling), curve(1, "Stuck", _ -> 2.3)), 1000);

        assertThat(range.axis().to()).isGreaterThan(2.3);
        assertThat(range.above()).isEmpty();
    }

    @Test
    void hasTicksFromTheFirstStepOn() {
        LossRange range = LossRange.of(List.of(new RaceCurve(0, "SGD", new double[] {1}, new double[] {2.3}, new double[] {2.3}, new double[] {2.3})), 1000);

        assertThat(range.axis().ticks(300, 22)).hasSizeGreaterThan(1);
        assertThat(LossRange.of(List.of(), 10).axis().ticks(300, 22)).isNotEmpty();
    }

    @Test
    void ticksHaveRoomAndAreRound() {
        assertThat(new LogAxis(0.09, 1.2).ticks(280, 22)).containsExactly(0.1, 0.15, 0.2, 0.3, 0.5, 0.7, 1);
        assertThat(new LogAxis(4e-4, 1.2).powers(400, 22)).containsExactly(1e-3, 1e-2, 0.1, 1);
        assertThat(new LogAxis(0.09, 0.6).powers(280, 22)).startsWith(0.1, 0.15).endsWith(0.5);
        assertThat(new LogAxis(1e-9, 10).ticks(100, 22)).hasSizeBetween(3, 5);
        assertThat(new LogAxis(2e-4, 1.5).rates(240, 44)).containsExactly(1e-3, 1e-2, 0.1, 1);
        assertThat(LogAxis.power(3e-4)).isEqualTo("3e-4");
        assertThat(LogAxis.text(0.05)).isEqualTo("0.05");
        assertThat(new LogAxis(1, 100).share(10)).isCloseTo(0.5, within(1e-12));
    }
}
