package tadpole.engine.picture.made;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.Picture;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** Letters of our own strokes, as on a printed page. */
final class Glyphs {

    static final Recipe<MadePicture> RECIPE = new Recipe<>("letters", "Letters",
            "Dark strokes on white, as on a scanned page: outlines, thin lines and round shapes in one picture.",
            List.of(
                    Sheet.width(256),
                    Sheet.height(160),
                    new Setting.Decimal("thickness", "Thickness", 4.0, 1.0, 24.0, "px", "How thick each stroke is. Default 4."),
                    new Setting.Decimal("slant", "Slant", 0.0, -0.5, 0.5, "", "How far letters lean to the right, as a share of their height. Default 0: upright.")),
            Glyphs::make);

    private static final List<String> LINES = List.of("TADPOLE", "FROG POND", "KERNEL");

    /** Corners of each stroke on a grid of 4 by 6, from the upper left; strokes are parted by blanks, O and the bows are polygons fine enough. */
    private static final Map<Character, String> STROKES = Map.ofEntries(
            Map.entry('A', "06,20,46 14,34"),
            Map.entry('D', "00,20,31,42,44,35,26,06,00"),
            Map.entry('E', "40,00,06,46 03,33"),
            Map.entry('F', "40,00,06 03,33"),
            Map.entry('G', "41,30,10,01,05,16,36,45,43,23"),
            Map.entry('K', "00,06 40,03 13,46"),
            Map.entry('L', "00,06,46"),
            Map.entry('N', "06,00,46,40"),
            Map.entry('O', "10,30,41,45,36,16,05,01,10"),
            Map.entry('P', "06,00,30,41,42,33,03"),
            Map.entry('R', "06,00,30,41,42,33,03 23,46"),
            Map.entry('T', "00,40 20,26"));

    private static final double ADVANCE = 5.6;
    private static final double LINE = 8.5;
    private static final double TALL = 6;

    private record Stroke(double fromX, double fromY, double toX, double toY) {

        double distance(double x, double y) {
            double alongX = toX - fromX;
            double alongY = toY - fromY;
            double t = Math.clamp(((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY), 0, 1);
            double offX = x - fromX - t * alongX;
            double offY = y - fromY - t * alongY;
            return Math.sqrt(offX * offX + offY * offY);
        }
    }

    private Glyphs() {}

    private static Picture make(Settings settings) {
        int width = settings.whole("width");
        int height = settings.whole("height");
        double half = settings.decimal("thickness") / 2;
        List<Stroke> strokes = strokes(width, height, settings.decimal("slant"));
        Map<Integer, List<Stroke>> near = new HashMap<>();
        return Sheet.fill(RECIPE.label(), settings, (y, x) -> {
            double nearest = Double.MAX_VALUE;
            for (Stroke stroke : near.computeIfAbsent(y << 16 | x / 16, _ -> near(strokes, y + 0.5, x / 16 * 16, half + 1))) {
                nearest = Math.min(nearest, stroke.distance(x + 0.5, y + 0.5));
            }
            return 240 - 216 * Sheet.cover(nearest - half);
        });
    }

    /** Those that can reach a run of 16 pixels. */
    private static List<Stroke> near(List<Stroke> strokes, double y, double x, double reach) {
        return strokes.stream().filter(each -> Math.min(each.fromY, each.toY) - reach <= y && y <= Math.max(each.fromY, each.toY) + reach
                && Math.min(each.fromX, each.toX) - reach <= x + 16 && x <= Math.max(each.fromX, each.toX) + reach).toList();
    }

    private static List<Stroke> strokes(int width, int height, double slant) {
        int longest = LINES.stream().mapToInt(String::length).max().orElseThrow();
        double scale = Math.min(width / (ADVANCE * longest + 2), height / (LINE * LINES.size() + 1));
        List<Stroke> all = new ArrayList<>();
        for (int line = 0; line < LINES.size(); line++) {
            String text = LINES.get(line);
            double top = height / 2.0 + scale * (LINE * (line - (LINES.size() - 1) / 2.0) - TALL / 2);
            double left = width / 2.0 - scale * (ADVANCE * text.length() - (ADVANCE - 4)) / 2;
            for (int i = 0; i < text.length(); i++) {
                String[] parts = STROKES.getOrDefault(text.charAt(i), "").split(" ");
                for (String part : parts) {
                    add(all, part, left + scale * ADVANCE * i, top, scale, slant);
                }
            }
        }
        return all;
    }

    private static void add(List<Stroke> all, String corners, double left, double top, double scale, double slant) {
        String[] each = corners.split(",");
        for (int i = 1; i < each.length; i++) {
            all.add(new Stroke(x(each[i - 1], left, scale, slant), y(each[i - 1], top, scale), x(each[i], left, scale, slant), y(each[i], top, scale)));
        }
    }

    private static double x(String corner, double left, double scale, double slant) {
        return left + scale * (corner.charAt(0) - '0' + slant * (TALL / 2 - (corner.charAt(1) - '0')));
    }

    private static double y(String corner, double top, double scale) {
        return top + scale * (corner.charAt(1) - '0');
    }
}
