package tadpole.app.chart;

import java.awt.Graphics2D;

/** What a chart shows at one moment, ready to be drawn on any thread: the same into a window, a picture or an SVG. */
public interface Drawing {

    /** Draws from (0, 0) on, on a background that is there already. */
    void draw(Graphics2D g, ChartColors colors, ChartFonts fonts, double width, double height);
}
