package tadpole.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    private final float[] sixteen = new float[16];

    @Test
    void aTransposedViewExchangesRowsAndColumns() {
        Matrix matrix = new Matrix(sixteen, 1, 2, 3, 5, false);

        Matrix transposed = matrix.transpose();

        assertThat(transposed.rows()).isEqualTo(3);
        assertThat(transposed.columns()).isEqualTo(2);
        assertThat(transposed.index(2, 1)).isEqualTo(matrix.index(1, 2)).isEqualTo(8);
        assertThat(transposed.transpose()).isEqualTo(matrix);
    }

    @Test
    void someRowsAreAViewOfTheSameMemory() {
        Matrix matrix = Matrix.of(sixteen, 4, 4);

        assertThat(matrix.rows(1, 2).index(0, 0)).isEqualTo(4);
        assertThat(matrix.transpose().rows(1, 2).index(0, 3)).isEqualTo(13);
        assertThat(matrix.rows(4, 0).rows()).isZero();
    }

    @Test
    void mayEndWithTheArrayWithinItsLastRow() {
        assertThat(new Matrix(sixteen, 0, 3, 4, 6, false).index(2, 3)).isEqualTo(15);
    }

    @Test
    void refusesMoreThanTheArrayHolds() {
        assertThatThrownBy(() -> Matrix.of(sixteen, 3, 4, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A matrix of 4 rows and 4 columns from place 3 ends at 19, but the array holds 16 numbers.");
    }

    @Test
    void refusesRowsThatOverlap() {
        assertThatThrownBy(() -> new Matrix(sixteen, 0, 2, 4, 3, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A matrix of 2 rows and 4 columns cannot have rows that are 3 apart in memory.");
    }
}
