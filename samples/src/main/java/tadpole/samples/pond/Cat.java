package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Cats: faces with pointed ears, sitting with the tail around, walking with the tail up, and lying down. */
final class Cat implements Subject {

    private static final Color BLACK = Color.of(0x141214);
    private static final Color PINK = Color.of(0xe09898);

    /** Fur, its stripes or points, the muzzle and chest, and the eyes. */
    private record Fur(Color coat, Color mark, Color light, Color eyes, boolean striped) {

        static Fur drawn(Dice dice) {
            Color coat = dice.pick(Color.of(0xd88a3c), Color.of(0x8a8480), Color.of(0x3a3838), Color.of(0xf0ece4), Color.of(0x9a7a58),
                    Color.of(0xb8a890), Color.of(0x6a6058)).varied(dice, 0.08);
            boolean striped = dice.chance(0.55);
            Color mark = coat.times(dice.between(0.5, 0.7));
            Color light = dice.chance(0.6) ? coat.toward(Color.of(0xfaf6f0), 0.75) : coat.times(1.2);
            return new Fur(coat, mark, light, dice.pick(Color.of(0xa8c840), Color.of(0xe8b830), Color.of(0x60b0d0), Color.of(0x70c070)), striped);
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        switch (dice.below(4)) {
            case 0 -> Backdrop.meadow(easel, dice, dice.between(-0.3, 0.4));
            default -> Backdrop.room(easel, dice);
        }
        Fur fur = Fur.drawn(dice);
        double size = dice.between(0.8, 1);
        Easel placed = easel.at(dice.around(0, 0.06), dice.between(0, 0.1), size * dice.sign(), size, dice.around(0, 5));
        switch (dice.weighted(0.36, 0.28, 0.2, 0.16)) {
            case 0 -> portrait(placed, dice, fur);
            case 1 -> sitting(placed, dice, fur);
            case 2 -> walking(placed, dice, fur);
            default -> lying(placed, dice, fur);
        }
    }

    private static void portrait(Easel easel, Dice dice, Fur fur) {
        easel.blob(fur.coat().times(0.85), -0.6, 1.4, -0.5, 0.6, 0, 0.4, 0.5, 0.6, 0.6, 1.4);
        easel.oval(fur.light(), 0, 0.9, 0.26, 0.36);
        head(easel, dice, fur, 0, 0.04, 0.9);
    }

