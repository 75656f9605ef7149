package tadpole.engine.picture.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.tensor.Device;

class MaskCarrierTest {

    private static final int HEIGHT = 40;
    private static final int WIDTH = 50;

    private final Mask mask = Shapes.ellipse(HEIGHT, WIDTH, 12, 10, 30, 24);
    private final Placement start = new Placement(21, 17, 0.7, 10, false);
    private final MaskCarrier carrier = new MaskCarrier(Device.cpu(2));

    @ParameterizedTest
    @CsvSource({"25.3, 20.1, 0.7, 10, false", "21, 17, 1.1, 10, false", "21, 17, 0.4, 10, false", "21, 17, 0.7, 77, false", "24, 18, 0.9, -33, true"})
    void goesWhereTheObjectGoes(double x, double y, double scale, double degrees, boolean flipped) {
        Placement end = new Placement(x, y, scale, degrees, flipped);

        Mask carried = carrier.carry(mask, start, end);

        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                assertThat(carried.at(row, column)).as("y %d, x %d", row, column).isCloseTo((float) expected(end, row, column), within(1e-4f));
            }
        }
    }

    private double expected(Placement end, int row, int column) {
        double[] onObject = onObject(end, column + 0.5, row + 0.5);
        double[] at = onPainting(start, onObject);
        double r = Math.max(1, start.scale() / end.scale());
        double sum = 0;
        double all = 0;
        for (int j = -10; j < HEIGHT + 10; j++) {
            for (int i = -10; i < WIDTH + 10; i++) {
                double weight = Math.max(0, 1 - Math.abs(at[0] - i - 0.5) / r) * Math.max(0, 1 - Math.abs(at[1] - j - 0.5) / r);
                all += weight;
                sum += weight > 0 && i >= 0 && j >= 0 && i < WIDTH && j < HEIGHT ? weight * mask.at(j, i) : 0;
            }
        }
        return all == 0 ? 0 : sum / all;
    }

    private static double[] onObject(Placement at, double x, double y) {
        double a = Math.toRadians(at.degrees());
        double dx = (x - at.x()) / at.scale();
        double dy = (y - at.y()) / at.scale();
        return new double[] {(Math.cos(a) * dx + Math.sin(a) * dy) * (at.flipped() ? -1 : 1), -Math.sin(a) * dx + Math.cos(a) * dy};
    }

    private static double[] onPainting(Placement at, double[] point) {
        double a = Math.toRadians(at.degrees());
        double u = point[0] * (at.flipped() ? -1 : 1);
        return new double[] {at.x() + at.scale() * (Math.cos(a) * u - Math.sin(a) * point[1]), at.y() + at.scale() * (Math.sin(a) * u + Math.cos(a) * point[1])};
    }

    @Test
    void aHundredMovesBlurNoMoreThanOne() {
        Mask now = mask;
        Placement at = start;
        for (int i = 1; i <= 100; i++) {
            Placement next = new Placement(21 + 0.037 * i, 17 + 0.021 * i, 0.7 + 0.001 * i, 10 + 0.3 * i, false);
            now = carrier.carry(now, at, next);
            at = next;
        }

        assertThat(now).isEqualTo(new MaskCarrier(Device.cpu(1)).carry(mask, start, at));
    }

    @Test
    void comesBackAsItWas() {
        Placement away = new Placement(400, -300, 3, 45, true);

        Mask gone = carrier.carry(mask, start, away);

        assertThat(gone.isEmpty()).isTrue();
        assertThat(carrier.carry(gone, away, start)).isSameAs(mask);
    }

    @Test
    void wholePixelsMoveItWithoutBlur() {
        Mask carried = carrier.carry(mask, start, new Placement(start.x() + 5, start.y() - 3, start.scale(), start.degrees(), false));

        for (int y = 8; y < 22; y++) {
            for (int x = 15; x < 40; x++) {
                assertThat(carried.at(y, x)).isCloseTo(mask.at(y + 3, x - 5), within(1e-5f));
            }
        }
    }

    @Test
    void aMaskThatWasPaintedMeanwhileIsTheNewBeginning() {
        Placement aside = new Placement(23.4, 17, 0.7, 10, false);
        carrier.carry(mask, start, aside);
        Mask painted = Shapes.rectangle(HEIGHT, WIDTH, 5, 5, 20, 20);

        Mask carried = carrier.carry(painted, aside, start);

        assertThat(carried).isEqualTo(new MaskCarrier(Device.cpu(1)).carry(painted, aside, start));
    }
}
