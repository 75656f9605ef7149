package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecurrentCellsTest {
    private final Workers workers = new Workers(2);
    private final RecurrentCells plain = Kernels.plain(workers).recurrentCells();
    private final RecurrentCells vector = Kernels.vector(workers).recurrentCells();
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void theLstmCellAgreesWithThePlainTwin() {
        for (int batch : new int[] {0, 1, 5, 40}) {
            for (int hidden : Samples.sizes()) {
                Matrix[] expected = matrices(batch, 4 * hidden, hidden, hidden, hidden, hidden, hidden, 4 * hidden);
                Matrix[] actual = copies(expected);

                plain.lstm(expected[0], expected[1], expected[2], expected[3]);
                vector.lstm(actual[0], actual[1], actual[2], actual[3]);
                compare(actual, expected);

                plain.lstmBackward(expected[0], expected[1], expected[2], expected[4], expected[5], expected[6]);
                vector.lstmBackward(actual[0], actual[1], actual[2], actual[4], actual[5], actual[6]);
                compare(actual, expected);
            }
        }
    }

    @Test
    void theGruCellAgreesWithThePlainTwin() {
        for (int batch : new int[] {0, 1, 5, 40}) {
            for (int hidden : Samples.sizes()) {
                Matrix[] expected = matrices(batch, 3 * hidden, 3 * hidden, hidden, hidden, hidden, 3 * hidden, 3 * hidden);
                Matrix[] actual = copies(expected);

                plain.gru(expected[0], expected[1], expected[2], expected[3]);
                vector.gru(actual[0], actual[1], actual[2], actual[3]);
                compare(actual, expected);

                plain.gruBackward(expected[0], expected[1], expected[2], expected[4], expected[5], expected[6]);
                vector.gruBackward(actual[0], actual[1], actual[2], actual[4], actual[5], actual[6]);
                compare(actual, expected);
            }
        }
    }

    @Test
    void notANumberPassesThrough() {
        for (RecurrentCells cells : new RecurrentCells[] {plain, vector}) {
            Matrix[] m = matrices(2, 80, 20, 20, 20);
            m[0].data()[m[0].index(1, 3)] = Float.NaN;

            cells.lstm(m[0], m[1], m[2], m[3]);

            assertThat(m[3].data()[m[3].index(1, 3)]).isNaN();
            assertThat(m[3].data()[m[3].index(1, 4)]).isNotNaN();
        }
    }

    private Matrix[] matrices(int batch, int... widths) {
        Matrix[] matrices = new Matrix[widths.length];
        for (int n = 0; n < widths.length; n++) {
            matrices[n] = samples.view(batch, widths[n]);
        }
        return matrices;
    }

    private static Matrix[] copies(Matrix[] matrices) {
        Matrix[] copies = new Matrix[matrices.length];
        for (int n = 0; n < matrices.length; n++) {
            copies[n] = Samples.copy(matrices[n]);
        }
        return copies;
    }

    private static void compare(Matrix[] actual, Matrix[] expected) {
        for (int n = 0; n < actual.length; n++) {
            Agreement.within(2e-6f, actual[n].data(), expected[n].data(), "matrix " + n);
        }
    }
}
