package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines over the same x in one plot or several above each other, each with its name at its end; a line may have a band around it.
 *
 * @param across name of x with its unit
 * @param whole  of x, where that is known before the lines are; else as far as they go
 * @param marks  upright lines, such as the moment that is looked at
 */
public record LinesPicture(List<Sheet> sheets, String across, Optional<Zoom.Range> whole, List<Mark> marks, Zoom zoom) implements Explorable {

    private static final double TOP = 26;
    private static final double GAP = 30;
    private static final double BARE_RIGHT = 18;
    private static final double ROW = 15;
    private static final FontRenderContext PAPER = new FontRenderContext(null, true, true);
    private static final BasicStroke DOTTED =
            new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {2, 3}, 0);

    /** How much a line stands out. */
    public enum Weight { MAIN, THIN, FAINT }

    /**
     * One plot.
     *
     * @param note    muted, beside the title
     * @param percent whether 0.97 is written as 97 %
     * @param linear  whether it stays linear where others are logarithmic
     * @param wild    whether the first values may lie above the picture, as losses do
     * @param zone    a range of y that is marked, such as what is healthy
     */
    public record Sheet(String title, String note, boolean percent, boolean linear, boolean wild, List<Line> lines, Optional<Zone> zone) {}

    /** @param name at its right end */
    public record Zone(double from, double to, String name) {}

    public record Mark(double x, String name) {}

    /**
     * @param name   at its end, and where values are read; a thin one has it only there
     * @param look   color, dashes and marker, as {@link RaceMark} has them
     * @param marked whether each of its points has a marker
     * @param low    of its band, over the same x as high; empty for none
     * @param dots   behind it, such as single batches; may be empty
     * @param place  an x of its own in words; asked on the JavaFX thread
     */
    public record Line(String name, int look, Weight weight, boolean marked, Points points, Points low, Points high, Points dots, DoubleFunction<String> place) {

        private static final Points NONE = new Points(new double[0], new double[0]);

        public static Line of(String name, int look, Points points, DoubleFunction<String> place) {
            return new Line(name, look, Weight.MAIN, false, points, NONE, NONE, NONE, place);
        }

        public Line withBand(Points wantedLow, Points wantedHigh) {
            return new Line(name, look, weight, marked, points, wantedLow, wantedHigh, dots, place);
        }

        public Line withDots(Points wanted) {
            return new Line(name, look, weight, marked, points, low, high, wanted, place);
        }

        public Line as(Weight wanted) {
            return new Line(name, look, wanted, marked, points, low, high, dots, place);
        }

        public Line withMarkers() {
            return new Line(name, look, weight, true, points, low, high, dots, place);
        }

        private Stream<Trace> traces() {
            Trace line = new Trace(name, look, points, place);
            return high.size() == 0 ? Stream.of(line)
                    : Stream.of(new Trace(name + ", highest", look, high, place), line, new Trace(name + ", lowest", look, low, place));
        }

        private boolean isNamed() {
            return weight == Weight.MAIN && points.size() > 0;
        }
    }

    public LinesPicture {
        sheets = List.copyOf(sheets);
        marks = List.copyOf(marks);
    }

    @Override
    public List<Plot> plots(ChartFonts fonts, double width, double height) {
        double right = right(fonts, width);
        double rooms = height - TOP - Plots.BOTTOM - GAP * (sheets.size() - 1);
        double wide = width - Plots.LEFT - right;
        if (sheets.isEmpty() || rooms < 40 * sheets.size() || wide < 80) {
            return List.of();
        }
        Axis wholeAcross = Fitting.across(lines().map(Line::points).toList(), whole, zoom.logAcross());
        Axis seen = Fitting.seen(zoom.across(), wholeAcross);
        List<Plot> plots = new ArrayList<>();
        double each = Math.floor(rooms / sheets.size());
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            boolean log = zoom.logUp() && !sheet.linear();
            List<Points> fitted = Stream.concat(
                    sheet.lines().stream().flatMap(line -> Stream.of(line.points(), line.low(), line.high())),
                    sheet.zone().stream().map(zone -> new Points(new double[] {seen.from(), seen.to()}, new double[] {zone.from(), zone.to()}))).toList();
            Axis wholeUp = Fitting.up(fitted, Zoom.Range.of(wholeAcross), sheet.wild(), log, sheet.percent(), each / 27);
            Axis up = zoom.across().isEmpty() ? wholeUp : Fitting.up(fitted, Zoom.Range.of(seen), false, log, sheet.percent(), each / 27);
            Rectangle2D area = new Rectangle2D.Double(Plots.LEFT, TOP + i * (each + GAP), wide, each);
            List<Trace> traces = sheet.lines().stream().flatMap(Line::traces).toList();
            plots.add(new Plot(area, seen, Fitting.seen(Optional.ofNullable(zoom.up().get(i)), up), wholeAcross, wholeUp, sheet.percent(), traces));
        }
        return plots;
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        List<Plot> plots = plots(fonts, width, height);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        PlotPainter painter = new PlotPainter(g, colors, fonts);
        for (int i = 0; i < plots.size(); i++) {
            draw(ink, painter, sheets.get(i), plots.get(i), i == plots.size() - 1, width);
        }
        if (!plots.isEmpty()) {
            Rectangle2D last = plots.getLast().area();
            ink.right(fonts.small(), colors.muted(), across, last.getMaxX(), last.getMaxY() + 32);
            marks(ink, plots);
        }
    }

    private void draw(RacePicture.Ink ink, PlotPainter painter, Sheet sheet, Plot plot, boolean lowest, double width) {
        Rectangle2D area = plot.area();
        ChartColors colors = ink.colors();
        double after = ink.text(ink.fonts().title(), colors.text(), sheet.title(), area.getX(), area.getY() - 8) + 8;
        ink.text(ink.fonts().small(), colors.muted(), ink.fitting(note(sheet, plot), area.getMaxX() - after), after, area.getY() - 8);
        painter.within(plot, () -> sheet.zone().ifPresent(zone -> zone(ink, plot, zone)));
        painter.grid(plot, lowest);
        painter.within(plot, () -> {
            sheet.lines().forEach(line -> painter.dots(plot, line.dots(), ChartColors.faint(RaceMark.color(line.look(), colors), 0.35)));
            sheet.lines().forEach(line -> painter.band(plot, line.low(), line.high(), ChartColors.faint(RaceMark.color(line.look(), colors), 0.16)));
            sheet.lines().stream().sorted(Comparator.comparing(Line::weight).reversed()).forEach(line -> line(painter, plot, line, colors));
        });
        names(ink, sheet, plot, width - area.getMaxX());
    }

    private static void line(PlotPainter painter, Plot plot, Line line, ChartColors colors) {
        Color color = RaceMark.color(line.look(), colors);
        switch (line.weight()) {
            case MAIN -> painter.line(plot, line.points(), color, RaceMark.stroke(line.look()));
            case THIN -> painter.line(plot, line.points(), ChartColors.faint(color, 0.55), PlotPainter.solid(1));
            case FAINT -> painter.line(plot, line.points(), ChartColors.faint(color, 0.4), PlotPainter.solid(1.4));
        }
        if (line.marked()) {
            double size = Math.clamp(plot.area().getWidth() / Math.max(1, line.points().size()) / 6, 1.2, 4);
            painter.marks(plot, line.points(), line.look(), size, line.weight() == Weight.MAIN ? color : ChartColors.faint(color, 0.5));
        }
    }

    /** What the picture leaves out is said. */
    private static String note(Sheet sheet, Plot plot) {
        List<String> words = new ArrayList<>(sheet.note().isEmpty() ? List.of() : List.of(sheet.note()));
        long hidden = sheet.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.points().y())).filter(y -> !plot.up().takes(y)).count();
        if (hidden > 0) {
            words.add(plot.up().log() ? "%d value%s of 0 or less not on the log axis".formatted(hidden, hidden == 1 ? "" : "s")
                    : "%d value%s not finite".formatted(hidden, hidden == 1 ? "" : "s"));
        }
        long before = sheet.lines().stream().flatMapToDouble(line -> DoubleStream.of(line.points().x())).filter(x -> !plot.across().takes(x)).count();
        if (before > 0) {
            words.add("%d point%s at 0 not on the log axis".formatted(before, before == 1 ? "" : "s"));
        }
        double most = sheet.lines().stream().flatMapToDouble(line -> seen(line.points(), plot)).max().orElse(Double.NEGATIVE_INFINITY);
        if (most > plot.up().to() * (1 + 1e-9)) {
            words.add("▲ up to " + (sheet.percent() ? "%.1f %%".formatted(100 * most) : Digits.shortest(most)));
        }
        return String.join(" · ", words);
    }

    private static DoubleStream seen(Points points, Plot plot) {
        return IntStream.range(0, points.size()).filter(i -> points.x()[i] >= plot.across().from() && points.x()[i] <= plot.across().to())
                .mapToDouble(i -> points.y()[i]).filter(Double::isFinite);
    }

    private static void zone(RacePicture.Ink ink, Plot plot, Zone zone) {
        double top = plot.y(zone.to());
        double bottom = plot.y(zone.from());
        ink.g().setColor(ChartColors.faint(ink.colors().right(), 0.16));
        ink.g().fill(new Rectangle2D.Double(plot.area().getX(), top, plot.area().getWidth(), bottom - top));
        ink.right(ink.fonts().small(), ink.colors().right(), zone.name(), plot.area().getMaxX() - 6, bottom - 5);
    }

    private void marks(RacePicture.Ink ink, List<Plot> plots) {
        for (Mark mark : marks) {
            double x = plots.getFirst().x(mark.x());
            Rectangle2D first = plots.getFirst().area();
            if (x >= first.getX() - 0.5 && x <= first.getMaxX() + 0.5) {
                ink.g().setColor(ink.colors().accent());
                ink.g().setStroke(DOTTED);
                ink.g().draw(new Line2D.Double(x, first.getY(), x, plots.getLast().area().getMaxY()));
                double wide = ink.width(ink.fonts().small(), mark.name());
                ink.text(ink.fonts().small(), ink.colors().accent(), mark.name(), Math.min(x + 4, first.getMaxX() - wide), first.getY() + 11);
            }
        }
    }

    /** At the right of their ends, none over another. */
    private void names(RacePicture.Ink ink, Sheet sheet, Plot plot, double right) {
        List<Line> sorted = sheet.lines().stream().filter(Line::isNamed).filter(line -> Double.isFinite(end(line, plot)))
                .sorted(Comparator.comparingDouble(line -> end(line, plot))).toList();
        double[] rows = rows(sorted.stream().mapToDouble(line -> end(line, plot)).toArray(), plot.area());
        for (int i = 0; i < rows.length; i++) {
            Line line = sorted.get(i);
            Color color = RaceMark.color(line.look(), ink.colors());
            double ends = Math.clamp(plot.x(last(line, plot)), plot.area().getX(), plot.area().getMaxX());
            ink.leader(ChartColors.faint(color, 0.5), ends + 2, end(line, plot), plot.area().getMaxX() + 9, rows[i]);
            ink.mark(line.look(), plot.area().getMaxX() + 15, rows[i], 4);
            ink.text(ink.fonts().small(), ink.colors().text(), ink.fittingName(line.name(), right - 30), plot.area().getMaxX() + 24, rows[i] + 4);
        }
    }

    private static double[] rows(double[] ends, Rectangle2D area) {
        double[] rows = ends.clone();
        double lowest = area.getY() + 4;
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.max(lowest, rows[i]);
            lowest = rows[i] + ROW;
        }
        double bottom = area.getMaxY() - 2;
        for (int i = rows.length - 1; i >= 0 && rows[i] > bottom; i--) {
            rows[i] = bottom;
            bottom -= ROW;
        }
        return rows;
    }

    /** The last x of a line that is seen. */
    private static double last(Line line, Plot plot) {
        double[] x = line.points().x();
        return Arrays.stream(x).filter(each -> each <= plot.across().to()).max().orElse(x[0]);
    }

    private static double end(Line line, Plot plot) {
        double x = last(line, plot);
        int index = new Trace("", 0, line.points(), line.place()).nearest(x);
        double y = line.points().y()[index];
        return plot.up().takes(y) && x >= plot.across().from() ? Math.clamp(plot.y(y), plot.area().getY(), plot.area().getMaxY()) : Double.NaN;
    }

    private double right(ChartFonts fonts, double width) {
        double names = lines().filter(Line::isNamed).mapToDouble(line -> width(fonts.small(), line.name())).max().orElse(0);
        return names == 0 ? BARE_RIGHT : Math.min(32 + names, Math.max(90, 0.28 * width));
    }

    private Stream<Line> lines() {
        return sheets.stream().flatMap(sheet -> sheet.lines().stream());
    }

    private static double width(Font font, String text) {
        return font.getStringBounds(text, PAPER).getWidth();
    }
}
