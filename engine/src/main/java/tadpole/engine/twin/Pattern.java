package tadpole.engine.twin;

/**
 * On which side of its kinks every number is, as one number of 64 bits: where two patterns differ, a kink lies between them; that two
 * that differ become the same number happens once in 2⁶⁴ times.
 */
public final class Pattern {

    /** Of what has no kinks. */
    public static final long SMOOTH = 0;

    private static final long START = 0x9E3779B97F4A7C15L;

    private Pattern() {}

    /** The bits x[i] &gt; 0. */
    static long positive(DoubleTensor x) {
        long pattern = START;
        double[] data = x.data();
        for (double each : data) {
            pattern = with(pattern, each > 0 ? 1 : 2);
        }
        return pattern;
    }

    static long start() {
        return START;
    }

    /** The pattern with one more piece. */
    public static long with(long pattern, long piece) {
        long mixed = (pattern ^ piece) * 0xFF51AFD7ED558CCDL;
        return mixed ^ (mixed >>> 32);
    }
}
