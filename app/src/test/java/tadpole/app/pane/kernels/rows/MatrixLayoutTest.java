package tadpole.app.pane.kernels.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatrixLayoutTest {

    private static final MatrixLayout.Sizes SMALL = new MatrixLayout.Sizes(18, 12, 30, 12, 42, 10);

    @Test
    void showsTheWholeSmallExample() {
        MatrixLayout layout = MatrixLayout.fitting(836, 400, 25, 27, SMALL);

        assertThat(layout.isWhole()).isTrue();
        assertThat(layout.width()).isLessThanOrEqualTo(836);
        assertThat(layout.height()).isLessThanOrEqualTo(400);
    }

    @Test
    void scrollsWhatDoesNotFit() {
        MatrixLayout layout = MatrixLayout.fitting(836, 400, 786_432, 81, SMALL);

        assertThat(layout.isWhole()).isFalse();
        assertThat(layout.seenRows()).isBetween(10, 30);
        assertThat(layout.showing(700_000, 0)).isEqualTo(700_000 - layout.seenRows() / 2);
        assertThat(layout.showing(5, 3)).isEqualTo(3);
        assertThat(layout.clampRow(800_000)).isEqualTo(786_432 - layout.seenRows());
    }

    @Test
    void tellsNumbersLabelsWeightsAndOutputsApart() {
        MatrixLayout layout = MatrixLayout.fitting(836, 400, 100, 9, SMALL);
        double line = layout.header() + 2.5 * layout.cellHeight();

        assertThat(layout.at(layout.labels() + 1.5 * layout.cellWidth(), line, 40, 0)).contains(new MatrixLayout.Spot(42, 1));
        assertThat(layout.at(3, line, 40, 0)).contains(new MatrixLayout.Spot(42, -1));
        assertThat(layout.at(layout.outputLeft() + 3, line, 40, 0)).contains(new MatrixLayout.Spot(42, -1));
        assertThat(layout.at(layout.weightLeft() + 3, line, 40, 0)).contains(new MatrixLayout.Spot(-1, 2));
        assertThat(layout.at(layout.labels() + 1.5 * layout.cellWidth(), 3, 40, 0)).contains(new MatrixLayout.Spot(-1, 1));
        assertThat(layout.at(layout.labels() + layout.matrixWidth() + 3, line, 40, 0)).isEmpty();
        assertThat(layout.at(3, 399, 40, 0)).isEmpty();
    }

    @Test
    void hasNothingToShowWhereThereIsNoRoom() {
        MatrixLayout layout = MatrixLayout.fitting(0, 0, 25, 27, SMALL);

        assertThat(layout.seenRows()).isZero();
        assertThat(layout.at(0, 0, 0, 0)).isEmpty();
    }
}
