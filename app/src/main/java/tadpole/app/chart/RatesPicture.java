package tadpole.app.chart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tadpole.engine.training.RaceResult;
import tadpole.engine.training.RaceResult.Tried;

/** Final loss against learning rate, both logarithmic: how much each optimizer cares. Diverged runs stand at the upper edge. */
public record RatesPicture(List<Line> lines, String title) implements Drawing {

    private static final double TOP = 26;
    private static final double RIGHT = 14;

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
        double top = title.isEmpty() ? 12 : TOP;
        Rectangle2D area = new Rectangle2D.Double(Plots.LEFT, top, width - Plots.LEFT - RIGHT, height - top - 40);
        if (area.getWidth() < 60 || area.getHeight() < 30) {
            return;
        }
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        ink.text(fonts.title(), colors.text(), title, area.getX(), top - 10);
        DoubleStream all = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.losses())).filter(Double::isFinite);
        double[] losses = all.sorted().toArray();
        LogAxis up = losses.length == 0 ? LogAxis.of(0.1, 1) : LogAxis.of(losses[0], losses[losses.length - 1]);
        double[] rates = lines.stream().flatMapToDouble(each -> DoubleStream.of(each.rates())).sorted().toArray();
        LogAxis across = rates.length == 0 ? LogAxis.of(1e-3, 1) : LogAxis.of(rates[0], rates[rates.length - 1]);
        ink.frame(area);
        ink.rows(area, up);
        double last = Double.NEGATIVE_INFINITY;
        for (double tick : across.ticks()) {
            double x = area.getX() + area.getWidth() * across.share(tick);
            if (x - last > 34) {
                last = x;
                ink.centered(fonts.figures(), colors.muted(), Digits.shortest(tick), x, area.getMaxY() + 16);
            }
        }
        ink.right(fonts.small(), colors.muted(), "learning rate", area.getMaxX(), area.getMaxY() + 32);
        lines.forEach(each -> draw(ink, each, area, across, up));
    }

    private static void draw(RacePicture.Ink ink, Line line, Rectangle2D area, LogAxis across, LogAxis up) {
        Path2D path = new Path2D.Double();
        for (int i = 0; i < line.rates().length; i++) {
            double x = area.getX() + area.getWidth() * across.share(line.rates()[i]);
            boolean diverged = !Double.isFinite(line.losses()[i]);
            double y = diverged ? area.getY() : area.getMaxY() - area.getHeight() * up.share(line.losses()[i]);
            if (i == 0) {
                path.moveTo(x, y);
            } else {
                path.lineTo(x, y);
            }
            ink.mark(line.contestant(), x, y, 3.6);
            if (diverged) {
                ink.centered(ink.fonts().small(), ink.colors().wrong(), "diverged", x, y - 5);
            }
        }
        ink.g().setColor(RaceMark.color(line.contestant(), ink.colors()));
        ink.g().setStroke(RaceMark.stroke(line.contestant()));
        ink.g().draw(path);
    }
}
