package tadpole.app.chart;

/**
 * Places to draw, from left to right.
 *
 * @param x in epochs
 */
record Points(double[] x, double[] y) {

    int size() {
        return x.length;
    }
}
