package tadpole.app.chart;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Places to draw, from left to right.
 *
 * @param x in epochs
 */
public record Points(double[] x, double[] y) {

    /** Both together; what is in both is there once. */
    Points and(Points other) {
        double[][] places = Stream.concat(rows(), other.rows())
                .sorted(Comparator.comparingDouble(place -> place[0]))
                .toArray(double[][]::new);
        double[][] distinct = IntStream.range(0, places.length)
                .filter(i -> i == 0 || places[i][0] != places[i - 1][0])
                .mapToObj(i -> places[i])
                .toArray(double[][]::new);
        return new Points(column(distinct, 0), column(distinct, 1));
    }

    /** Without those of that y. */
    public Points without(double unwanted) {
        double[][] rows = rows().filter(row -> row[1] != unwanted).toArray(double[][]::new);
        return new Points(column(rows, 0), column(rows, 1));
    }

    int size() {
        return x.length;
    }

    private Stream<double[]> rows() {
        return IntStream.range(0, x.length).mapToObj(i -> new double[] {x[i], y[i]});
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
