package tadpole.engine.language;

import java.util.stream.IntStream;
import tadpole.engine.kernel.Matrix;
import tadpole.engine.tensor.Device;

/**
 * Tries all caches of a grid at once on a text that is read in pieces. Keeps the states of the greatest window only. For each theta the
 * sums of exp(θ h·h_i) grow from the newest state to the oldest, with what they hold at each window taken on the way; a running maximum
 * keeps them from overflowing. Sums over the text are in its order: their bits do not depend on the number of threads.
 */
final class CacheTrial {

    private final CacheAxes axes;
    private final ThetaWeights weights;
    private final Device device;
    private final int hidden;
    private final float[] states;
    private final int[] followers;
    private int kept;
    private long tokens;
    private double plain;
    private final double[][][] sums;
    private final float[] dots;
    private final double[] found;

    /** @param most the longest piece that is read at once */
    CacheTrial(CacheAxes axes, int hidden, int most, Device device) {
        this.axes = axes;
        weights = new ThetaWeights(axes.thetas());
        this.device = device;
        this.hidden = hidden;
        int room = Math.multiplyExact(2, Math.addExact(axes.reach(), most));
        states = new float[Math.multiplyExact(room, hidden)];
        followers = new int[room];
        dots = new float[most * (axes.reach() + most)];
        found = new double[most * axes.thetas().length * axes.windows().length];
        sums = new double[axes.windows().length][axes.thetas().length][axes.lambdas().length];
    }

    /**
     * Reads on.
     *
     * @param given [count, hidden], the state before each prediction
     * @param ids   the tokens that came
     * @param known ln p_vocabulary of each
     */
    void read(int count, float[] given, int[] ids, double[] known) {
        makeRoom(count);
        System.arraycopy(given, 0, states, kept * hidden, count * hidden);
        System.arraycopy(ids, 0, followers, kept, count);
        int first = Math.max(0, kept - axes.reach());
        int width = kept + count - first;
        device.kernels().multiply(Matrix.of(given, count, hidden), Matrix.of(states, first * hidden, width, hidden).transpose(), Matrix.of(dots, count, width));
        device.run(count, i -> look(i, first, width));
        device.run(axes.thetas().length, theta -> add(theta, count, known));
        for (int i = 0; i < count; i++) {
            plain -= known[i];
        }
        tokens += count;
        kept += count;
    }

    private void makeRoom(int count) {
        if (kept + count > followers.length) {
            int stay = axes.reach();
            // Once in a window's length, so that a text costs no more copies than states.
            System.arraycopy(states, (kept - stay) * hidden, states, 0, stay * hidden);
            System.arraycopy(followers, kept - stay, followers, 0, stay);
            kept = stay;
        }
    }

    /** p_cache of the i-th token of the piece for each theta and window; -1 where the cache does not act. */
    private void look(int i, int first, int width) {
        int[] windows = axes.windows();
        int present = kept + i;
        int all = Math.min(axes.reach(), present);
        int row = i * width - first;
        Sums sums = new Sums(axes.thetas().length);
        int window = 0;
        for (int back = 1; back <= all; back++) {
            sums.add(dots[row + present - back], followers[present - back] == followers[present]);
            if (back == windows[window]) {
                sums.take(place(i, 0) + window++);
            }
        }
        for (; window < windows.length; window++) {
            if (all == 0 || axes.full()) {
                for (int theta = 0; theta < axes.thetas().length; theta++) {
                    found[place(i, theta) + window] = -1;
                }
            } else {
                sums.take(place(i, 0) + window);
            }
        }
    }

    /** For each theta, over the states so far: all weights, and those of the states that the token followed. */
    private final class Sums {

        private final double[] all;
        private final double[] pointed;
        private final double[] room = weights.room();
        private double highest = Double.NEGATIVE_INFINITY;

        private Sums(int thetas) {
            all = new double[thetas];
            pointed = new double[thetas];
        }

        private void add(double dot, boolean points) {
            if (dot > highest) {
                rise(dot);
            }
            weights.fill(dot - highest, room);
            for (int theta = 0; theta < all.length; theta++) {
                all[theta] += room[theta + 1];
                if (points) {
                    pointed[theta] += room[theta + 1];
                }
            }
        }

        private void rise(double dot) {
            if (highest != Double.NEGATIVE_INFINITY) {
                weights.fill(highest - dot, room);
                for (int theta = 0; theta < all.length; theta++) {
                    all[theta] *= room[theta + 1];
                    pointed[theta] *= room[theta + 1];
                }
            }
            highest = dot;
        }

        private void take(int to) {
            for (int theta = 0; theta < all.length; theta++) {
                found[to + theta * axes.windows().length] = pointed[theta] / all[theta];
            }
        }
    }

    private void add(int theta, int count, double[] known) {
        double[] lambdas = axes.lambdas();
        for (int i = 0; i < count; i++) {
            double vocabulary = Math.exp(known[i]);
            for (int window = 0; window < sums.length; window++) {
                double cache = found[place(i, theta) + window];
                for (int lambda = 0; lambda < lambdas.length; lambda++) {
                    boolean acts = cache >= 0 && lambdas[lambda] > 0;
                    sums[window][theta][lambda] -= acts ? Math.log((1 - lambdas[lambda]) * vocabulary + lambdas[lambda] * cache) : known[i];
                }
            }
        }
    }

    private int place(int i, int theta) {
        return (i * axes.thetas().length + theta) * axes.windows().length;
    }

    /** What came out so far. */
    CacheGrid grid() {
        double[][][] means = IntStream.range(0, sums.length).mapToObj(window -> IntStream.range(0, sums[window].length)
                .mapToObj(theta -> IntStream.range(0, sums[window][theta].length).mapToDouble(lambda -> sums[window][theta][lambda] / tokens).toArray())
                .toArray(double[][]::new)).toArray(double[][][]::new);
        return new CacheGrid(axes, means, plain / tokens, tokens);
    }
}
