package tadpole.app.pane.studio.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tadpole.app.image.Viewport;
import tadpole.engine.picture.Box;

class CanvasPainterTest {

    private static final int ROWS = 37;
    private static final int COLUMNS = 53;

    private final Viewport viewport = new Viewport();
    private final int[] before = noise(1);
    private final int[] now = noise(2);

    @Test
    void everyPixelIsASquareOfItsOwnColor() {
        CanvasGeometry at = CanvasGeometry.of(ROWS, COLUMNS, viewport, 53 * 3 + 41, 37 * 3 + 45);

        int[] field = paint(at, Integer.MAX_VALUE);

        assertThat(at.cell()).isEqualTo(3);
        Box seen = at.seen();
        for (int y = 0; y < seen.height(); y++) {
            for (int x = 0; x < seen.width(); x++) {
                assertThat(field[y * seen.width() + x]).isEqualTo(before[y / 3 * COLUMNS + x / 3]);
            }
        }
    }

    @Test
    void madeSmallerEachIsTheMeanOfWhatItCovers() {
        viewport.zoomProperty().set(0.4 / CanvasGeometry.of(ROWS, COLUMNS, new Viewport(), 160, 120).fit());
        CanvasGeometry at = CanvasGeometry.of(ROWS, COLUMNS, viewport, 160, 120);
        assertThat(at.cell()).isCloseTo(0.4, within(1e-9));

        int[] field = paint(at, Integer.MAX_VALUE);

        Box seen = at.seen();
        for (int y = 1; y < seen.height() - 1; y++) {
            for (int x = 1; x < seen.width() - 1; x++) {
                double[] mean = mean(x + seen.x() - at.left(), y + seen.y() - at.top(), 0.4);
                int color = field[y * seen.width() + x];
                assertThat(color >> 16 & 255).isCloseTo((int) Math.round(mean[0]), within(3));
                assertThat(color & 255).isCloseTo((int) Math.round(mean[1]), within(3));
            }
        }
    }

