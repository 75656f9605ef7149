package tadpole.app.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import tadpole.engine.surface.RateAndMomentum;

/** What momentum descent does on a parabola, by rate times curvature and momentum: comes straight in, swings in, or flies off. */
public record RateMomentumPicture() implements Drawing {

    private static final double MOST_RATE = 4.2;
    private static final int CELL = 2;

    @Override
    public void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height) {
        Plots.smooth(g);
        RacePicture.Ink ink = new RacePicture.Ink(g, colors, fonts);
        Rectangle2D area = new Rectangle2D.Double(46, 10, width - 56, height - 52);
        if (area.getWidth() < 60 || area.getHeight() < 40) {
            return;
        }
        int across = (int) (area.getWidth() / CELL);
        int down = (int) (area.getHeight() / CELL);
        BufferedImage map = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                double rate = MOST_RATE * (column + 0.5) / across;
                double momentum = 1 - (row + 0.5) / down;
                map.setRGB(column, row, color(rate, momentum, colors).getRGB());
            }
        }
        g.drawImage(map, (int) area.getX(), (int) area.getY(), across * CELL, down * CELL, null);
        for (int tick = 0; tick <= 4; tick++) {
            ink.centered(fonts.figures(), colors.muted(), Integer.toString(tick), area.getX() + area.getWidth() * tick / MOST_RATE, area.getMaxY() + 16);
        }
        for (double tick = 0; tick <= 1; tick += 0.25) {
            ink.right(fonts.figures(), colors.muted(), Digits.shortest(tick), area.getX() - 8, area.getMaxY() - area.getHeight() * tick + 4);
        }
        ink.right(fonts.small(), colors.muted(), "learning rate × curvature; momentum upward", area.getMaxX(), area.getMaxY() + 32);
        label(ink, area, "comes straight in", 0.04, 0.1);
        label(ink, area, "swings, and converges", 1.1, 0.45);
        label(ink, area, "diverges", 3.4, 0.2);
    }

    /** The hue says what happens, its strength how fast. */
    private static Color color(double rate, double momentum, ChartColors colors) {
        double factor = RateAndMomentum.factor(rate, momentum);
        double speed = Math.clamp(1 - factor, 0, 1);
        return switch (RateAndMomentum.fate(rate, momentum)) {
            case CONVERGES -> ChartColors.faint(colors.hues().get(0), 0.25 + 0.55 * speed);
            case OSCILLATES -> ChartColors.faint(colors.training(), 0.18 + 0.6 * speed);
            case DIVERGES -> ChartColors.faint(colors.validation(), Math.clamp(0.25 + 0.25 * (factor - 1), 0.25, 0.6));
        };
    }

    private static void label(RacePicture.Ink ink, Rectangle2D area, String text, double rate, double momentum) {
        ink.text(ink.fonts().title(), ink.colors().text(), text, area.getX() + area.getWidth() * rate / MOST_RATE + 4,
                area.getMaxY() - area.getHeight() * momentum);
    }
}
