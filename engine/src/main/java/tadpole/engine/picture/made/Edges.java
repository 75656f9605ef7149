package tadpole.engine.picture.made;

import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** A disk, whose rim is an edge in every direction, beside lines through one point. */
final class Edges {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("edges", "Edges and lines",
            "A disk has edges in every direction, the star lines in every direction: which of them a kernel answers to is its orientation.",
            List.of(
                    Sheet.width(256),
                    Sheet.height(128),
                    new Setting.Whole("lines", "Lines", 8L, 1, 32, "", "How many lines of the star lie across each other, evenly turned. Default 8."),
                    new Setting.Decimal("thickness", "Thickness", 2.0, 1.0, 32.0, "px", "How thick each line is. Default 2."),
                    new Setting.Whole("dark", "Dark", 48L, 0, 255, "", "Value of the ground. Default 48."),
                    new Setting.Whole("light", "Light", 208L, 0, 255, "", "Value of disk and lines. Default 208.")),
            Edges::make);

    /** Of half the room that there is for each of the two. */
    private static final double REACH = 0.8;

    private Edges() {}

    private static Picture make(Settings settings) {
        int height = settings.whole("height");
        int width = settings.whole("width");
        boolean wide = width >= height;
        double half = wide ? Math.min(height, width / 2.0) / 2 : Math.min(width, height / 2.0) / 2;
        Star star = new Star(settings.whole("lines"), settings.decimal("thickness") / 2, REACH * half);
        int dark = settings.whole("dark");
        int light = settings.whole("light");
        return Sheet.fill(RECIPE.label(), settings, (y, x) -> {
            double down = y + 0.5;
            double along = x + 0.5;
            double disk = Math.hypot(along - (wide ? 0.25 : 0.5) * width, down - (wide ? 0.5 : 0.25) * height) - REACH * half;
            double lines = star.distance(along - (wide ? 0.75 : 0.5) * width, down - (wide ? 0.5 : 0.75) * height);
            return dark + (light - dark) * Sheet.cover(Math.min(disk, lines));
        });
    }

    private static final class Star {

        private final double[] cosines;
        private final double[] sines;
        private final double halfThick;
        private final double reach;

        Star(int lines, double halfThick, double reach) {
            this.halfThick = halfThick;
            this.reach = reach;
            cosines = new double[lines];
            sines = new double[lines];
            for (int i = 0; i < lines; i++) {
                cosines[i] = StrictMath.cos(Math.PI * i / lines);
                sines[i] = StrictMath.sin(Math.PI * i / lines);
            }
        }

        /** To the nearest line's edge, in pixels; negative inside. */
        double distance(double x, double y) {
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i < cosines.length; i++) {
                double across = Math.abs(x * sines[i] - y * cosines[i]) - halfThick;
                double beyond = Math.abs(x * cosines[i] + y * sines[i]) - reach;
                nearest = Math.min(nearest, Math.max(across, beyond));
            }
            return nearest;
        }
    }
}
