package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowTableTest {
    private static final int WORDS = 11;

    private final Workers workers = new Workers(2);
    private final Kernels plain = Kernels.plain(workers);
    private final Kernels vector = Kernels.vector(workers);
    private final Samples samples = new Samples();

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void rowsAreGatheredAndScatteredAsByThePlainTwin() {
        for (int places : new int[] {0, 1, 3, 2000}) {
            for (int columns : Samples.sizes()) {
                int[] words = words(places + 2);
                Matrix table = samples.view(WORDS, columns);
                Matrix turned = samples.view(columns, WORDS).transpose();
                compare(places, columns, words, table);
                compare(places, columns, words, turned);
            }
        }
    }

    private void compare(int places, int columns, int[] words, Matrix table) {
        Matrix expected = samples.view(places, columns);
        Matrix actual = Samples.copy(expected);
        plain.gatherRows(table, words, expected);
        vector.gatherRows(table, words, actual);
        assertThat(actual.data()).isEqualTo(expected.data());

        Matrix expectedTable = Samples.copy(table);
        Matrix actualTable = Samples.copy(table);
        plain.scatterRows(expected, words, expectedTable);
        vector.scatterRows(expected, words, actualTable);
        assertThat(actualTable.data()).isEqualTo(expectedTable.data());
    }

    @Test
    void aWordThatComesOftenGetsAllOfItsGradientsInTheOrderOfThePlaces() {
        Matrix dy = samples.matrix(5000, 70);
        int[] words = new int[5000];
        float[] expected = new float[70];
        for (int i = 0; i < 5000; i++) {
            for (int j = 0; j < 70; j++) {
                expected[j] += dy.data()[dy.index(i, j)];
            }
        }
        for (int threads = 1; threads <= 4; threads++) {
            try (Workers others = new Workers(threads)) {
                Matrix table = Matrix.of(new float[70], 1, 70);

                Kernels.vector(others).scatterRows(dy, words, table);

                assertThat(table.data()).isEqualTo(expected);
            }
        }
    }

    @Test
    void meansOfRowsAgreeWithThePlainTwin() {
        for (int rows : new int[] {0, 1, 3, 1000}) {
            for (int columns : Samples.sizes()) {
                if (columns > 0) {
                    compareMeans(samples.view(rows, columns));
                    compareMeans(samples.view(columns, rows).transpose());
                }
            }
        }
    }

    private void compareMeans(Matrix x) {
        float[] expected = samples.floats(x.rows());
        float[] actual = samples.floats(x.rows());
        plain.rowMeans(x, expected);
        vector.rowMeans(x, actual);
        Agreement.within(2e-6f, actual, expected, "means");

        Matrix expectedBack = Samples.copy(x);
        Matrix actualBack = Samples.copy(x);
        plain.rowMeansBackward(expected, expectedBack);
        vector.rowMeansBackward(expected, actualBack);
        assertThat(actualBack.data()).isEqualTo(expectedBack.data());
    }

    @Test
    void refusesAWordThatIsNotInTheTableAndRowsOfAnotherLength() {
        for (Kernels kernels : new Kernels[] {plain, vector}) {
            Matrix table = samples.matrix(3, 4);

            assertThatThrownBy(() -> kernels.gatherRows(table, new int[] {3}, samples.matrix(1, 4)))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> kernels.scatterRows(samples.matrix(2, 5), new int[] {0, 1}, table))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Rows of a table of 3x4 for 2 words do not fit 2x5 (rows x columns).");
        }
    }

    private static int[] words(int places) {
        return new Random(3).ints(places, 0, WORDS).toArray();
    }
}