    private double[] mean(int x, int y, double cell) {
        double[] sums = new double[2];
        double all = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double wide = Math.max(0, Math.min((x + 1) / cell, column + 1) - Math.max(x / cell, column));
                double tall = Math.max(0, Math.min((y + 1) / cell, row + 1) - Math.max(y / cell, row));
                all += wide * tall;
                sums[0] += wide * tall * (before[row * COLUMNS + column] >> 16 & 255);
                sums[1] += wide * tall * (before[row * COLUMNS + column] & 255);
            }
        }
        return new double[] {sums[0] / all, sums[1] / all};
    }

    @Test
    void aPaintingThatIsOpenedTakesTheRoomThereIs() {
        CanvasGeometry at = CanvasGeometry.of(ROWS, COLUMNS, viewport, 53 * 2 + 80, 200);

        int[] field = paint(at, Integer.MAX_VALUE);

        assertThat(at.cell()).isEqualTo(146 / 53.0);
        assertThat(at.percent()).isEqualTo("275 %, smooth");
        Box seen = at.seen();
        assertThat(seen.width()).isEqualTo(146);
        for (int y = 0; y < seen.height(); y++) {
            for (int x = 0; x < seen.width(); x++) {
                for (int shift : new int[] {0, 8, 16}) {
                    double expected = bilinear((x + 0.5 + seen.x() - at.left()) / at.cell() - 0.5, (y + 0.5 + seen.y() - at.top()) / at.cell() - 0.5, shift);
                    assertThat((double) (field[y * seen.width() + x] >> shift & 255)).as("x %d, y %d", x, y).isCloseTo(expected, within(5.0));
                }
            }
        }
    }

    private double bilinear(double x, double y, int shift) {
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                double weight = Math.max(0, 1 - Math.abs(Math.clamp(x, 0, COLUMNS - 1.0) - column)) * Math.max(0, 1 - Math.abs(Math.clamp(y, 0, ROWS - 1.0) - row));
                sum += weight == 0 ? 0 : weight * (before[row * COLUMNS + column] >> shift & 255);
            }
        }
        return sum;
    }

    @Test
    void theWheelGoesFromWholeToWholeAndStopsAtAllOfIt() {
        viewport.zoomProperty().set(1);
        StringBuilder seen = new StringBuilder();
        for (boolean in : new boolean[] {true, true, false, false, false, false, false}) {
            CanvasGeometry.of(600, 700, viewport, 1265, 1200).zoom(viewport, in, 600, 600);
            seen.append(CanvasGeometry.of(600, 700, viewport, 1265, 1200).percent()).append("; ");
        }

        assertThat(seen).hasToString("200 %; 300 %; 200 %; 175 %, smooth; 100 %; 80 %; 64 %; ");
    }

    @Test
    void theWipePartsBeforeAndNow() {
        CanvasGeometry at = CanvasGeometry.of(ROWS, COLUMNS, viewport, 53 * 2 + 41, 37 * 2 + 45);
        int wipe = at.left() + 41;

        int[] field = paint(at, wipe);

        Box seen = at.seen();
        assertThat(field[40]).isEqualTo(before[20]);
        assertThat(field[41]).isEqualTo(now[20]);
        assertThat(field[5 * seen.width() + 90]).isEqualTo(now[2 * COLUMNS + 45]);
    }

    @Test
    void aPartPaintedAnewIsAsIfAllWere() {
        for (double zoom : new double[] {0, 1, 2, 0.3}) {
            viewport.zoomProperty().set(zoom == 0 ? 1 : zoom / CanvasGeometry.of(ROWS, COLUMNS, new Viewport(), 200, 150).fit());
            viewport.center(0.4, 0.7);
            CanvasGeometry at = CanvasGeometry.of(ROWS, COLUMNS, viewport, 200, 150);
            assertThat(at.cell()).isCloseTo(zoom == 0 ? 110 / 37.0 : zoom, within(1e-9));
            int[] whole = paint(at, 90);
            int[] field = whole.clone();
            Box part = at.seen(new Box(20, 10, 9, 7));
            for (int y = part.y(); y < part.bottom(); y++) {
                for (int x = part.x(); x < part.right(); x++) {
                    field[(y - at.seen().y()) * at.seen().width() + x - at.seen().x()] = 0;
                }
            }

            new CanvasPainter(at, before, now, 90).paint(part, field);

            assertThat(field).isEqualTo(whole);
        }
    }

    @Test
    void theWheelKeepsWhatIsUnderThePointer() {
        CanvasGeometry fitting = CanvasGeometry.of(600, 700, viewport, 828, 594);
        viewport.zoomProperty().set(2 / fitting.fit());
        CanvasGeometry before = CanvasGeometry.of(600, 700, viewport, 828, 594);

        before.zoom(viewport, true, 500, 300);
        CanvasGeometry after = CanvasGeometry.of(600, 700, viewport, 828, 594);

        assertThat(before.cell()).isEqualTo(2);
        assertThat(after.cell()).isEqualTo(3);
        assertThat(after.column(500)).isCloseTo(before.column(500), within(0.5));
        assertThat(after.row(300)).isCloseTo(before.row(300), within(0.5));
    }

    @Test
    void aSmallPaintingCanBeSeenAt100Percent() {
        CanvasGeometry fitting = CanvasGeometry.of(100, 100, viewport, 828, 594);
        assertThat(fitting.percent()).isEqualTo("554 %, smooth");

        fitting.full(viewport);

        assertThat(CanvasGeometry.of(100, 100, viewport, 828, 594).percent()).isEqualTo("100 %");
    }

    private int[] paint(CanvasGeometry at, int wipe) {
        int[] field = new int[at.seen().width() * at.seen().height()];
        new CanvasPainter(at, before, now, wipe).paint(at.seen(), field);
        return field;
    }

    private static int[] noise(long seed) {
        Random random = new Random(seed);
        int[] colors = new int[ROWS * COLUMNS];
        for (int i = 0; i < colors.length; i++) {
            colors[i] = 0xFF000000 | random.nextInt(1 << 24);
        }
        return colors;
    }
}
