package tadpole.engine.kernel;

import java.util.Random;
import java.util.stream.IntStream;

/** Seeded numbers and matrices, and the sizes at which vectors begin and end. */
final class Samples {
    private final Random random = new Random(7);

    /** 0, 1, and one less, as many, and one more than the lanes and some multiples of them. */
    static int[] sizes() {
        return IntStream.concat(IntStream.of(0, 1, 2, 3),
                IntStream.of(1, 2, 3, 6).flatMap(times -> IntStream.rangeClosed(-1, 1).map(more -> times * Lanes.COUNT + more)))
                .distinct().toArray();
    }

    float[] floats(int n) {
        float[] floats = new float[n];
        for (int i = 0; i < n; i++) {
            floats[i] = (float) random.nextGaussian();
        }
        return floats;
    }

    Matrix matrix(int rows, int columns) {
        return Matrix.of(floats(rows * columns), rows, columns);
    }

    /** With an offset and with gaps between the rows. */
    Matrix view(int rows, int columns) {
        return new Matrix(floats(5 + rows * (columns + 3)), 5, rows, columns, columns + 3, false);
    }

    static Matrix copy(Matrix x) {
        return new Matrix(x.data().clone(), x.offset(), x.rows(), x.columns(), x.stride(), x.transposed());
    }
}