    /** A round head with two pointed ears, slit eyes, a small nose and whiskers. */
    private static void head(Easel easel, Dice dice, Fur fur, double x, double y, double size) {
        Easel head = easel;
        for (int side = -1; side <= 1; side += 2) {
            head.plate(fur.coat().times(0.88), x + side * 0.18 * size, y - 0.46 * size, x + side * 0.62 * size, y - 0.94 * size, x + side * 0.7 * size, y - 0.14 * size);
            head.plate(PINK.toward(fur.coat(), 0.35), x + side * 0.34 * size, y - 0.46 * size, x + side * 0.58 * size, y - 0.78 * size, x + side * 0.61 * size, y - 0.3 * size);
        }
        head.oval(fur.coat(), x, y, 0.72 * size, 0.6 * size);
        if (fur.striped()) {
            for (int i = -1; i <= 1; i++) {
                head.limb(fur.mark(), 0.09 * size, 0.05 * size, x + i * 0.16 * size, y - 0.56 * size, x + i * 0.13 * size, y - 0.28 * size);
            }
            for (int side = -1; side <= 1; side += 2) {
                head.limb(fur.mark(), 0.08 * size, 0.05 * size, x + side * 0.7 * size, y, x + side * 0.48 * size, y + 0.06 * size);
                head.limb(fur.mark(), 0.08 * size, 0.05 * size, x + side * 0.66 * size, y + 0.2 * size, x + side * 0.46 * size, y + 0.2 * size);
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            head.oval(fur.light(), x + side * 0.16 * size, y + 0.3 * size, 0.22 * size, 0.18 * size);
            head.oval(fur.eyes(), x + side * 0.3 * size, y - 0.06 * size, 0.17 * size, 0.14 * size, side * -12);
            head.oval(BLACK, x + side * 0.3 * size, y - 0.06 * size, 0.06 * size, 0.13 * size);
            head.oval(Color.of(0xffffff), x + side * 0.3 * size - 0.05 * size, y - 0.11 * size, 0.04 * size, 0.04 * size);
        }
        head.plate(PINK.times(0.85), x - 0.1 * size, y + 0.14 * size, x + 0.1 * size, y + 0.14 * size, x, y + 0.25 * size);
        head.limb(BLACK, 0.03 * size, 0.03 * size, x - 0.14 * size, y + 0.37 * size, x, y + 0.3 * size, x + 0.14 * size, y + 0.37 * size);
        Color whisker = fur.coat().green() > 0.6 ? Color.of(0x8a8078) : Color.of(0xf4f0ec);
        for (int side = -1; side <= 1; side += 2) {
            head.limb(whisker, 0.03 * size, 0.02 * size, x + side * 0.3 * size, y + 0.24 * size, x + side * 0.95 * size, y + 0.14 * size);
            head.limb(whisker, 0.03 * size, 0.02 * size, x + side * 0.3 * size, y + 0.3 * size, x + side * 0.95 * size, y + 0.36 * size);
        }
    }

    private static void sitting(Easel easel, Dice dice, Fur fur) {
        easel.haze(BLACK, 0.3, 0, 0.9, 0.7, 0.1);
        easel.limb(fur.coat().times(0.8), 0.16, 0.1, 0.3, 0.8, 0.74, 0.74, 0.78, 0.34, 0.66, 0.16);
        easel.blob(fur.coat(), 0, -0.2, 0.3, 0.06, 0.48, 0.56, 0.4, 0.9, -0.4, 0.9, -0.48, 0.56, -0.3, 0.06);
        easel.oval(fur.light(), 0, 0.36, 0.2, 0.34);
        if (fur.striped()) {
            for (int side = -1; side <= 1; side += 2) {
                easel.limb(fur.mark(), 0.08, 0.04, side * 0.4, 0.36, side * 0.2, 0.4);
                easel.limb(fur.mark(), 0.08, 0.04, side * 0.44, 0.56, side * 0.24, 0.6);
            }
        }
        for (int side = -1; side <= 1; side += 2) {
            easel.limb(fur.coat().times(1.05), 0.16, 0.15, side * 0.14, 0.4, side * 0.14, 0.86);
            easel.oval(fur.light(), side * 0.16, 0.89, 0.12, 0.08);
        }
        head(easel, dice, fur, 0, -0.32, 0.62);
    }

    private static void walking(Easel easel, Dice dice, Fur fur) {
        easel.haze(BLACK, 0.3, 0, 0.82, 0.8, 0.08);
        double step = dice.between(0.02, 0.14);
        easel.limb(fur.coat().times(0.85), 0.14, 0.08, -0.62, 0.1, -0.84, -0.2, -0.8, -0.6, -0.66, -0.8);
        easel.limb(fur.coat().times(0.7), 0.15, 0.11, -0.42, 0.3, -0.42 + step, 0.78);
        easel.limb(fur.coat().times(0.7), 0.15, 0.11, 0.26, 0.3, 0.26 + step, 0.78);
        easel.blob(fur.coat(), -0.68, 0.06, -0.3, -0.08, 0.3, -0.1, 0.52, 0.14, 0.36, 0.42, -0.2, 0.44, -0.6, 0.4);
        for (double x = -0.4; fur.striped() && x < 0.3; x += 0.18) {
            easel.limb(fur.mark(), 0.07, 0.03, x, -0.04, x + 0.03, 0.22);
        }
        easel.limb(fur.coat(), 0.18, 0.12, -0.54, 0.3, -0.6 - step, 0.8);
        easel.limb(fur.coat(), 0.16, 0.11, 0.38, 0.3, 0.42 + step, 0.8);
        head(easel, dice, fur, 0.56, -0.16, 0.46);
    }

    private static void lying(Easel easel, Dice dice, Fur fur) {
        easel.haze(BLACK, 0.3, 0, 0.64, 0.95, 0.1);
        easel.limb(fur.coat().times(0.8), 0.16, 0.1, -0.7, 0.5, -0.9, 0.62, -0.5, 0.7, -0.1, 0.66);
        easel.blob(fur.coat(), -0.86, 0.3, -0.5, -0.06, 0.1, -0.04, 0.6, 0.2, 0.7, 0.6, -0.7, 0.62);
        for (double x = -0.6; fur.striped() && x < 0.1; x += 0.22) {
            easel.limb(fur.mark(), 0.08, 0.04, x, 0.04, x - 0.04, 0.34);
        }
        easel.limb(fur.light(), 0.15, 0.13, 0.3, 0.52, 0.74, 0.6);
        head(easel, dice, fur, 0.4, -0.08, 0.56);
    }
}
