package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Dogs: faces with hanging ears and the tongue out, standing, and sitting. */
final class Dog implements Subject {

    private static final Color BLACK = Color.of(0x161414);
    private static final Color TONGUE = Color.of(0xe06878);

    private record Fur(Color coat, Color ear, Color light, Color collar, boolean pricked) {

        static Fur drawn(Dice dice) {
            Color coat = dice.pick(Color.of(0xc89858), Color.of(0x8a5a34), Color.of(0xf0e8dc), Color.of(0x34302e), Color.of(0xd8b078),
                    Color.of(0x6a4a38), Color.of(0xa8a098)).varied(dice, 0.08);
            Color ear = dice.chance(0.7) ? coat.times(dice.between(0.5, 0.8)) : dice.pick(Color.of(0x4a3020), BLACK);
            Color light = dice.chance(0.6) ? coat.toward(Color.of(0xfaf4ec), 0.7) : coat.times(1.15);
            return new Fur(coat, ear, light, dice.pick(Color.of(0xd02828), Color.of(0x2858c0), Color.of(0x28a050)), dice.chance(0.15));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        if (dice.chance(0.65)) {
            Backdrop.meadow(easel, dice, dice.between(-0.5, 0.3));
        } else {
            Backdrop.room(easel, dice);
        }
        Fur fur = Fur.drawn(dice);
        double size = dice.between(0.8, 1);
        Easel placed = easel.at(dice.around(0, 0.06), dice.between(0, 0.1), size * dice.sign(), size, dice.around(0, 4));
        switch (dice.weighted(0.4, 0.36, 0.24)) {
            case 0 -> portrait(placed, dice, fur);
            case 1 -> standing(placed, dice, fur);
            default -> sitting(placed, dice, fur);
        }
    }

    private static void portrait(Easel easel, Dice dice, Fur fur) {
        easel.blob(fur.coat().times(0.85), -0.62, 1.5, -0.44, 0.6, 0, 0.4, 0.44, 0.6, 0.62, 1.5);
        easel.limb(fur.collar(), 0.12, 0.12, -0.44, 0.74, 0, 0.86, 0.44, 0.74);
        face(easel, dice, fur, 0, -0.06, 0.92);
    }

    /** Brow, a long broad muzzle with a big nose, and ears hanging beside (or, seldom, pricked). */
    private static void face(Easel easel, Dice dice, Fur fur, double x, double y, double size) {
        double width = dice.between(0.48, 0.56) * size;
        easel.blob(fur.coat(), x, y - 0.66 * size, x + width, y - 0.4 * size, x + width, y + 0.14 * size, x + 0.3 * size, y + 0.6 * size,
                x - 0.3 * size, y + 0.6 * size, x - width, y + 0.14 * size, x - width, y - 0.4 * size);
        easel.blob(fur.light(), x, y - 0.5 * size, x + 0.12 * size, y - 0.1 * size, x + 0.36 * size, y + 0.26 * size, x + 0.28 * size, y + 0.6 * size,
                x - 0.28 * size, y + 0.6 * size, x - 0.36 * size, y + 0.26 * size, x - 0.12 * size, y - 0.1 * size);
        if (dice.chance(0.55)) {
            easel.oval(TONGUE, x, y + 0.68 * size, 0.15 * size, 0.24 * size);
        }
        easel.limb(BLACK, 0.05 * size, 0.05 * size, x - 0.26 * size, y + 0.46 * size, x, y + 0.54 * size, x + 0.26 * size, y + 0.46 * size);
        easel.limb(BLACK, 0.04 * size, 0.04 * size, x, y + 0.3 * size, x, y + 0.52 * size);
        easel.oval(BLACK, x, y + 0.24 * size, 0.19 * size, 0.14 * size);
        easel.oval(Color.of(0x8a8688), x - 0.06 * size, y + 0.18 * size, 0.06 * size, 0.03 * size);
        for (int side = -1; side <= 1; side += 2) {
            if (fur.pricked()) {
                easel.plate(fur.ear(), x + side * 0.14 * size, y - 0.56 * size, x + side * 0.46 * size, y - 1 * size, x + side * 0.56 * size, y - 0.3 * size);
            } else {
                easel.blob(fur.ear(), x + side * 0.3 * size, y - 0.6 * size, x + side * 0.62 * size, y - 0.5 * size, x + side * 0.78 * size, y,
                        x + side * 0.68 * size, y + 0.34 * size, x + side * 0.5 * size, y + 0.16 * size, x + side * 0.44 * size, y - 0.3 * size);
            }
            easel.oval(BLACK, x + side * 0.25 * size, y - 0.16 * size, 0.09 * size, 0.1 * size);
            easel.oval(Color.of(0xffffff), x + side * 0.25 * size - 0.03 * size, y - 0.2 * size, 0.035 * size, 0.035 * size);
        }
    }

