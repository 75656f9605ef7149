package tadpole.app.pane.text.learn;

import java.util.Arrays;

/** One number a step and its running average, thinned by keeping every n-th when there are too many. */
final class Curve {

    private static final int MOST = 1024;
    private static final double BETA = 0.95;

    private final double[] x = new double[MOST];
    private final double[] raw = new double[MOST];
    private final double[] average = new double[MOST];
    private int size;
    private long every = 1;
    private long seen;
    private double value;
    private double weight;

    void add(double at, double number) {
        value = BETA * value + (1 - BETA) * number;
        weight = BETA * weight + (1 - BETA);
        if (seen++ % every != 0) {
            return;
        }
        if (size == MOST) {
            halve();
        }
        x[size] = at;
        raw[size] = number;
        average[size++] = last();
    }

    private void halve() {
        size = MOST / 2;
        every *= 2;
        for (int i = 0; i < size; i++) {
            x[i] = x[2 * i];
            raw[i] = raw[2 * i];
            average[i] = average[2 * i];
        }
    }

    /** The running average of all numbers so far; NaN where there are none. */
    double last() {
        return value / weight;
    }

    int size() {
        return size;
    }

    double[] x() {
        return Arrays.copyOf(x, size);
    }

    double[] raw() {
        return Arrays.copyOf(raw, size);
    }

    double[] average() {
        return Arrays.copyOf(average, size);
    }
}
