package tadpole.app.chart;

import java.util.List;

/** A chart that one can zoom into and read values off. */
public interface Explorable extends Drawing {

    /** Its plots in a drawing so large, from above, as they are drawn; none where there is no room. Any thread. */
    List<Plot> plots(ChartFonts fonts, double width, double height);
}
