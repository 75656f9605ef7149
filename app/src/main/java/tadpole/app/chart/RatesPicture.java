package tadpole.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceResult.Tried;

/** Final loss against learning rate, both logarithmic: how much each optimizer cares. Diverged runs, and those
 * far worse than the others, stand at the upper edge. */
public record RatesPicture(List<Line> lines, String title) implements Drawing {

    private static final double TOP = 26;
    private static final double RIGHT = 14;
    /** Of the least final loss; what is worse stands at the edge. */
    private static final double WORST = 20;

    /** What was tried of one contestant, by rising rate; a diverged one has an infinite loss. */
    public record Line(int contestant, double[] rates, double[] losses) {}

    /** With its title, for a file. */
    public static RatesPicture of(RaceResult result) {
        return of(result, "Final loss against learning rate");
    }

    public static RatesPicture of(RaceResult result, String title) {
        return new RatesPicture(IntStream.range(0, result.plan().contestants().size())
                .mapToObj(i -> line(i, result.tried(i)))
                .filter(each -> each.rates().length > 0)
                .toList(), title);
    }

    private static Line line(int contestant, List<Tried> tried) {
        return new Line(contestant, tried.stream().mapToDouble(Tried::rate).toArray(),
                tried.stream().mapToDouble(each -> each.run().finalLoss()).toArray());
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        boolean titled = !title.isEmpty();
        double top = titled ? TOP : 14;
        double bottom = titled ? 40 : 24;
        Rectangle2D area = new Rectangle2D.Double(Plots.LEFT, top, width - Plots.LEFT - RIGHT, height - top - bottom);
        if (area.getWidth() < 60 || area.getHeight() < 30) {
            return;
        }
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        LogAxis up = losses();
        double[] rates = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.rates())).sorted().toArray();
        LogAxis across = rates.length == 0 ? LogAxis.of(1e-3, 1) : LogAxis.of(rates[0], rates[rates.length - 1]);
        ink.frame(area);
        ink.rows(area, up);
        for (double tick : across.rates(area.getWidth(), 44)) {
            ink.centered(fonts.figures(), colors.muted(), LogAxis.power(tick), area.getX() + area.getWidth() * across.share(tick), area.getMaxY() + 16);
        }
        if (titled) {
            ink.text(fonts.title(), colors.text(), title, area.getX(), top - 10);
            ink.right(fonts.small(), colors.muted(), "learning rate", area.getMaxX(), area.getMaxY() + 32);
        }
        lines.forEach(each -> draw(ink, each, area, across, up));
        if (lines.stream().flatMapToDouble(each -> DoubleStream.of(each.losses())).anyMatch(loss -> !(loss <= up.to()))) {
            String words = "at the upper edge: diverged, or above " + LogAxis.text(Double.parseDouble(String.format(Locale.ROOT, "%.2g", up.to())));
            ink.right(fonts.small(), colors.muted(), words, area.getMaxX(), titled ? top - 10 : area.getY() - 5);
        }
    }

    /** What is far worse than the others must not press them together. */
    private LogAxis losses() {
        double[] all = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.losses())).filter(Double::isFinite).sorted().toArray();
        return all.length == 0 ? LogAxis.of(0.1, 1)
                : LogAxis.of(all[0], Math.min(all[all.length - 1], Math.max(WORST * all[0], 2 * all[all.length / 2])));
    }

    private static void draw(RacePicture.Ink ink, Line line, Rectangle2D area, LogAxis across, LogAxis up) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.rates().length; i++) {
            double x = area.getX() + area.getWidth() * across.share(line.rates()[i]);
            double y = line.losses()[i] <= up.to() ? area.getMaxY() - area.getHeight() * up.share(line.losses()[i]) : area.getY();
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            ink.mark(line.contestant(), x, y, 3.6);
        }
        ink.g().setColor(RaceMark.color(line.contestant(), ink.colors()));
        ink.g().setStroke(RaceMark.stroke(line.contestant()));
        ink.g().draw(path);
    }
}
