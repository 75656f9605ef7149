package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Ships: freighters with containers, liners, gray warships, sailing boats and tugs, mostly at sea. */
final class Ship implements Subject {

    private static final Color GLASS = Color.of(0x30404c);
    private static final Color WHITE = Color.of(0xf4f4f0);

    @Override
    public void paint(Easel easel, Dice dice) {
        double horizon = dice.between(0, 0.4);
        Backdrop.sky(easel, dice);
        if (dice.chance(0.25)) {
            Color coast = Color.of(0x5f7a60).varied(dice, 0.15);
            easel.blob(coast, -1.5, horizon + 0.2, -0.8, horizon - dice.between(0, 0.3), 0, horizon - dice.between(0, 0.3), 1, horizon - 0.15, 1.5, horizon + 0.2);
        }
        Backdrop.water(easel, dice, horizon);
        double size = dice.between(0.78, 1);
        double y = dice.between(horizon + 0.08, 0.45);
        Easel placed = easel.at(dice.around(0, 0.06), y, size * dice.sign(), size, dice.around(0, 2));
        switch (dice.weighted(0.26, 0.22, 0.16, 0.26, 0.1)) {
            case 0 -> freighter(placed, dice);
            case 1 -> liner(placed, dice);
            case 2 -> warship(placed);
            case 3 -> sails(placed, dice);
            default -> tug(placed, dice);
        }
        placed.haze(WHITE, 0.5, 0.1, 0.2, 0.9, 0.035);
        placed.haze(WHITE, 0.5, 0.85, 0.17, 0.14, 0.05);
    }

    private static Color hull(Dice dice) {
        return dice.pick(Color.of(0x903028), Color.of(0x203050), Color.of(0x282a2e), Color.of(0x285a48), Color.of(0xb8442c),
                Color.of(0x2860a0)).varied(dice, 0.08);
    }

    private static void hull(Easel easel, Color color, double deck) {
        easel.plate(color, -0.96, deck, 0.78, deck, 0.82, deck - 0.06, 1, deck - 0.08, 0.84, 0.2, -0.86, 0.2);
        easel.plate(color.toward(Color.of(0xa02820), 0.6).times(0.8), -0.89, 0.12, 0.87, 0.12, 0.84, 0.2, -0.86, 0.2);
    }

    private static void freighter(Easel easel, Dice dice) {
        Color color = hull(dice);
        for (double x = -0.4; x < 0.62; x += 0.2) {
            int high = 1 + dice.below(3);
            for (int i = 0; i < high; i++) {
                Color box = dice.pick(Color.of(0xc04030), Color.of(0x3060a8), Color.of(0xd89028), Color.of(0x3a8a58), Color.of(0xd8d8d0));
                double y = -0.14 - 0.13 * i;
                easel.plate(box, x, y - 0.12, x + 0.18, y - 0.12, x + 0.18, y, x, y);
            }
        }
        easel.plate(WHITE, -0.86, -0.62, -0.5, -0.62, -0.5, -0.1, -0.86, -0.1);
        easel.plate(GLASS, -0.84, -0.56, -0.48, -0.56, -0.48, -0.48, -0.84, -0.48);
        easel.plate(color.times(1.2), -0.8, -0.82, -0.62, -0.82, -0.62, -0.6, -0.8, -0.6);
        hull(easel, color, -0.14);
    }

    private static void liner(Easel easel, Dice dice) {
        easel.plate(WHITE, -0.5, -0.62, 0.34, -0.62, 0.48, -0.44, -0.62, -0.44);
        easel.plate(WHITE.times(0.94), -0.72, -0.44, 0.56, -0.44, 0.68, -0.1, -0.84, -0.1);
        for (double y = -0.55; y < -0.12; y += 0.14) {
            double reach = y < -0.5 ? 0.4 : 0.62;
            easel.limb(GLASS, 0.05, 0.05, -reach, y, reach - 0.1, y);
        }
        Color funnel = dice.pick(Color.of(0xc83028), Color.of(0x2850a0), Color.of(0xe8a020));
        easel.plate(funnel, -0.3, -0.9, -0.1, -0.9, -0.06, -0.6, -0.26, -0.6);
        hull(easel, dice.chance(0.5) ? WHITE.times(0.96) : hull(dice), -0.12);
    }

    private static void warship(Easel easel) {
        Color gray = Color.of(0x8a949c);
        easel.plate(gray.times(0.9), -0.6, -0.3, 0.3, -0.3, 0.36, -0.06, -0.7, -0.06);
        easel.plate(gray, -0.2, -0.56, 0.16, -0.56, 0.22, -0.28, -0.26, -0.28);
        easel.limb(gray.times(0.7), 0.05, 0.03, 0, -0.5, 0, -0.98);
        easel.limb(gray.times(0.7), 0.03, 0.03, -0.14, -0.8, 0.14, -0.8);
        easel.plate(GLASS, -0.16, -0.48, 0.14, -0.48, 0.14, -0.42, -0.16, -0.42);
        easel.plate(gray.times(0.8), -0.5, -0.52, -0.34, -0.52, -0.32, -0.28, -0.52, -0.28);
        easel.oval(gray.times(0.8), 0.52, -0.14, 0.13, 0.1);
        easel.limb(gray.times(0.65), 0.05, 0.04, 0.56, -0.18, 0.84, -0.26);
        hull(easel, gray, -0.08);
    }

    private static void sails(Easel easel, Dice dice) {
        Color cloth = dice.pick(WHITE, WHITE, Color.of(0xf0e0c0), Color.of(0xd85040), Color.of(0x4070b8)).varied(dice, 0.04);
        double mast = dice.between(-0.12, 0.12);
        double bulge = dice.between(0.02, 0.12);
        easel.limb(Color.of(0x5a4030), 0.04, 0.03, mast, 0.05, mast, -0.98);
        easel.blob(cloth, mast - 0.04, -0.94, mast - 0.34 - bulge, -0.5, mast - 0.66, -0.1, mast - 0.3, -0.08, mast - 0.04, -0.12);
        easel.blob(cloth.times(0.88), mast + 0.05, -0.86, mast + 0.3 + bulge, -0.44, mast + 0.6, -0.06, mast + 0.3, -0.06, mast + 0.06, -0.1);
        Color hull = dice.pick(WHITE, Color.of(0x7a4a2c), Color.of(0x283858), Color.of(0xb03028));
        easel.plate(hull, -0.74, 0, 0.86, -0.04, 0.62, 0.2, -0.6, 0.2);
        easel.limb(hull.times(0.6), 0.05, 0.05, -0.7, 0.04, 0.8, 0);
    }

    private static void tug(Easel easel, Dice dice) {
        Color hull = hull(dice);
        easel.plate(WHITE, -0.3, -0.5, 0.4, -0.5, 0.44, -0.02, -0.34, -0.02);
        easel.plate(GLASS, -0.2, -0.42, 0.34, -0.42, 0.36, -0.24, -0.2, -0.24);
        easel.plate(dice.pick(Color.of(0xc83028), Color.of(0xe0a020)), -0.24, -0.8, 0, -0.8, 0, -0.48, -0.24, -0.48);
        easel.limb(GLASS, 0.03, 0.03, 0.24, -0.5, 0.24, -0.86);
        easel.blob(hull, -0.84, -0.04, -0.2, 0, 0.5, -0.06, 0.92, -0.2, 0.8, 0.16, 0.4, 0.22, -0.6, 0.22);
    }
}
