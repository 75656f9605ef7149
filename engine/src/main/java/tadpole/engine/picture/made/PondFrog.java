package tadpole.engine.picture.made;

/** A frog that sits, seen from its side. */
final class PondFrog {

    private static final Tone BELLY = Tone.of(222, 224, 160);
    private static final Tone GOLD = Tone.of(244, 190, 60);
    private static final Tone BLACK = Tone.of(14, 16, 14);
    private static final Tone WHITE = Tone.of(255, 252, 240);

    private final Painting painting;
    private final double x;
    private final double y;
    private final double size;
    private final double facing;
    private final Tone skin;
    private final Tone dark;

    /**
     * @param y      where it sits
     * @param size   half the length of its body
     * @param facing 1 to the right, -1 to the left
     */
    PondFrog(Painting painting, double x, double y, double size, int facing, Tone skin) {
        this.painting = painting;
        this.x = x;
        this.y = y;
        this.size = size;
        this.facing = facing;
        this.skin = skin;
        this.dark = new Tone().set(skin).times(0.5);
    }

    void paint() {
        painting.spot(x, y + 0.06 * size, 1.35 * size, 0.2 * size, 0, BLACK, 0.4);
        farLegs();
        ball(-0.1, -0.55, 1.0, 0.58, -0.42, skin);
        ball(0.32, -0.36, 0.6, 0.4, -0.5, BELLY);
        ball(-0.16, -0.66, 0.92, 0.46, -0.42, skin);
        spots();
        head();
        nearLegs();
    }

    private void farLegs() {
        stroke(0.66, -0.4, 0.86, 0.0, 0.2, 0.14, dark);
        stroke(0.86, 0.0, 1.1, 0.02, 0.12, 0.06, dark);
    }

    private void head() {
        ball(0.9, -1.34, 0.19, 0.19, 0, dark);
        ball(0.72, -0.98, 0.6, 0.4, -0.1, skin);
        ball(0.78, -0.84, 0.52, 0.22, -0.1, BELLY);
        ball(0.7, -1.05, 0.58, 0.3, -0.08, skin);
        stroke(0.36, -0.86, 0.8, -0.86, 0.025, 0.04, dark);
        stroke(0.8, -0.86, 1.27, -0.96, 0.04, 0.025, dark);
        ball(0.56, -1.34, 0.23, 0.22, 0, skin);
        ball(0.59, -1.36, 0.165, 0.165, 0, GOLD);
        spot(0.61, -1.36, 0.11, 0.075, 0, BLACK);
        spot(0.65, -1.41, 0.04, 0.04, 0, WHITE);
        spot(1.19, -1.07, 0.022, 0.016, 0, BLACK);
    }

    private void spots() {
        Tone spot = new Tone().set(skin).times(0.52);
        spot(-0.62, -0.62, 0.16, 0.1, -0.5, spot);
        spot(-0.26, -0.92, 0.17, 0.09, -0.5, spot);
        spot(-0.16, -0.6, 0.1, 0.07, -0.3, spot);
        spot(0.12, -1.0, 0.1, 0.06, -0.6, spot);
        spot(-0.84, -0.36, 0.09, 0.06, -0.5, spot);
    }

    private void nearLegs() {
        ball(-0.5, -0.3, 0.58, 0.34, -0.45, skin);
        ball(-0.62, -0.02, 0.5, 0.15, 0.08, skin);
        stroke(-0.3, 0.04, 0.12, 0.06, 0.15, 0.08, skin);
        stroke(-0.1, 0.06, 0.2, 0.12, 0.08, 0.05, skin);
        stroke(0.3, -0.5, 0.46, -0.22, 0.24, 0.19, skin);
        stroke(0.46, -0.22, 0.42, 0.04, 0.18, 0.12, skin);
        stroke(0.42, 0.04, 0.66, 0.07, 0.1, 0.05, skin);
        stroke(0.42, 0.04, 0.58, 0.13, 0.09, 0.05, skin);
    }

    private void ball(double offX, double offY, double radiusX, double radiusY, double turn, Tone color) {
        painting.ball(x + facing * size * offX, y + size * offY, size * radiusX, size * radiusY, facing * turn, color, 1);
    }

    private void spot(double offX, double offY, double radiusX, double radiusY, double turn, Tone color) {
        painting.spot(x + facing * size * offX, y + size * offY, size * radiusX, size * radiusY, facing * turn, color, 1);
    }

    private void stroke(double fromX, double fromY, double toX, double toY, double fromThick, double toThick, Tone color) {
        painting.stroke(x + facing * size * fromX, y + size * fromY, x + facing * size * toX, y + size * toY, size * fromThick, size * toThick, color);
    }
}
