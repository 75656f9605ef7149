package tadpole.engine.picture.made;

/** A hot-air balloon with colored gores and a basket. */
final class BalloonObject implements Sculpture {

    private static final Tone[] GORES = {Tone.of(222, 58, 44), Tone.of(250, 232, 200), Tone.of(240, 170, 40), Tone.of(250, 232, 200)};
    private static final Tone WICKER = Tone.of(150, 98, 52);
    private static final Tone ROPE = Tone.of(96, 72, 54);
    private static final int COUNT = 16;
    private static final double MIDDLE = 0.27;
    private static final double RADIUS = 0.66;
    /** How far above the middle cone and ball touch. */
    private static final double TANGENT = -0.43;
    private static final double MOUTH = -0.82;

    static MadeObject make(int height, int width) {
        return Photograph.of("hot-air balloon", new BalloonObject(), height, width, 1.02 * width / height);
    }

    @Override
    public double distance(double x, double y, double z) {
        return Math.min(envelope(x, y, z), Math.min(basket(x, y, z), ropes(x, y, z)));
    }

    /** A ball, and below the tangent circle the cone that touches it there, cut off at the mouth. */
    private static double envelope(double x, double y, double z) {
        double up = y - MIDDLE;
        double around = Math.sqrt(x * x + z * z);
        double touching = Math.sqrt(RADIUS * RADIUS - TANGENT * TANGENT);
        double slope = -TANGENT / touching;
        double ball = Math.sqrt(around * around + up * up) - RADIUS;
        double cone = (around - touching - slope * (up - TANGENT)) / Math.sqrt(1 + slope * slope);
        double shell = Math.max(up * touching > TANGENT * around ? ball : cone, MOUTH - up);
        double seams = 0.011 * Math.abs(StrictMath.sin(COUNT / 2.0 * StrictMath.atan2(z, x + 1e-9)));
        return 0.9 * (shell - seams * Math.clamp(around / 0.4, 0, 1));
    }

    private static double basket(double x, double y, double z) {
        double dx = Math.abs(x) - 0.095;
        double dy = Math.abs(y + 0.86) - 0.075;
        double dz = Math.abs(z) - 0.095;
        double out = Math.sqrt(square(dx) + square(dy) + square(dz));
        return out + Math.min(0, Math.max(dx, Math.max(dy, dz))) - 0.02;
    }

    private static double square(double over) {
        return over > 0 ? over * over : 0;
    }

    private static double ropes(double x, double y, double z) {
        return Sculpture.limb(Math.abs(x), y, Math.abs(z), new double[] {0.1, -0.8, 0.1}, new double[] {0.1, -0.5, 0.08}, 0.009, 0.009);
    }

    @Override
    public double paint(double x, double y, double z, Tone tone) {
        if (basket(x, y, z) < 0.004) {
            tone.set(WICKER).times(0.82 + 0.18 * StrictMath.sin(150 * y) * StrictMath.sin(110 * (x + z)));
            return 0.05;
        }
        if (ropes(x, y, z) < 0.004) {
            tone.set(ROPE);
            return 0;
        }
        double turn = (StrictMath.atan2(z, x) + Math.PI) / (2 * Math.PI) * COUNT;
        tone.set(GORES[Math.floorMod((int) Math.floor(turn), GORES.length)]);
        if (Math.abs(y - MIDDLE + 0.02) < 0.07) {
            tone.set(36, 74, 120);
        }
        return 0.35;
    }
}
