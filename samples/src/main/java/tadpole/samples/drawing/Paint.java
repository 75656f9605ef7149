package tadpole.samples.drawing;

/** The color at each place of a canvas; places are in pixels. */
@FunctionalInterface
public interface Paint {

    Color at(double x, double y);

    /** From one color at the upper place to another at the lower one. */
    static Paint vertical(Color upper, double upperY, Color lower, double lowerY) {
        return (x, y) -> upper.toward(lower, Math.clamp((y - upperY) / (lowerY - upperY), 0, 1));
    }
}
