package tadpole.engine.picture.pull;

import java.util.Arrays;
import tadpole.engine.tensor.Device;

/** Sums over many places, in double, of parts that are always cut alike: the same bits for any number of threads. */
final class Sums {

    /** Places of one part. */
    private static final int PART = 16384;

    private final Device device;
    private double[] parts = new double[0];

    Sums(Device device) {
        this.device = device;
    }

    /** What is summed over the places from {@code from} up to, but not including, {@code to}. */
    @FunctionalInterface
    interface Range {
        double sum(int from, int to);
    }

    /** What is done over such places. */
    @FunctionalInterface
    interface Work {
        void over(int from, int to);
    }

    double of(int n, Range range) {
        int count = Math.ceilDiv(n, PART);
        if (parts.length < count) {
            parts = new double[count];
        }
        Arrays.fill(parts, 0, count, 0);
        device.run(count, part -> parts[part] = range.sum(part * PART, Math.min(n, (part + 1) * PART)));
        double sum = 0;
        for (int part = 0; part < count; part++) {
            sum += parts[part];
        }
        return sum;
    }

    void each(int n, Work work) {
        device.run(Math.ceilDiv(n, PART), part -> work.over(part * PART, Math.min(n, (part + 1) * PART)));
    }

    double dot(float[] a, float[] b, int n) {
        return of(n, (from, to) -> dot(a, b, from, to));
    }

    double squares(float[] a, int n) {
        return dot(a, a, n);
    }

    /** y += alpha x. */
    void add(double alpha, float[] x, float[] y, int n) {
        float factor = (float) alpha;
        each(n, (from, to) -> {
            for (int i = from; i < to; i++) {
                y[i] += factor * x[i];
            }
        });
    }

    double greatest(float[] a, int n) {
        int count = Math.ceilDiv(n, PART);
        if (parts.length < count) {
            parts = new double[count];
        }
        device.run(count, part -> parts[part] = greatest(a, part * PART, Math.min(n, (part + 1) * PART)));
        double greatest = 0;
        for (int part = 0; part < count; part++) {
            greatest = Math.max(greatest, parts[part]);
        }
        return greatest;
    }

    private static double greatest(float[] a, int from, int to) {
        float greatest = 0;
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, Math.abs(a[i]));
        }
        return greatest;
    }

    private static double dot(float[] a, float[] b, int from, int to) {
        // Four sums at once: one chain of additions would wait for itself.
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int i = from;
        for (; i <= to - 4; i += 4) {
            sum0 += (double) a[i] * b[i];
            sum1 += (double) a[i + 1] * b[i + 1];
            sum2 += (double) a[i + 2] * b[i + 2];
            sum3 += (double) a[i + 3] * b[i + 3];
        }
        for (; i < to; i++) {
            sum0 += (double) a[i] * b[i];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
