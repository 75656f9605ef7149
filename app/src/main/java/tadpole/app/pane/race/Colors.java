package tadpole.app.pane.race;

import javafx.scene.paint.Color;
import tadpole.app.chart.ChartColors;
import tadpole.app.shell.Theme;

/** The theme's tokens as charts take them. */
final class Colors {

    private Colors() {}

    static ChartColors of(Theme theme) {
        return ChartColors.of(token -> {
            Color color = theme.color(token);
            return new java.awt.Color((float) color.getRed(), (float) color.getGreen(), (float) color.getBlue());
        });
    }
}
