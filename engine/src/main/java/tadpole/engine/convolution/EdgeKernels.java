package tadpole.engine.convolution;

import java.util.List;
import java.util.Locale;
import tadpole.engine.recipe.Recipe;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;

/** Kernels that answer to edges whichever way they run, and the one that lights them from a side. */
final class EdgeKernels {

    /** Minus the 8-neighbor Laplacian. */
    static final Recipe<KernelMaker> OUTLINE = new Recipe<>("outline", "Outline",
            "Eight times the pixel minus its eight neighbors: flat areas give 0, every edge gives a line.",
            List.of(),
            _ -> KernelGrids.ring(8, 0, -1, -1, -1, -1, -1, -1, -1, -1));

    /** The five-point stencil of d²/dx² + d²/dy², or all eight neighbors. */
    static final Recipe<KernelMaker> LAPLACIAN = new Recipe<>("laplacian", "Laplacian",
            "The second derivative in both directions, added: it changes its sign on an edge, and a slope without a bend gives 0.",
            List.of(new Setting.Choice("neighbors", "Neighbors", "4",
                    List.of(new Setting.Option("4", "4, along the axes"), new Setting.Option("8", "8, all around")),
                    "Which neighbors count. Default 4.")),
            new NamedMaker(EdgeKernels::laplacian, settings -> settings.choice("neighbors") + " neighbors"));

    private static final List<Setting.Option> LIGHTS = List.of(
            new Setting.Option("topLeft", "↘ Top left"), new Setting.Option("top", "↓ Top"),
            new Setting.Option("topRight", "↙ Top right"), new Setting.Option("right", "← Right"),
            new Setting.Option("bottomRight", "↖ Bottom right"), new Setting.Option("bottom", "↑ Bottom"),
            new Setting.Option("bottomLeft", "↗ Bottom left"), new Setting.Option("left", "→ Left"));

    /** A slope of weights 2, 1, 0 from the light on, plus the pixel itself. */
    static final Recipe<KernelMaker> EMBOSS = new Recipe<>("emboss", "Emboss",
            "The pixel plus the slope away from a light: bright is high, and the picture looks pressed into metal.",
            List.of(new Setting.Choice("light", "Light from", "topLeft", LIGHTS, "Where the light stands. Default the top left.")),
            new NamedMaker(settings -> KernelGrids.ring(1, turns(settings), -2, -1, 0, 1, 2, 1, 0, -1),
                    settings -> "light from the " + LIGHTS.get(turns(settings)).label().substring(2).toLowerCase(Locale.ROOT)));

    private EdgeKernels() {}

    private static Kernel laplacian(Settings settings) {
        return settings.choice("neighbors").equals("4")
                ? KernelGrids.ring(-4, 0, 0, 1, 0, 1, 0, 1, 0, 1)
                : KernelGrids.ring(-8, 0, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    private static int turns(Settings settings) {
        return LIGHTS.stream().map(Setting.Option::key).toList().indexOf(settings.choice("light"));
    }
}
