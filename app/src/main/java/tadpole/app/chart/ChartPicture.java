package tadpole.app.chart;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Draws charts into pixels. Any thread, without a window. */
final class ChartPicture {

    private ChartPicture() {}

    /** @param scale pixels for each unit of width and height */
    static void draw(BufferedImage image, Drawing drawing, ChartColors colors, ChartFonts fonts, double scale) {
        Graphics2D g = image.createGraphics();
        try {
            g.setColor(colors.surface());
            g.fillRect(0, 0, image.getWidth(), image.getHeight());
            g.scale(scale, scale);
            drawing.draw(g, colors, fonts, image.getWidth() / scale, image.getHeight() / scale);
        } finally {
            g.dispose();
        }
    }
}
