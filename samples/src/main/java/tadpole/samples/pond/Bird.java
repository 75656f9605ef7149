package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Birds: perched on a twig, on the wing, ducks on the water, and waders on long legs. */
final class Bird implements Subject {

    private static final Color BLACK = Color.of(0x141414);
    private static final Color BEAK = Color.of(0xe8a020);

    private record Plumage(Color body, Color wing, Color breast) {

        static Plumage drawn(Dice dice) {
            Color body = dice.pick(Color.of(0xc83830), Color.of(0x3870c0), Color.of(0xe0c030), Color.of(0x8a6a48), Color.of(0x46443f),
                    Color.of(0xe8e4dc), Color.of(0x5a8a4a), Color.of(0xa09888)).varied(dice, 0.1);
            return new Plumage(body, body.times(dice.between(0.5, 0.8)),
                    dice.chance(0.6) ? dice.pick(Color.of(0xf0e8d8), Color.of(0xe09048), Color.of(0xe8d080)) : body.times(1.15));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        Plumage plumage = Plumage.drawn(dice);
        int pose = dice.weighted(0.42, 0.24, 0.2, 0.14);
        switch (pose) {
            case 0 -> {
                if (dice.chance(0.5)) {
                    Backdrop.forest(easel, dice);
                } else {
                    Backdrop.sky(easel, dice);
                }
            }
            case 1 -> Backdrop.sky(easel, dice);
            case 2 -> Backdrop.water(easel, dice, -1);
            default -> Backdrop.meadow(easel, dice, dice.between(-0.4, 0.4));
        }
        double size = dice.between(0.76, 1);
        Easel placed = easel.at(dice.around(0, 0.06), dice.around(0.03, 0.05), size * dice.sign(), size, dice.around(0, pose == 1 ? 12 : 4));
        switch (pose) {
            case 0 -> perched(placed, dice, plumage);
            case 1 -> flying(placed, dice, plumage);
            case 2 -> swimming(placed, dice, plumage);
            default -> wading(placed, dice, plumage);
        }
    }

    private static void perched(Easel easel, Dice dice, Plumage plumage) {
        Color twig = Color.of(0x5f4630).varied(dice, 0.15);
        double slope = dice.around(0, 0.12);
        easel.limb(plumage.wing().times(0.85), 0.16, 0.2, -0.42, 0.3, -0.66, 0.62, -0.82, 0.9);
        easel.limb(twig, 0.14, 0.1, -1.5, 0.66 + slope, 0, 0.64, 1.5, 0.62 - slope);
        for (double x : new double[] {-0.02, 0.16}) {
            easel.limb(BEAK.times(0.8), 0.05, 0.05, x, 0.46, x + 0.03, 0.62);
        }
        easel.blob(plumage.body(), 0.3, -0.46, 0.52, -0.1, 0.44, 0.3, 0.1, 0.56, -0.26, 0.48, -0.5, 0.36, -0.34, 0.02, -0.04, -0.34);
        easel.blob(plumage.breast(), 0.46, -0.14, 0.5, 0.12, 0.36, 0.4, 0.08, 0.54, 0.06, 0.3, 0.24, 0);
        head(easel, plumage.body(), 0.3, -0.46, 0.3, dice.between(0.16, 0.28));
        if (dice.chance(0.2)) {
            easel.plate(plumage.body(), 0.1, -0.66, 0.12, -0.98, 0.36, -0.72);
        }
        easel.blob(plumage.wing(), 0.12, -0.16, 0.2, 0.12, -0.1, 0.4, -0.62, 0.56, -0.4, 0.16, -0.12, -0.14);
    }

    private static void head(Easel easel, Color color, double x, double y, double radius, double beak) {
        easel.plate(BEAK, x + radius * 0.8, y - 0.11, x + radius + beak, y + 0.04, x + radius * 0.8, y + 0.13);
        easel.oval(color, x, y, radius, radius * 0.95);
        easel.oval(Color.of(0xf8f4e8), x + radius * 0.42, y - radius * 0.15, radius * 0.27, radius * 0.27);
        easel.oval(BLACK, x + radius * 0.45, y - radius * 0.15, radius * 0.2, radius * 0.2);
    }

