package tadpole.app.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The values of all lines at one place.
 *
 * @param place   in words
 * @param rows    from above
 * @param nearest the row of the line nearest to the pointer; -1 where there is none
 */
public record Reading(double x, String place, boolean percent, List<Row> rows, int nearest) {

    /** @param elsewhere its own place in words, where that is another; else empty */
    public record Row(Trace trace, double x, double y, String elsewhere) {}

    public Reading {
        rows = List.copyOf(rows);
    }

    /** As one reads it: 0.171243, 96.97 %. */
    String text(Row row) {
        if (percent) {
            return String.format(Locale.ROOT, "%.2f %%", 100 * row.y());
        }
        double size = Math.abs(row.y());
        return size != 0 && (size < 1e-3 || size >= 1e6) ? String.format(Locale.ROOT, "%.5e", row.y()) : String.format(Locale.ROOT, "%.6f", row.y());
    }

    /** All digits, one line for each, for a table. */
    public String copied() {
        return place + "\n" + rows.stream().map(row -> row.trace().name() + "\t" + row.y() + (row.elsewhere().isEmpty() ? "" : "\t" + row.elsewhere()))
                .collect(Collectors.joining("\n"));
    }
}
