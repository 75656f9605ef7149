package tadpole.engine.inspect;

/** Adds up norm(a - n) / norm(a + n), and by what factor analytic and numeric differ. */
final class Norm {

    private double apart;
    private double together;
    private double product;
    private double squares;
    private double analytic;
    private int count;

    void add(double a, double n) {
        apart += (a - n) * (a - n);
        together += (a + n) * (a + n);
        product += a * n;
        squares += n * n;
        analytic += a * a;
        count++;
    }

    /** 0 where all are equal, infinite where all have the wrong sign, NaN where there is nothing. */
    double value() {
        if (count == 0) {
            return Double.NaN;
        }
        return apart == 0 ? 0 : Math.sqrt(apart) / Math.sqrt(together);
    }

    /** Root mean square of a - n. */
    double distance() {
        return count == 0 ? 0 : Math.sqrt(apart / count);
    }

    double numericSize() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    double analyticSize() {
        return count == 0 ? 0 : Math.sqrt(analytic / count);
    }

    /** The f for which a = f n fits best. */
    double factor() {
        return product / squares;
    }

    /** How far a is from f n, as a share of a. */
    double misfit() {
        double f = factor();
        return Math.sqrt(Math.max(0, analytic - f * product) / analytic);
    }

    static double squares(double[] numbers) {
        double squares = 0;
        for (double each : numbers) {
            squares += each * each;
        }
        return squares;
    }

    int count() {
        return count;
    }
}
