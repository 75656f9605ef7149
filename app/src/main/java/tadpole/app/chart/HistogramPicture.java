package tadpole.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import tadpole.engine.insight.Histogram;
import tadpole.engine.insight.LayerHistograms;

/**
 * How the numbers of a layer are spread, step after step: each column is one histogram, the darker the more numbers lie there, the
 * darkest being that column's most. Above and below it goes to the true greatest and least number.
 */
public record HistogramPicture(List<Column> columns, LinesPicture frame) implements Explorable {

    private static final double WHOLE = 0.9;

    /** @param x its step */
    public record Column(double x, Histogram histogram) {}

    /**
     * @param title "Weights of linear 1"
     * @param which of the three
     * @param place a step in words
     * @param marks upright lines, such as the moment that is looked at
     */
    public static HistogramPicture of(String title, List<LayerHistograms> all, Function<LayerHistograms, Histogram> which, DoubleFunction<String> place,
            List<LinesPicture.Mark> marks, Zoom zoom) {
        List<Column> columns = all.stream().map(each -> new Column(each.step(), which.apply(each)))
                .filter(each -> Double.isFinite(each.histogram().least())).toList();
        List<LinesPicture.Line> ends = List.of(
                LinesPicture.Line.of("greatest", 0, points(columns, Histogram::greatest), place).as(LinesPicture.Weight.THIN),
                LinesPicture.Line.of("least", 0, points(columns, Histogram::least), place).as(LinesPicture.Weight.THIN));
        String note = "%d bins".formatted(Histogram.BINS);
        return new HistogramPicture(columns, new LinesPicture(
                List.of(new LinesPicture.Sheet(title, note, false, true, false, ends, Optional.empty())), "step", Optional.empty(), marks, zoom));
    }

    private static Points points(List<Column> columns, Function<Histogram, Double> end) {
        return new Points(columns.stream().mapToDouble(Column::x).toArray(), columns.stream().mapToDouble(each -> end.apply(each.histogram())).toArray());
    }

    @Override
    public List<Plot> plots(ChartFonts fonts, double width, double height) {
        return frame.plots(fonts, width, height);
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        List<Plot> plots = plots(fonts, width, height);
        if (!plots.isEmpty()) {
            new PlotPainter(g, colors, fonts).within(plots.getFirst(), () ->
                    IntStream.range(0, columns.size()).forEach(i -> column(g, colors, plots.getFirst(), i)));
        }
        frame.draw(g, colors, fonts, width, height);
    }

    private void column(Graphics2D g, ChartColors colors, Plot plot, int i) {
        Histogram histogram = columns.get(i).histogram();
        double at = plot.x(columns.get(i).x());
        double left = Math.floor(i == 0 ? at : plot.x((columns.get(i - 1).x() + columns.get(i).x()) / 2));
        double right = Math.floor(i == columns.size() - 1 ? at : plot.x((columns.get(i).x() + columns.get(i + 1).x()) / 2));
        int most = IntStream.of(histogram.counts()).max().orElse(1);
        double bin = (histogram.greatest() - histogram.least()) / Histogram.BINS;
        for (int b = 0; b < Histogram.BINS; b++) {
            if (histogram.counts()[b] > 0) {
                double top = Math.floor(plot.y(histogram.least() + (b + 1) * bin));
                double bottom = Math.floor(plot.y(histogram.least() + b * bin));
                g.setColor(ChartColors.mix(colors.surface(), colors.training(), WHOLE * Math.sqrt((double) histogram.counts()[b] / most)));
                g.fill(new Rectangle2D.Double(left, top, Math.max(1, right - left), Math.max(1, bottom - top)));
            }
        }
    }
}
