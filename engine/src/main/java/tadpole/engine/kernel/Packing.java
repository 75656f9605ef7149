package tadpole.engine.kernel;

import jdk.incubator.vector.FloatVector;

/** Copies a part of a matrix so that the numbers that a tile reads together lie together. */
final class Packing {
    private static final int L = Lanes.COUNT;

    private Packing() {}

    /** to[line][0..width) = from[line][0..width). Lines lie {@code fromStep} and {@code toStep} apart. */
    static void copy(float[] from, int at, int fromStep, int lines, int width, float[] to, int out, int toStep) {
        int whole = width - width % L;
        for (int line = 0; line < lines; line++) {
            int source = at + line * fromStep;
            int target = out + line * toStep;
            for (int j = 0; j < whole; j += L) {
                FloatVector.fromArray(Lanes.SPECIES, from, source + j).intoArray(to, target + j);
            }
            for (int j = whole; j < width; j++) {
                to[target + j] = from[source + j];
            }
        }
    }

    /**
     * to[k][row] = from[row][k] for {@code depth} columns and {@code width} rows, a multiple of the lanes. Rows lie {@code fromStep}
     * apart; columns come to lie {@code toStep} apart. When there are fewer {@code rows}, the last is repeated.
     */
    static void transpose(float[] from, int at, int fromStep, int rows, int depth, float[] to, int out, int toStep, int width,
            TransposeBlock block) {
        for (int row = 0; row < width; row += L) {
            int first = at + Math.min(row, rows - 1) * fromStep;
            int last = Math.max(0, Math.min(L, rows - row) - 1);
            if (depth < L) {
                transposeShort(from, first, fromStep, last, depth, to, out + row, toStep);
                continue;
            }
            for (int k = 0; k < depth; k += L) {
                int column = Math.min(k, depth - L);
                block.transpose(from, first + column, fromStep, last, to, out + row + column * toStep, toStep);
            }
        }
    }

    private static void transposeShort(float[] from, int at, int fromStep, int last, int depth, float[] to, int out, int toStep) {
        for (int row = 0; row < L; row++) {
            int source = at + Math.min(row, last) * fromStep;
            for (int k = 0; k < depth; k++) {
                to[out + k * toStep + row] = from[source + k];
            }
        }
    }
}
