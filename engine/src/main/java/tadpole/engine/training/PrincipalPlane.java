package tadpole.engine.training;

import java.util.List;
import java.util.random.RandomGenerator;
import tadpole.engine.tensor.Seed;

/**
 * The plane through a point along the two principal directions of others: those of the greatest variance, from the small matrix of
 * their products in double. Li et al. 2018 (arXiv 1712.09913), section 7.
 *
 * @param first  the direction of the greatest variance, of length 1
 * @param second at right angles to it, of length 1
 * @param shares of the variance along both, 0 to 1
 * @param noise  whether there was no second direction, and a random one stands for it
 */
record PrincipalPlane(float[] origin, float[] first, float[] second, double[] shares, boolean noise) {

    private static final double NOTHING = 1e-10;

    /** A place on the plane, and how far from it a point is. */
    record Foot(double x, double y, double off) {}

    /**
     * @param origin through which the plane goes
     * @param seed   for a direction where the points lie on a line
     * @throws IllegalArgumentException where all points are one
     */
    static PrincipalPlane of(List<float[]> points, float[] origin, Seed seed) {
        int k = points.size();
        double[][] products = centered(products(points, origin));
        SymmetricEigen eigen = SymmetricEigen.of(products);
        double all = 0;
        for (int i = 0; i < k; i++) {
            all += Math.max(0, products[i][i]);
        }
        if (!(eigen.value(0) > 0) || !(all > 0)) {
            throw new IllegalArgumentException("All points are one: there is no direction.");
        }
        boolean noise = eigen.value(1) < NOTHING * eigen.value(0);
        float[] first = unit(combined(points, eigen.vector(0)), new float[0]);
        float[] second = unit(noise ? random(origin.length, seed) : combined(points, eigen.vector(1)), first);
        PrincipalPlane plane = new PrincipalPlane(origin, first, second,
                new double[] {eigen.value(0) / all, noise ? 0 : eigen.value(1) / all}, noise);
        return plane.turned(points);
    }

    /** The first point to the left, the one farthest along the second direction above. */
    private PrincipalPlane turned(List<float[]> points) {
        double highest = 0;
        for (float[] point : points) {
            double y = foot(point).y();
            highest = Math.abs(y) > Math.abs(highest) ? y : highest;
        }
        if (foot(points.getFirst()).x() > 0) {
            flip(first);
        }
        if (highest < 0) {
            flip(second);
        }
        return this;
    }

    private static void flip(float[] direction) {
        for (int i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
    }

    private static double[][] products(List<float[]> points, float[] origin) {
        int k = points.size();
        double[][] products = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b <= a; b++) {
                float[] one = points.get(a);
                float[] other = points.get(b);
                double sum = 0;
                for (int i = 0; i < origin.length; i++) {
                    sum += ((double) one[i] - origin[i]) * ((double) other[i] - origin[i]);
                }
                products[a][b] = sum;
                products[b][a] = sum;
            }
        }
        return products;
    }

    /** Those of the points less their mean. */
    private static double[][] centered(double[][] products) {
        int k = products.length;
        double[] means = new double[k];
        double mean = 0;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                means[a] += products[a][b] / k;
            }
            mean += means[a] / k;
        }
        double[][] centered = new double[k][k];
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                centered[a][b] = products[a][b] - means[a] - means[b] + mean;
            }
        }
        return centered;
    }

    /** The weights of centered points add up to 0, so that neither mean nor origin is needed. */
    private static double[] combined(List<float[]> points, double[] weights) {
        double mean = 0;
        for (double weight : weights) {
            mean += weight / weights.length;
        }
        double[] sum = new double[points.getFirst().length];
        float[] start = points.getFirst();
        for (int k = 0; k < weights.length; k++) {
            float[] point = points.get(k);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += (weights[k] - mean) * ((double) point[i] - start[i]);
            }
        }
        return sum;
    }

    private static double[] random(int size, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] direction = new double[size];
        for (int i = 0; i < size; i++) {
            direction[i] = random.nextGaussian();
        }
        return direction;
    }

    /** At right angles to another, of length 1. */
    private static float[] unit(double[] direction, float[] other) {
        double along = 0;
        for (int i = 0; i < other.length; i++) {
            along += direction[i] * other[i];
        }
        double squares = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] -= other.length == 0 ? 0 : along * other[i];
            squares += direction[i] * direction[i];
        }
        float[] unit = new float[direction.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (direction[i] / Math.sqrt(squares));
        }
        return unit;
    }

    Foot foot(float[] point) {
        double x = 0;
        double y = 0;
        double squares = 0;
        for (int i = 0; i < point.length; i++) {
            double away = (double) point[i] - origin[i];
            x += away * first[i];
            y += away * second[i];
            squares += away * away;
        }
        return new Foot(x, y, Math.sqrt(Math.max(0, squares - x * x - y * y)));
    }

    /** Writes a part of the plane's point at x, y: so many numbers from a place on. */
    void point(double x, double y, float[] into, int from, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (float) (origin[from + i] + x * first[from + i] + y * second[from + i]);
        }
    }
}