    private static void standing(Easel easel, Dice dice, Fur fur) {
        easel.haze(BLACK, 0.3, 0, 0.84, 0.85, 0.08);
        double step = dice.between(0, 0.12);
        double tail = dice.between(-0.6, -0.2);
        easel.limb(fur.coat().times(0.9), 0.14, 0.06, -0.62, -0.02, -0.82, tail / 2, -0.84, tail);
        easel.limb(fur.coat().times(0.7), 0.16, 0.11, -0.4, 0.3, -0.4 + step, 0.8);
        easel.limb(fur.coat().times(0.7), 0.16, 0.11, 0.24, 0.3, 0.2 - step, 0.8);
        easel.blob(fur.coat(), -0.7, 0, -0.3, -0.1, 0.2, -0.14, 0.46, -0.1, 0.5, 0.2, 0.36, 0.42, -0.2, 0.3, -0.6, 0.38);
        easel.limb(fur.coat(), 0.2, 0.12, -0.54, 0.22, -0.58, 0.5, -0.56 - step, 0.82);
        easel.limb(fur.coat(), 0.17, 0.12, 0.36, 0.22, 0.38, 0.5, 0.38 + step, 0.82);
        easel.limb(fur.coat(), 0.36, 0.28, 0.36, 0, 0.52, -0.34);
        easel.limb(fur.collar(), 0.1, 0.1, 0.3, -0.18, 0.6, -0.04);
        profile(easel, dice, fur, 0.54, -0.46);
    }

    private static void profile(Easel easel, Dice dice, Fur fur, double x, double y) {
        if (dice.chance(0.4)) {
            easel.limb(TONGUE, 0.1, 0.08, x + 0.28, y + 0.16, x + 0.32, y + 0.34);
        }
        easel.blob(fur.coat(), x - 0.24, y - 0.1, x - 0.06, y - 0.26, x + 0.14, y - 0.16, x + 0.44, y - 0.04, x + 0.46, y + 0.12, x + 0.16, y + 0.2, x - 0.2, y + 0.22);
        easel.oval(fur.light(), x + 0.3, y + 0.08, 0.16, 0.08);
        easel.oval(BLACK, x + 0.44, y - 0.03, 0.08, 0.07);
        easel.oval(BLACK, x + 0.08, y - 0.08, 0.05, 0.05);
        if (fur.pricked()) {
            easel.plate(fur.ear(), x - 0.22, y - 0.16, x - 0.14, y - 0.5, x + 0.04, y - 0.2);
        } else {
            easel.blob(fur.ear(), x - 0.06, y - 0.22, x + 0.02, y, x - 0.06, y + 0.26, x - 0.22, y + 0.24, x - 0.24, y - 0.08);
        }
    }

    private static void sitting(Easel easel, Dice dice, Fur fur) {
        easel.haze(BLACK, 0.3, 0, 0.9, 0.7, 0.1);
        easel.limb(fur.coat().times(0.85), 0.14, 0.07, -0.36, 0.76, -0.68, 0.74, -0.84, 0.54);
        easel.blob(fur.coat(), 0, -0.2, 0.32, 0.1, 0.42, 0.6, 0.4, 0.9, -0.44, 0.9, -0.46, 0.56, -0.3, 0.1);
        easel.oval(fur.light(), 0, 0.3, 0.2, 0.32);
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(fur.coat().times(0.85), side * 0.36, 0.74, 0.18, 0.18);
            easel.limb(fur.coat().times(1.04), 0.17, 0.15, side * 0.16, 0.3, side * 0.17, 0.84);
            easel.oval(fur.light(), side * 0.18, 0.9, 0.13, 0.08);
        }
        easel.limb(fur.collar(), 0.1, 0.1, -0.28, 0.04, 0, 0.12, 0.28, 0.04);
        face(easel, dice, fur, 0, -0.38, 0.62);
    }
}
