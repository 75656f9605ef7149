package tadpole.engine.convolution;

import java.util.List;
import java.util.Map;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/**
 * First derivatives that smooth across: [-1 0 1] along one direction, three weights across it. Prewitt takes 1 1 1 (1970), Sobel and
 * Feldman 1 2 1 (1968), Scharr 3 10 3 (thesis, Heidelberg 2000, there divided by 32). Diagonals are the same ring turned by one place.
 */
final class SlopeKernels {

    private static final String DIRECTION = "direction";
    private static final Setting.Choice DIRECTIONS = new Setting.Choice(DIRECTION, "Direction", "horizontal", List.of(
            new Setting.Option("horizontal", "→ horizontal"), new Setting.Option("vertical", "↓ vertical"),
            new Setting.Option("falling", "↘ diagonal"), new Setting.Option("rising", "↗ diagonal")),
            "Which way the picture must get brighter to give numbers above 0. Default horizontal, left to right.");
    private static final Map<String, String> CHANGES = Map.of("horizontal", "horizontal change", "vertical", "vertical change",
            "falling", "change along ↘", "rising", "change along ↗");

    static final Recipe<KernelMaker> SOBEL = recipe("sobel", "Sobel",
            "How fast the picture gets brighter one way, smoothed 1 2 1 across it: the best-known edge finder.", 1, 2);
    static final Recipe<KernelMaker> SCHARR = recipe("scharr", "Scharr",
            "As Sobel, smoothed 3 10 3 across: it answers more evenly to edges of every angle.", 3, 10);
    static final Recipe<KernelMaker> PREWITT = recipe("prewitt", "Prewitt",
            "As Sobel, with a plain mean across: three differences, added.", 1, 1);

    private SlopeKernels() {}

    private static Recipe<KernelMaker> recipe(String type, String label, String help, float corner, float side) {
        return new Recipe<>(type, label, help, List.of(DIRECTIONS),
                new NamedMaker(settings -> slope(settings, corner, side), settings -> CHANGES.get(settings.choice(DIRECTION))));
    }

    private static Kernel slope(Settings settings, float a, float b) {
        int turns = switch (settings.choice(DIRECTION)) {
            case "rising" -> 7;
            case "falling" -> 1;
            case "vertical" -> 2;
            default -> 0;
        };
        return KernelGrids.ring(0, turns, -a, 0, a, b, a, 0, -a, -b);
    }
}
