package tadpole.engine.language;

/** The pointer cache by its formula alone, in double precision and without any streaming. */
final class PlainPointer {

    private PlainPointer() {}

    /** p_cache before token t + 1 is read; states[i] is the state after token i. Null where the cache does not act. */
    static double[] probabilities(float[][] states, int[] ids, int t, double theta, int window, boolean full, int vocabulary) {
        int from = Math.max(0, t - window);
        if (t == 0 || full && t < window) {
            return null;
        }
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < t; i++) {
            highest = Math.max(highest, theta * dot(states[t], states[i]));
        }
        double[] probabilities = new double[vocabulary];
        double sum = 0;
        for (int i = from; i < t; i++) {
            double weight = Math.exp(theta * dot(states[t], states[i]) - highest);
            probabilities[ids[i + 1]] += weight;
            sum += weight;
        }
        for (int id = 0; id < vocabulary; id++) {
            probabilities[id] /= sum;
        }
        return probabilities;
    }

    static double dot(float[] one, float[] other) {
        double sum = 0;
        for (int unit = 0; unit < one.length; unit++) {
            sum += (double) one[unit] * other[unit];
        }
        return sum;
    }
}
