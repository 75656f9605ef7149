package tadpole.engine.picture.made;

import tadpole.engine.tensor.Seed;

/** A tree frog of glazed clay. */
final class FrogObject implements Sculpture {

    private static final Tone BACK = Tone.of(104, 172, 46);
    private static final Tone BELLY = Tone.of(236, 226, 168);
    private static final Tone SPOT = Tone.of(58, 112, 38);
    private static final Tone TOES = Tone.of(226, 128, 52);

    private final ValueNoise spots = new ValueNoise(new Seed(5));

    static MadeObject make(int height, int width) {
        return Photograph.of("clay frog", new FrogObject(), height, width, 1.0 * width / height);
    }

    @Override
    public double distance(double x, double y, double z) {
        double side = Math.abs(x);
        double body = Sculpture.ellipsoid(x, y + 0.2, z + 0.12, 0.5, 0.45, 0.46);
        double head = Sculpture.ellipsoid(x, y - 0.24, z - 0.12, 0.47, 0.3, 0.38);
        double all = Sculpture.join(body, head, 0.22);
        double thigh = Sculpture.ellipsoid(side - 0.52, y + 0.44, z - 0.02, 0.21, 0.26, 0.36);
        all = Sculpture.join(all, thigh, 0.08);
        double foot = Sculpture.limb(side, y, z, new double[] {0.5, -0.68, 0.1}, new double[] {0.72, -0.72, 0.36}, 0.07, 0.05);
        all = Sculpture.join(all, foot, 0.06);
        double arm = Sculpture.limb(side, y, z, new double[] {0.3, -0.12, 0.22}, new double[] {0.27, -0.66, 0.42}, 0.1, 0.07);
        all = Sculpture.join(all, arm, 0.06);
        for (int toe = -1; toe <= 1; toe++) {
            all = Sculpture.join(all, Sculpture.limb(side, y, z, new double[] {0.27, -0.7, 0.42}, new double[] {0.27 + 0.13 * toe, -0.74, 0.6}, 0.035, 0.045), 0.03);
            all = Sculpture.join(all, Sculpture.limb(side, y, z, new double[] {0.7, -0.72, 0.34}, new double[] {0.74 + 0.13 * toe, -0.74, 0.52}, 0.035, 0.045), 0.03);
        }
        double socket = ball(side - 0.27, y - 0.47, z - 0.16, 0.165);
        all = Sculpture.join(all, socket, 0.07);
        double smile = Math.abs(y - 0.17 - 0.32 * x * x) + 0.6 * Math.max(0, side - 0.4);
        all += 0.016 * Math.max(0, 1 - smile / 0.02) * (z > 0.1 ? 1 : 0);
        return 0.8 * Math.min(all, eye(side, y, z));
    }

    private static double eye(double side, double y, double z) {
        return ball(side - 0.29, y - 0.5, z - 0.23, 0.125);
    }

    private static double ball(double x, double y, double z, double radius) {
        return Math.sqrt(x * x + y * y + z * z) - radius;
    }

    @Override
    public double paint(double x, double y, double z, Tone tone) {
        double side = Math.abs(x);
        if (eye(side, y, z) < 0.004) {
            double off = Math.sqrt((side - 0.305) * (side - 0.305) / 2.2 + (y - 0.505) * (y - 0.505));
            tone.set(off < 0.038 && z > 0.25 ? Tone.of(16, 14, 14) : Tone.of(226, 168, 44));
            return 1;
        }
        double front = Math.clamp((z - 0.16) * 4 - (y + 0.02) * 3.2 - side, 0, 1);
        tone.set(BACK).toward(SPOT, Math.clamp(7 * (spots.at(7 * x + 20, 7 * y + 9 * z + 30) - 0.66), 0, 0.9) * (1 - front));
        tone.toward(BELLY, y < 0.14 ? front : 0);
        if (y < -0.66 && z > 0.38) {
            tone.toward(TOES, 0.85);
        }
        return 0.75;
    }
}
