package tadpole.app.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;

/** Every parameter a cell, colored by the relative error of its gradient. */
public record HeatPicture(List<HeatGroup> groups) implements Drawing {

    private static final int[] TICKS = {-10, -7, -4, -2, 0};

    public HeatPicture {
        groups = List.copyOf(groups);
    }

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        HeatLayout layout = HeatLayout.of(groups, width, height);
        ErrorScale scale = new ErrorScale(colors);
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(0, 0, width, layout.bottom()));
        for (int i = 0; i < groups.size(); i++) {
            HeatGroup group = groups.get(i);
            double after = ink.text(fonts.title(), colors.text(), group.name(), HeatLayout.SIDE, layout.top(i) + 13) + 8;
            ink.text(fonts.small(), colors.muted(), ink.fitting(group.words(), width - after - 8), after, layout.top(i) + 13);
            cells(ink, scale, layout, i);
        }
        g.setClip(clip);
        if (!groups.isEmpty()) {
            scale(ink, scale, width, height, layout.isWhole());
        }
    }

    private void cells(RacePicture.Ink ink, ErrorScale scale, HeatLayout layout, int at) {
        Graphics2D g = ink.g();
        HeatGroup group = groups.get(at);
        boolean round = group.errors().length > 0 && layout.box(new HeatLayout.Place(at, 0)).size() >= 9;
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, round ? RenderingHints.VALUE_ANTIALIAS_ON : RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int i = 0; i < group.errors().length; i++) {
            HeatLayout.Box box = layout.box(new HeatLayout.Place(at, i));
            if (box.y() > layout.bottom()) {
                break;
            }
            double error = group.errors()[i];
            HeatGroup.Mark mark = group.marks()[i];
            g.setColor(Double.isNaN(error) ? ink.colors().grid() : mark == HeatGroup.Mark.NONE ? scale.of(error) : explained(ink.colors(), mark));
            if (round) {
                g.fill(new RoundRectangle2D.Double(box.x(), box.y(), box.size(), box.size(), 4, 4));
            } else {
                g.fillRect((int) box.x(), (int) box.y(), (int) box.size(), (int) box.size());
            }
            if (mark == HeatGroup.Mark.KINK) {
                hatch(ink, box.x(), box.y(), box.size());
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    }

    private static Color explained(ChartColors colors, HeatGroup.Mark mark) {
        return ChartColors.mix(colors.surface(), colors.muted(), mark == HeatGroup.Mark.KINK ? 0.45 : 0.3);
    }

    private static void hatch(RacePicture.Ink ink, double x, double y, double size) {
        Graphics2D g = ink.g();
        g.setColor(ink.colors().text());
        g.setStroke(new BasicStroke(size > 8 ? 1.5f : 1));
        if (size < 5) {
            g.draw(new Line2D.Double(x, y + size - 1, x + size - 1, y));
            return;
        }
        Shape clip = g.getClip();
        g.clip(new Rectangle2D.Double(x, y, size, size));
        for (double at = 0; at < 2 * size; at += Math.max(3, size / 3)) {
            g.draw(new Line2D.Double(x + at - size, y + size, x + at, y));
        }
        g.setClip(clip);
    }

    private void scale(RacePicture.Ink ink, ErrorScale scale, double width, double height, boolean whole) {
        double y = height - 27;
        double x = ink.text(ink.fonts().small(), ink.colors().muted(), "relative error", HeatLayout.SIDE, y + 9) + 14;
        double length = Math.clamp(width - x - 240, 60, 240);
        for (int i = 0; i < length; i++) {
            ink.g().setColor(scale.of(Math.pow(10, ErrorScale.FROM + (ErrorScale.TO - ErrorScale.FROM) * i / length)));
            ink.g().fill(new Rectangle2D.Double(x + i, y, 1.5, 9));
        }
        for (int tick : TICKS) {
            double place = x + length * (tick - ErrorScale.FROM) / (ErrorScale.TO - ErrorScale.FROM);
            ink.centered(ink.fonts().figures(), ink.colors().muted(), tick == 0 ? "1" : "1e" + tick, place, y + 22);
        }
        double after = key(ink, HeatGroup.Mark.KINK, "crossed a kink", x + length + 18, y);
        after = key(ink, HeatGroup.Mark.ROUNDING, "within rounding", after, y);
        if (!whole) {
            ink.text(ink.fonts().small(), ink.colors().muted(), "a part", after, y + 9);
        }
    }

    private double key(RacePicture.Ink ink, HeatGroup.Mark mark, String words, double x, double y) {
        boolean there = groups.stream().anyMatch(group -> Arrays.asList(group.marks()).contains(mark));
        if (!there) {
            return x;
        }
        ink.g().setColor(explained(ink.colors(), mark));
        ink.g().fill(new RoundRectangle2D.Double(x, y - 2, 12, 12, 4, 4));
        if (mark == HeatGroup.Mark.KINK) {
            hatch(ink, x, y - 2, 12);
        }
        return ink.text(ink.fonts().small(), ink.colors().muted(), words, x + 17, y + 9) + 14;
    }
}
