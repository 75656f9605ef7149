package tadpole.engine.picture.pull;

import java.util.List;

/** Weighted sums of arrays. */
final class Blend {

    private Blend() {}

    static float[] of(List<float[]> arrays, double[] weights) {
        float[] sum = new float[arrays.getFirst().length];
        for (int i = 0; i < sum.length; i++) {
            double value = 0;
            for (int a = 0; a < weights.length; a++) {
                value += weights[a] * arrays.get(a)[i];
            }
            sum[i] = (float) value;
        }
        return sum;
    }
}
