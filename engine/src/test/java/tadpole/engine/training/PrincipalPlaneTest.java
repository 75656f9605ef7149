package tadpole.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import tadpole.engine.tensor.Seed;

class PrincipalPlaneTest {

    private static final int SIZE = 7;
    private static final Seed SEED = new Seed(5);

    private static List<float[]> cloud(int count) {
        RandomGenerator random = new Seed(1).generator();
        List<float[]> points = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            float[] point = new float[SIZE];
            for (int i = 0; i < SIZE; i++) {
                point[i] = (float) ((SIZE - i) * random.nextGaussian() + 3);
            }
            points.add(point);
        }
        return points;
    }

    /** The covariance matrix of the numbers themselves, and its two greatest eigenvectors by the power method. */
    private static double[][] twin(List<float[]> points) {
        double[] mean = new double[SIZE];
        points.forEach(point -> {
            for (int i = 0; i < SIZE; i++) {
                mean[i] += (double) point[i] / points.size();
            }
        });
        double[][] c = new double[SIZE][SIZE];
        double all = 0;
        for (float[] point : points) {
            for (int i = 0; i < SIZE; i++) {
                all += (point[i] - mean[i]) * (point[i] - mean[i]);
                for (int j = 0; j < SIZE; j++) {
                    c[i][j] += (point[i] - mean[i]) * (point[j] - mean[j]);
                }
            }
        }
        double[][] found = new double[3][];
        found[2] = new double[2];
        for (int n = 0; n < 2; n++) {
            double[] v = new double[SIZE];
            java.util.Arrays.fill(v, 1);
            double length = 0;
            for (int round = 0; round < 20_000; round++) {
                double[] next = new double[SIZE];
                length = 0;
                for (int i = 0; i < SIZE; i++) {
                    for (int j = 0; j < SIZE; j++) {
                        next[i] += c[i][j] * v[j];
                    }
                    length += next[i] * next[i];
                }
                length = Math.sqrt(length);
                for (int i = 0; i < SIZE; i++) {
                    v[i] = next[i] / length;
                }
            }
            found[n] = v;
            found[2][n] = length / all;
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    c[i][j] -= length * v[i] * v[j];
                }
            }
        }
        return found;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    @Test
    void hasTheDirectionsAndSharesOfTheCovariance() {
        for (int count : new int[] {3, 5, 40}) {
            List<float[]> points = cloud(count);
            double[][] twin = twin(points);

            PrincipalPlane plane = PrincipalPlane.of(points, points.getLast(), SEED);

            assertThat(plane.shares()[0]).isCloseTo(twin[2][0], within(1e-9));
            assertThat(plane.shares()[1]).isCloseTo(twin[2][1], within(1e-9));
            for (int n = 0; n < 2; n++) {
                float[] direction = n == 0 ? plane.first() : plane.second();
                double sign = Math.signum(direction[0] * twin[n][0]);
                for (int i = 0; i < SIZE; i++) {
                    assertThat((double) direction[i]).isCloseTo(sign * twin[n][i], within(1e-5));
                }
            }
        }
    }

    @Test
    void directionsAreOfLengthOneAndAtRightAngles() {
        PrincipalPlane plane = PrincipalPlane.of(cloud(20), new float[SIZE], SEED);

        assertThat(dot(plane.first(), plane.first())).isCloseTo(1, within(1e-6));
        assertThat(dot(plane.second(), plane.second())).isCloseTo(1, within(1e-6));
        assertThat(dot(plane.first(), plane.second())).isCloseTo(0, within(1e-6));
    }

    @Test
    void aPointOfThePlaneHasItsOwnFoot() {
        PrincipalPlane plane = PrincipalPlane.of(cloud(20), cloud(20).getLast(), SEED);
        float[] point = new float[SIZE];

        plane.point(1.5, -2.25, point, 0, SIZE);

        assertThat(plane.foot(point).x()).isCloseTo(1.5, within(1e-5));
        assertThat(plane.foot(point).y()).isCloseTo(-2.25, within(1e-5));
        assertThat(plane.foot(point).off()).isCloseTo(0, within(1e-2));
    }

    @Test
    void theStartLiesAtTheLeft() {
        List<float[]> points = cloud(20);

        PrincipalPlane plane = PrincipalPlane.of(points, points.getLast(), SEED);

        assertThat(plane.foot(points.getFirst()).x()).isNegative();
    }

    @Test
    void aLineHasARandomSecondDirection() {
        float[] start = {1, 2, 3, 4, 5, 6, 7};
        float[] end = {2, 3, 4, 5, 6, 7, 8};

        PrincipalPlane plane = PrincipalPlane.of(List.of(start, end), end, SEED);

        assertThat(plane.noise()).isTrue();
        assertThat(plane.shares()[0]).isCloseTo(1, within(1e-12));
        assertThat(plane.shares()[1]).isZero();
        assertThat(dot(plane.second(), plane.second())).isCloseTo(1, within(1e-6));
        assertThat(dot(plane.first(), plane.second())).isCloseTo(0, within(1e-6));
    }

    @Test
    void onePointHasNoDirection() {
        assertThatThrownBy(() -> PrincipalPlane.of(List.of(new float[3], new float[3]), new float[3], SEED))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("no direction");
    }
}