    /** Body along the flight, the far wing before it and the near one swept back, both raised or both lowered. */
    private static void flying(Easel easel, Dice dice, Plumage plumage) {
        double beat = dice.between(0.7, 1) * (dice.chance(0.75) ? -1 : 0.85);
        Color tip = plumage.wing().times(0.6);
        easel.plate(plumage.wing().times(0.8), -0.4, 0.08, -0.86, 0.02, -0.9, 0.3, -0.44, 0.22);
        easel.blob(plumage.wing().times(0.8), 0.34, 0.08, 0.56, beat * 0.5, 0.76, beat * 0.96, 0.34, beat * 0.7, 0.06, beat * 0.3, -0.06, 0.06);
        easel.blob(plumage.body(), 0.6, -0.04, 0.3, -0.1, 0, -0.1, -0.52, 0.12, -0.1, 0.26, 0.34, 0.22);
        easel.blob(plumage.breast(), 0.56, 0.08, 0.3, 0.12, -0.2, 0.16, 0, 0.25, 0.36, 0.21);
        head(easel, plumage.body(), 0.58, -0.06, 0.17, 0.2);
        easel.blob(plumage.wing(), 0.3, 0.06, 0.16, beat * 0.42, -0.2, beat * 0.98, -0.56, beat * 0.94, -0.44, beat * 0.4, -0.28, 0.06);
        for (double x = -0.46; x < -0.1; x += 0.14) {
            easel.limb(tip, 0.04, 0.03, x + 0.1, beat * 0.5, x, beat * 0.9);
        }
    }

    private static void swimming(Easel easel, Dice dice, Plumage plumage) {
        Color head = dice.pick(Color.of(0x1f6a48), plumage.body(), plumage.wing(), Color.of(0xf4f0e8));
        double neck = dice.between(-0.56, -0.3);
        easel.haze(BLACK, 0.3, 0, 0.5, 0.8, 0.16);
        easel.limb(head, 0.28, 0.22, 0.42, 0.2, 0.5, -0.04, 0.46, neck + 0.1);
        easel.blob(plumage.body(), 0.6, 0.2, 0.3, 0.02, -0.3, 0, -0.86, -0.12, -0.74, 0.26, -0.4, 0.46, 0.3, 0.48, 0.6, 0.36);
        easel.blob(plumage.wing(), 0.26, 0.12, -0.1, 0.06, -0.72, 0.02, -0.4, 0.3, 0.04, 0.34);
        easel.plate(BEAK, 0.62, neck - 0.02, 0.94, neck + 0.08, 0.92, neck + 0.14, 0.62, neck + 0.14);
        easel.oval(head, 0.48, neck, 0.22, 0.2);
        easel.oval(Color.of(0xf8f4e8), 0.55, neck - 0.05, 0.06, 0.06);
        easel.oval(BLACK, 0.56, neck - 0.05, 0.045, 0.045);
        easel.haze(Color.of(0xffffff), 0.4, 0, 0.5, 0.76, 0.035);
        easel.haze(Color.of(0xffffff), 0.25, -0.3, 0.64, 0.6, 0.025);
    }

    private static void wading(Easel easel, Dice dice, Plumage plumage) {
        Color leg = dice.pick(BEAK, Color.of(0xe07870), Color.of(0x3a3630));
        double step = dice.between(0, 0.2);
        easel.limb(leg, 0.06, 0.05, -0.06, 0.3, -0.06 - step, 0.62, -0.12, 0.94);
        easel.limb(leg, 0.06, 0.05, 0.06, 0.3, 0.06 + step, 0.62, 0.1, 0.94);
        easel.limb(leg, 0.05, 0.04, 0.1, 0.94, 0.26, 0.95);
        easel.limb(leg, 0.05, 0.04, -0.12, 0.94, 0.04, 0.95);
        easel.limb(plumage.body(), 0.2, 0.12, 0.2, 0.12, 0.46, -0.1, 0.28, -0.4, 0.44, -0.72);
        easel.blob(plumage.body(), 0.38, 0.06, 0.1, -0.1, -0.4, 0.02, -0.78, 0.28, -0.4, 0.36, 0.1, 0.38, 0.36, 0.26);
        easel.blob(plumage.wing(), 0.14, 0, -0.3, 0.06, -0.84, 0.34, -0.3, 0.3, 0.06, 0.22);
        head(easel, plumage.body(), 0.46, -0.74, 0.15, dice.between(0.22, 0.36));
    }
}
