package tadpole.engine.surface;

import java.util.List;
import tadpole.engine.surface.Surface.Here;
import tadpole.engine.surface.Surface.Place;
import tadpole.engine.surface.Surface.Window;

/** Every surface there is. */
public final class Surfaces {

    /** The same curvature 1 in both directions: gradient descent converges below rate 2, and does not swing below 1. */
    public static final Surface PARABOLA = new Surface("parabola", "Parabola", "f = (x² + y²) / 2",
            "Rates below 1 creep, between 1 and 2 swing and come in, above 2 fly off.",
            new Window(-4, 4, -2.4, 2.4), new Place(-3.2, 1.6), List.of(new Place(0, 0)),
            (x, y) -> new Here((x * x + y * y) / 2, x, y));

    /** Ten times steeper across than along. */
    public static final Surface RAVINE = new Surface("ravine", "Ravine", "f = x² / 20 + y² / 2",
            "Steep across, flat along: plain descent swings from wall to wall, momentum carries along the valley.",
            new Window(-11, 11, -4.2, 4.2), new Place(-9, 2.8), List.of(new Place(0, 0)),
            (x, y) -> new Here(x * x / 20 + y * y / 2, x / 10, y));

    /** Rosenbrock 1960, with 10 in the place of 100 so that the valley can be seen. */
    public static final Surface ROSENBROCK = new Surface("rosenbrock", "Rosenbrock", "f = (1 - x)² + 10 (y - x²)²",
            "A bent valley: into it is quick, along its floor to the minimum is slow.",
            new Window(-2.2, 2.2, -1.1, 2.9), new Place(-1.6, 1.9), List.of(new Place(1, 1)),
            (x, y) -> {
                double bend = y - x * x;
                return new Here((1 - x) * (1 - x) + 10 * bend * bend, -2 * (1 - x) - 40 * x * bend, 20 * bend);
            });

    /** Falls to both sides along y; on the ridge only a nudge leaves it. */
    public static final Surface SADDLE = new Surface("saddle", "Saddle", "f = (x² - y²) / 2 + y⁴ / 16",
            "Nearly flat in its middle: who adapts each direction's step leaves it first.",
            new Window(-4, 4, -2.8, 2.8), new Place(-3.2, 0.01), List.of(new Place(0, 2), new Place(0, -2)),
            (x, y) -> new Here((x * x - y * y) / 2 + y * y * y * y / 16, x, -y + y * y * y / 4));

    /** Beale 1958: flat plains and a steep cross. */
    public static final Surface BEALE = new Surface("beale", "Beale", "f = (1.5 - x + xy)² + (2.25 - x + xy²)² + (2.625 - x + xy³)²",
            "Plains with hardly a slope and walls far too steep: one rate cannot suit both.",
            new Window(-4.5, 4.5, -2.6, 2.2), new Place(1, 1.5), List.of(new Place(3, 0.5)),
            (x, y) -> {
                double a = 1.5 - x + x * y;
                double b = 2.25 - x + x * y * y;
                double c = 2.625 - x + x * y * y * y;
                return new Here(a * a + b * b + c * c,
                        2 * a * (y - 1) + 2 * b * (y * y - 1) + 2 * c * (y * y * y - 1),
                        2 * a * x + 4 * b * x * y + 6 * c * x * y * y);
            });

    public static final List<Surface> ALL = List.of(PARABOLA, RAVINE, ROSENBROCK, SADDLE, BEALE);

    private Surfaces() {}
}
