package tadpole.engine.tensor;

/** Sums of squares in double, four at once: one chain of additions would wait for itself. */
public final class Squares {

    private Squares() {}

    /** Of the first numbers of an array. */
    public static double sum(float[] values, int size) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            first += (double) values[i] * values[i];
            second += (double) values[i + 1] * values[i + 1];
            third += (double) values[i + 2] * values[i + 2];
            fourth += (double) values[i + 3] * values[i + 3];
        }
        for (; i < size; i++) {
            first += (double) values[i] * values[i];
        }
        return first + second + third + fourth;
    }

    /** Of the differences of the first numbers of two arrays. */
    public static double ofDistance(float[] values, float[] others, int size) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            first += square(values[i], others[i]);
            second += square(values[i + 1], others[i + 1]);
            third += square(values[i + 2], others[i + 2]);
            fourth += square(values[i + 3], others[i + 3]);
        }
        for (; i < size; i++) {
            first += square(values[i], others[i]);
        }
        return first + second + third + fourth;
    }

    private static double square(float one, float other) {
        double distance = (double) one - other;
        return distance * distance;
    }
}
