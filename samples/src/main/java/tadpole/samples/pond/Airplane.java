package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Airplanes: airliners from the side, jets and propeller planes from below, and one coming toward us. */
final class Airplane implements Subject {

    private static final Color GLASS = Color.of(0x283848);

    private record Livery(Color body, Color trim) {

        static Livery drawn(Dice dice) {
            Color body = dice.pick(Color.of(0xf4f4f4), Color.of(0xe8ecf0), Color.of(0xd0d4d8), Color.of(0xa8b0b8),
                    Color.of(0x8a9098), Color.of(0xf0e8d8)).varied(dice, 0.05);
            return new Livery(body, dice.pick(Color.of(0xc03030), Color.of(0x2048a0), Color.of(0x208050), Color.of(0xe08020),
                    Color.of(0x303844), Color.of(0x8090a0)));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        Livery livery = Livery.drawn(dice);
        int pose = dice.weighted(0.42, 0.3, 0.14, 0.14);
        boolean grounded = pose != 1 && dice.chance(0.3);
        if (grounded) {
            Backdrop.sky(easel, dice);
            Backdrop.wash(easel, Color.of(0x8f9478).varied(dice, 0.1), Color.of(0x77787a), 0.3, 1);
        } else {
            Backdrop.sky(easel, dice);
        }
        double size = dice.between(0.72, 1);
        double tilt = grounded ? 0 : pose == 1 ? dice.between(-50, 50) : dice.around(pose == 3 ? 0 : -8, 8);
        Easel placed = easel.at(dice.around(0, 0.06), grounded ? 0.2 : dice.around(0, 0.1), size * dice.sign(), size, tilt);
        switch (pose) {
            case 0 -> airliner(placed, dice, livery, grounded);
            case 1 -> fromBelow(placed, dice, livery);
            case 2 -> propeller(placed, livery, grounded);
            default -> approaching(placed, livery);
        }
    }

    private static void airliner(Easel easel, Dice dice, Livery livery, boolean grounded) {
        double fat = dice.between(0.13, 0.19);
        easel.plate(livery.body().times(0.7), -0.1, 0, 0.1, 0, -0.2, -0.3, -0.34, -0.3);
        easel.plate(livery.trim(), -0.9, -0.06, -0.55, -0.06, -0.74, -0.54, -0.98, -0.54);
        easel.blob(livery.body(), 0.98, 0.04, 0.86, -fat * 0.7, 0.6, -fat, -0.5, -fat, -0.96, -fat * 0.7, -0.94, -0.02, -0.6, fat * 0.9, 0.6, fat, 0.9, fat * 0.8);
        easel.limb(livery.trim(), 0.05, 0.05, -0.85, 0.03, 0.85, 0.05);
        for (double x = -0.55; x < 0.65; x += 0.13) {
            easel.oval(GLASS, x, -fat * 0.35, 0.035, 0.035);
        }
        easel.plate(GLASS, 0.78, -fat * 0.7, 0.9, -fat * 0.4, 0.76, -fat * 0.3);
        easel.plate(livery.body().times(0.85), -0.7, -0.02, -0.88, -0.02, -1, 0.12, -0.9, 0.12);
        easel.plate(livery.body().times(0.72), 0.24, 0.06, -0.12, 0.06, -0.5, 0.44, -0.32, 0.46);
        easel.oval(livery.trim().times(0.9), 0.06, 0.27, 0.15, 0.075);
        if (grounded) {
            for (double x : new double[] {0.66, -0.1, -0.2}) {
                easel.limb(GLASS, 0.04, 0.04, x, fat, x, 0.38);
                easel.oval(Color.of(0x181818), x, 0.4, 0.07, 0.07);
            }
        }
    }

    /** Nose up, wings spread: swept or straight, seen from the ground. */
    private static void fromBelow(Easel easel, Dice dice, Livery livery) {
        double sweep = dice.between(0, 0.5);
        double body = dice.between(0.1, 0.15);
        Color dark = livery.body().times(dice.between(0.55, 0.85));
        double root = dice.between(-0.25, 0.02);
        for (int side = -1; side <= 1; side += 2) {
            easel.plate(dark, side * 0.05, root, side * 0.95, root + sweep, side * 0.95, root + sweep + 0.13, side * 0.05, root + 0.36);
            easel.plate(dark, side * 0.03, 0.6, side * 0.38, 0.66 + sweep * 0.4, side * 0.38, 0.76 + sweep * 0.4, side * 0.03, 0.82);
            easel.oval(livery.trim(), side * 0.42, root + sweep * 0.4 + 0.02, 0.055, 0.13);
        }
        easel.blob(livery.body(), 0, -0.96, body * 0.8, -0.76, body, -0.3, body, 0.3, 0.04, 0.9, -0.04, 0.9, -body, 0.3, -body, -0.3, -body * 0.8, -0.76);
        easel.limb(livery.trim(), 0.05, 0.04, 0, 0.6, 0, 0.92);
        easel.oval(GLASS, 0, -0.72, body * 0.5, 0.08);
    }

    private static void propeller(Easel easel, Livery livery, boolean grounded) {
        easel.plate(livery.trim(), -0.94, -0.04, -0.62, -0.04, -0.74, -0.42, -0.96, -0.42);
        easel.blob(livery.body(), 0.84, 0.02, 0.74, -0.16, 0.4, -0.18, 0.16, -0.34, -0.12, -0.32, -0.3, -0.16, -0.92, -0.1, -0.94, 0.02, -0.3, 0.2, 0.6, 0.2);
        easel.plate(GLASS, 0.34, -0.18, 0.16, -0.31, -0.1, -0.29, -0.16, -0.16);
        easel.limb(livery.trim(), 0.07, 0.04, 0.8, 0.06, -0.8, 0);
        easel.plate(livery.trim().times(0.8), -0.7, 0, -0.96, 0, -1.02, 0.07, -0.74, 0.08);
        easel.plate(livery.body().times(0.75), 0.4, 0.1, -0.1, 0.1, -0.34, 0.34, 0.3, 0.32);
        easel.limb(Color.of(0x303030), 0.05, 0.05, 0.9, -0.34, 0.9, 0.38);
        easel.oval(livery.trim(), 0.88, 0.02, 0.07, 0.07);
        if (grounded) {
            easel.limb(GLASS, 0.04, 0.04, 0.3, 0.2, 0.4, 0.42);
            easel.oval(Color.of(0x181818), 0.4, 0.44, 0.1, 0.1);
            easel.oval(Color.of(0x181818), -0.84, 0.2, 0.05, 0.05);
        }
    }

    private static void approaching(Easel easel, Livery livery) {
        easel.plate(livery.trim(), -0.04, -0.1, -0.03, -0.62, 0.03, -0.62, 0.04, -0.1);
        easel.plate(livery.body().times(0.85), -0.4, -0.24, 0.4, -0.24, 0.36, -0.18, -0.36, -0.18);
        for (int side = -1; side <= 1; side += 2) {
            easel.plate(livery.body().times(0.75), side * 0.1, 0.06, side * 1, -0.12, side * 1, -0.06, side * 0.1, 0.22);
            easel.oval(livery.body().times(0.6), side * 0.46, 0.15, 0.12, 0.12);
            easel.oval(Color.of(0x202428), side * 0.46, 0.15, 0.08, 0.08);
        }
        easel.oval(livery.body(), 0, 0, 0.24, 0.25);
        easel.plate(GLASS, -0.14, -0.1, 0, -0.14, 0.14, -0.1, 0.12, -0.03, -0.12, -0.03);
        easel.oval(livery.body().times(0.8), 0, 0.08, 0.08, 0.07);
    }
}
