package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Horses: standing, trotting and galloping from the side, and heads with a mane. */
final class Horse implements Subject {

    private static final Color BLACK = Color.of(0x161412);

    private record Coat(Color body, Color mane, Color sock, boolean blaze) {

        static Coat drawn(Dice dice) {
            Color body = dice.pick(Color.of(0x7a4424), Color.of(0x5a3420), Color.of(0x9a5a30), Color.of(0x2c2826), Color.of(0xe8e4dc),
                    Color.of(0x9a948c), Color.of(0xc89058)).varied(dice, 0.08);
            Color mane = dice.pick(BLACK, body.times(0.55), Color.of(0xf0e4c8));
            return new Coat(body, mane, dice.chance(0.4) ? Color.of(0xf0ece4) : body.times(0.7), dice.chance(0.4));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        Backdrop.meadow(easel, dice, dice.between(-0.2, 0.45));
        if (dice.chance(0.3)) {
            Color wood = dice.pick(Color.of(0xf0ece4), Color.of(0x7a5c40));
            for (double y : new double[] {-0.06, 0.22}) {
                easel.plate(wood, -1, y, 1, y, 1, y + 0.08, -1, y + 0.08);
            }
            for (double x = -0.9; x < 1; x += 0.6) {
                easel.plate(wood.times(0.9), x, -0.16, x + 0.1, -0.16, x + 0.1, 0.5, x, 0.5);
            }
        }
        Coat coat = Coat.drawn(dice);
        double size = dice.between(0.84, 1);
        Easel placed = easel.at(dice.around(0, 0.04), dice.between(0, 0.06), size * dice.sign(), size, dice.around(0, 3));
        switch (dice.weighted(0.42, 0.32, 0.26)) {
            case 0 -> side(placed, dice, coat, false);
            case 1 -> side(placed, dice, coat, true);
            default -> portrait(placed, coat);
        }
    }

    private static void side(Easel easel, Dice dice, Coat coat, boolean galloping) {
        easel.haze(BLACK, 0.3, 0, 0.92, 0.8, 0.08);
        double fly = galloping ? dice.between(0.1, 0.26) : dice.between(-0.04, 0.02);
        easel.limb(coat.mane(), 0.17, 0.1, -0.62, -0.04, -0.8 - fly / 2, 0.08 - fly / 2, -0.84 - fly / 2, 0.5 - fly);
        leg(easel, coat, 0.65, -0.42, galloping ? -0.2 : 0, galloping ? -0.16 : -0.02);
        leg(easel, coat, 0.65, 0.24, galloping ? 0.26 : 0.02, galloping ? 0.44 : 0.02);
        easel.blob(coat.body(), -0.72, 0, -0.46, -0.18, 0, -0.1, 0.34, -0.2, 0.5, 0.04, 0.38, 0.32, -0.1, 0.36, -0.58, 0.34);
        leg(easel, coat, 1, -0.56, galloping ? -0.2 : -0.04, galloping ? -0.36 : 0);
        leg(easel, coat, 1, 0.36, galloping ? 0.2 : 0.02, galloping ? 0.06 : 0);
        double neck = galloping ? 0.08 : dice.between(-0.04, 0.06);
        easel.limb(coat.mane(), 0.18, 0.16, 0.2, -0.14, 0.34 + neck, -0.44, 0.52 + neck, -0.76 + neck);
        easel.limb(coat.body(), 0.44, 0.2, 0.34, 0.02, 0.46 + neck, -0.34, 0.58 + neck, -0.62 + neck);
        double x = 0.58 + neck;
        double y = -0.66 + neck;
        easel.plate(coat.body().times(0.8), x - 0.08, y - 0.06, x - 0.05, y - 0.22, x + 0.04, y - 0.08);
        easel.blob(coat.body(), x - 0.12, y - 0.06, x + 0.04, y - 0.1, x + 0.2, y + 0.06, x + 0.38, y + 0.26, x + 0.32, y + 0.38, x + 0.2, y + 0.36, x + 0.02, y + 0.2, x - 0.12, y + 0.14);
        easel.oval(coat.body().times(0.6), x + 0.3, y + 0.32, 0.08, 0.07);
        easel.limb(coat.mane(), 0.09, 0.04, x - 0.04, y - 0.1, x + 0.06, y + 0.02);
        easel.oval(BLACK, x + 0.09, y + 0.06, 0.04, 0.04);
        if (dice.chance(0.15)) {
            easel.blob(dice.pick(Color.of(0x6a3a20), Color.of(0xa02828), Color.of(0x284878)), -0.26, -0.18, 0.06, -0.18, 0.1, 0.1, -0.26, 0.1);
        }
    }

    /** From the belly over a knee to a hoof; the knee and the hoof lie so far before the hip. */
    private static void leg(Easel easel, Coat coat, double light, double hip, double knee, double hoof) {
        Color color = coat.body().times(light);
        double lift = Math.abs(hoof) > 0.1 ? 0.1 : 0;
        easel.limb(color, 0.22, 0.1, hip, 0.2, hip + knee, 0.56 - lift / 2);
        easel.limb(coat.sock().times(light), 0.1, 0.08, hip + knee, 0.54 - lift / 2, hip + hoof, 0.86 - lift);
        easel.limb(BLACK, 0.11, 0.12, hip + hoof, 0.86 - lift, hip + hoof + 0.02, 0.92 - lift);
    }

    private static void portrait(Easel easel, Coat coat) {
        easel.blob(coat.mane(), -0.84, 1.2, -0.7, 0.3, -0.44, -0.4, -0.1, -0.86, 0.14, -0.74, 0, 0.4, -0.3, 1.2);
        easel.blob(coat.body(), -0.64, 1.5, -0.5, 0.5, -0.24, -0.2, 0, -0.62, 0.3, -0.3, 0.22, 0.2, 0.2, 0.6, 0.3, 1.5);
        easel.plate(coat.body().times(0.8), -0.1, -0.54, -0.02, -0.96, 0.16, -0.6);
        easel.blob(coat.body(), -0.1, -0.5, 0.12, -0.66, 0.36, -0.46, 0.6, 0.06, 0.84, 0.42, 0.74, 0.66, 0.5, 0.64, 0.28, 0.34, 0.04, 0.2, -0.1, -0.1);
        if (coat.blaze()) {
            easel.limb(Color.of(0xf4f0e8), 0.1, 0.06, 0.3, -0.46, 0.54, 0.02, 0.74, 0.34);
        }
        easel.oval(coat.body().times(0.55), 0.7, 0.54, 0.14, 0.12);
        easel.oval(BLACK, 0.76, 0.48, 0.045, 0.06);
        easel.limb(BLACK, 0.04, 0.03, 0.54, 0.6, 0.7, 0.6);
        easel.oval(BLACK, 0.22, -0.26, 0.075, 0.075);
        easel.oval(Color.of(0xffffff), 0.2, -0.29, 0.025, 0.025);
        easel.limb(coat.mane(), 0.16, 0.06, 0.06, -0.72, 0.2, -0.5, 0.26, -0.36);
        easel.limb(Color.of(0x8a3a20), 0.05, 0.05, 0.5, -0.1, 0.36, 0.14, 0.18, 0.28);
    }
}
