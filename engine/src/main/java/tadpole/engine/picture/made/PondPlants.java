package tadpole.engine.picture.made;

import java.util.random.RandomGenerator;

/** Lily pads, their flowers, reeds and grass. */
final class PondPlants {

    private static final Tone PAD = Tone.of(84, 132, 74);
    private static final Tone PAD_RIM = Tone.of(178, 164, 96);
    private static final Tone SHADOW = Tone.of(6, 18, 26);
    private static final Tone PETAL = Tone.of(250, 208, 214);
    private static final Tone PETAL_INSIDE = Tone.of(255, 236, 226);
    private static final Tone STAMEN = Tone.of(250, 196, 70);
    private static final Tone REED = Tone.of(58, 84, 52);
    private static final Tone REED_FAR = Tone.of(84, 92, 70);
    private static final Tone REED_LIT = Tone.of(150, 150, 84);
    private static final Tone CATTAIL = Tone.of(124, 70, 42);
    private static final Tone BANK = Tone.of(22, 30, 26);

    private final Painting painting;
    private final RandomGenerator random;

    PondPlants(Painting painting, RandomGenerator random) {
        this.painting = painting;
        this.random = random;
    }

    /** A leaf that floats, with its notch. */
    void pad(double x, double y, double radius) {
        double notch = random.nextDouble(-0.9, 0.9);
        double alongX = StrictMath.cos(notch);
        double alongY = StrictMath.sin(notch);
        double flat = 0.34 * radius;
        painting.spot(x, y + 0.09 * radius, 1.03 * radius, 1.05 * flat, 0, SHADOW, 0.55);
        painting.ellipse(x, y, radius, flat, 0, 1, (u, v, tone) -> {
            double across = Math.abs(u * alongY - v * alongX);
            boolean inNotch = u * alongX + v * alongY > 0.12 && across < 0.17 * (u * alongX + v * alongY);
            double square = u * u + v * v;
            tone.set(inNotch ? SHADOW : PAD).times(inNotch ? 1 : 0.8 + 0.3 * u - 0.16 * v);
            if (!inNotch && square > 0.86) {
                tone.toward(PAD_RIM, 0.65 * (square - 0.86) / 0.14);
            }
        });
        for (int i = 0; i < 7; i++) {
            double angle = notch + Math.PI * (i + 1) / 4;
            painting.stroke(x, y, x + 0.8 * radius * StrictMath.cos(angle), y + 0.8 * flat * StrictMath.sin(angle), 0.05 * radius, 0.012 * radius,
                    new Tone().set(PAD).times(0.78));
        }
    }

    /** A water lily. */
    void flower(double x, double y, double size) {
        painting.spot(x, y + 0.1 * size, 0.9 * size, 0.22 * size, 0, SHADOW, 0.4);
        for (int i = -3; i <= 3; i++) {
            double turn = 0.42 * i;
            painting.ball(x + 0.62 * size * StrictMath.sin(turn), y - 0.12 * size - 0.42 * size * StrictMath.cos(turn), 0.2 * size, 0.52 * size, turn, PETAL, 1);
        }
        for (int i = -2; i <= 2; i++) {
            double turn = 0.5 * i;
            painting.ball(x + 0.34 * size * StrictMath.sin(turn), y - 0.06 * size - 0.2 * size * StrictMath.cos(turn), 0.17 * size, 0.4 * size, turn, PETAL_INSIDE, 1);
        }
        painting.ball(x, y - 0.12 * size, 0.2 * size, 0.13 * size, 0, STAMEN, 1);
    }

    /** A clump of reeds around x; the nearer half is darker and carries cattails. */
    void reeds(double x, double foot, double spread, double tall, int count) {
        for (int i = 0; i < count; i++) {
            boolean near = i >= count / 2;
            double left = x + spread * random.nextDouble(-1, 1);
            double lean = random.nextDouble(-0.35, 0.35);
            double up = tall * random.nextDouble(0.55, 1.0);
            double[] from = {left, foot + 0.04 * random.nextDouble()};
            double[] bend = {left + 0.1 * lean, foot - 0.6 * up};
            double[] to = {left + lean * up * 0.7, foot - up};
            double thick = (near ? 0.013 : 0.009) * random.nextDouble(0.7, 1.2);
            painting.blade(from, bend, to, thick, 0.002, near ? REED : REED_FAR);
            painting.blade(new double[] {from[0] + 0.25 * thick, from[1]}, new double[] {bend[0] + 0.2 * thick, bend[1]}, to, 0.22 * thick, 0.001, REED_LIT);
            if (near && i % 3 == 0) {
                cattail(left + 0.03 * lean, foot, 0.92 * up, 0.25 * lean);
            }
        }
    }

    private void cattail(double x, double foot, double up, double lean) {
        double topX = x + lean * up;
        double top = foot - up;
        painting.blade(new double[] {x, foot}, new double[] {x, foot - 0.5 * up}, new double[] {topX, top}, 0.007, 0.004, REED);
        painting.stroke(topX, top - 0.03, topX, top, 0.002, 0.004, REED_LIT);
        painting.ball(topX, top + 0.045, 0.012, 0.05, lean * 0.5, CATTAIL, 1);
    }

    /** Grass along the lower edge. */
    void bank(double aspect) {
        int blades = (int) (110 * aspect);
        painting.ellipse(0.02 * aspect, 1.08, 0.5 * aspect, 0.13, 0, 1, (_, v, tone) -> tone.set(BANK).times(1.2 + 0.5 * -v));
        for (int i = 0; i < blades; i++) {
            double x = aspect * random.nextDouble(-0.02, 0.46);
            double ground = 1.09 - 0.11 * Math.sqrt(Math.max(0, 1 - (x / aspect - 0.02) * (x / aspect - 0.02) / 0.25));
            double up = random.nextDouble(0.03, 0.1);
            double lean = random.nextDouble(-0.05, 0.05);
            painting.blade(new double[] {x, ground + 0.02}, new double[] {x + 0.2 * lean, ground - 0.6 * up}, new double[] {x + lean, ground - up},
                    0.008, 0.001, new Tone().set(BANK).toward(REED, random.nextDouble(0.1, 0.9)));
        }
    }
}
