package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Frogs: squatting toward us, from the side, from above, and peeping out of the water. */
final class Frog implements Subject {

    private static final Color GOLD = Color.of(0xe8c040);
    private static final Color BLACK = Color.of(0x101410);

    /** Skin, its darker spots, and the pale belly. */
    private record Skin(Color back, Color spot, Color belly, Color iris) {

        static Skin drawn(Dice dice) {
            Color back = dice.pick(Color.of(0x5fa832), Color.of(0x7cc03c), Color.of(0x4a8a38), Color.of(0x8a9a3c), Color.of(0x6f7a34),
                    Color.of(0x8f7448), Color.of(0x7a5f3c), Color.of(0x9ad048), Color.of(0x3f9a5a)).varied(dice, 0.1);
            if (dice.chance(0.05)) {
                return new Skin(dice.pick(Color.of(0x2f60d0), Color.of(0xd04028), Color.of(0xf0c820)), BLACK, back, BLACK);
            }
            Color belly = back.toward(dice.pick(Color.of(0xf4f0d0), Color.of(0xf0e890)), dice.between(0.55, 0.85));
            return new Skin(back, back.times(dice.between(0.5, 0.75)), belly, dice.chance(0.75) ? GOLD : Color.of(0xd06828));
        }
    }

    @Override
    public void paint(Easel easel, Dice dice) {
        Skin skin = Skin.drawn(dice);
        int pose = dice.weighted(0.36, 0.3, 0.18, 0.16);
        if (pose == 3) {
            peeping(easel, dice, skin);
            return;
        }
        behind(easel, dice);
        double size = dice.between(0.74, 1);
        Easel placed = easel.at(dice.around(0, 0.08), dice.between(0, 0.14), size * dice.sign(), size * dice.between(0.9, 1.05),
                pose == 2 ? dice.between(-60, 60) : dice.around(0, 5));
        switch (pose) {
            case 0 -> facing(placed, dice, skin);
            case 1 -> sideways(placed, dice, skin);
            default -> fromAbove(placed, dice, skin);
        }
    }

    private static void behind(Easel easel, Dice dice) {
        switch (dice.below(4)) {
            case 0 -> Backdrop.ground(easel, dice, Color.of(0x3f6a30), Color.of(0x6a9a50), Color.of(0x2f4a2c), Color.of(0x86a860));
            case 1 -> Backdrop.ground(easel, dice, Color.of(0x6a5238), Color.of(0x8a7a60), Color.of(0x4a3c2c), Color.of(0xb0a080),
                    Color.of(0xc8c4b8), Color.of(0x201c18), Color.of(0xe8e4dc));
            default -> {
                Backdrop.water(easel, dice, -1);
                lilyPad(easel, dice, 0.5, dice.between(0.8, 1.1));
            }
        }
    }

    private static void lilyPad(Easel easel, Dice dice, double y, double radius) {
        Color leaf = dice.pick(Color.of(0x3f8a3c), Color.of(0x5a9a3a), Color.of(0x2f6f40)).varied(dice, 0.1);
        double x = dice.around(0, 0.1);
        easel.oval(leaf.times(0.6), x, y + 0.06, radius, radius * 0.42);
        easel.oval(leaf, x, y, radius, radius * 0.42);
        for (int i = 0; i < 5; i++) {
            double angle = StrictMath.PI * (0.2 + i * 0.4);
            easel.limb(leaf.times(1.25), 0.02, 0.02, x, y, x + 0.9 * radius * StrictMath.cos(angle), y + 0.38 * radius * StrictMath.sin(angle));
        }
    }

    private static void facing(Easel easel, Dice dice, Skin skin) {
        easel.haze(BLACK, 0.35, 0, 0.8, 0.95, 0.16);
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(skin.back().times(0.85), side * 0.62, 0.36, 0.34, 0.42, side * 20);
            easel.limb(skin.back().times(0.7), 0.2, 0.1, side * 0.5, 0.74, side * 0.74, 0.76, side * 0.96, 0.82);
            easel.limb(skin.back().times(0.7), 0.14, 0.07, side * 0.56, 0.74, side * 0.8, 0.88);
        }
        easel.blob(skin.back(), -0.44, -0.2, 0.44, -0.2, 0.56, 0.3, 0.36, 0.72, -0.36, 0.72, -0.56, 0.3);
        easel.oval(skin.belly(), 0, 0.32, 0.36, 0.4);
        for (int side = -1; side <= 1; side += 2) {
            easel.limb(skin.back().times(0.92), 0.26, 0.15, side * 0.42, 0.16, side * 0.48, 0.45, side * 0.34, 0.76);
            easel.limb(skin.back().times(0.75), 0.12, 0.07, side * 0.34, 0.78, side * 0.14, 0.86);
            easel.limb(skin.back().times(0.75), 0.12, 0.07, side * 0.34, 0.78, side * 0.46, 0.88);
        }
        face(easel, dice, skin, -0.28, 1);
    }

    /** A wide head with an eye bulging at each side and a long mouth. */
    private static void face(Easel easel, Dice dice, Skin skin, double y, double size) {
        double apart = dice.between(0.34, 0.44) * size;
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(skin.back(), side * apart, y - 0.3 * size, 0.22 * size, 0.24 * size);
        }
        easel.oval(skin.back(), 0, y, 0.66 * size, 0.36 * size);
        easel.blob(skin.belly(), -0.52 * size, y + 0.08 * size, 0, y + 0.14 * size, 0.52 * size, y + 0.08 * size, 0.34 * size, y + 0.3 * size, -0.34 * size, y + 0.3 * size);
        easel.limb(skin.spot().times(0.6), 0.07 * size, 0.07 * size, -0.58 * size, y + 0.02 * size, -0.3 * size, y + 0.12 * size, 0, y + 0.14 * size,
                0.3 * size, y + 0.12 * size, 0.58 * size, y + 0.02 * size);
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(skin.spot().times(0.5), side * 0.09 * size, y - 0.1 * size, 0.035 * size, 0.03 * size);
            eye(easel, skin, side * apart * 1.06, y - 0.32 * size, 0.16 * size);
        }
    }

    private static void eye(Easel easel, Skin skin, double x, double y, double radius) {
        easel.oval(skin.iris(), x, y, radius, radius);
        easel.oval(BLACK, x, y, radius * 0.72, radius * 0.5);
        easel.oval(Color.of(0xffffff), x - radius * 0.25, y - radius * 0.35, radius * 0.26, radius * 0.26);
    }

    private static void sideways(Easel easel, Dice dice, Skin skin) {
        easel.haze(BLACK, 0.35, 0, 0.74, 0.95, 0.14);
        double sit = dice.between(-0.1, 0.16);
        easel.limb(skin.back().times(0.65), 0.18, 0.1, 0.42, 0.2, 0.42, 0.5, 0.56, 0.7);
        easel.blob(skin.back(), 0.94, -0.2 + sit, 0.72, -0.46 + sit, 0.3, -0.44 + sit, -0.2, -0.2, -0.72, 0.4, -0.74, 0.64, -0.2, 0.68, 0.36, 0.52, 0.72, 0.16 + sit);
        easel.blob(skin.belly(), 0.9, -0.08 + sit, 0.5, -0.02 + sit, 0.3, 0.2, 0.05, 0.6, 0.36, 0.52, 0.7, 0.14 + sit);
        for (int i = dice.below(6); i > 0; i--) {
            easel.oval(skin.spot(), dice.between(-0.5, 0.3), dice.between(0, 0.25), 0.08, 0.06);
        }
        easel.limb(skin.back().times(0.8), 0.2, 0.12, 0.34, 0.24, 0.3, 0.5, 0.36, 0.72);
        easel.limb(skin.back().times(0.75), 0.1, 0.07, 0.34, 0.74, 0.58, 0.78);
        easel.oval(skin.back().times(0.9), -0.42, 0.4, 0.42, 0.24, -32);
        easel.limb(skin.back().times(0.72), 0.16, 0.13, -0.12, 0.24, -0.36, 0.52, -0.6, 0.7);
        easel.limb(skin.back().times(0.8), 0.14, 0.08, -0.64, 0.72, -0.3, 0.76, 0.02, 0.76);
        easel.limb(skin.spot().times(0.6), 0.05, 0.05, 0.95, -0.14 + sit, 0.66, -0.08 + sit, 0.4, -0.12 + sit);
        easel.oval(skin.back(), 0.56, -0.5 + sit, 0.22, 0.2);
        eye(easel, skin, 0.6, -0.5 + sit, 0.16);
    }

    private static void fromAbove(Easel easel, Dice dice, Skin skin) {
        double spread = dice.between(0.85, 1.1);
        for (int side = -1; side <= 1; side += 2) {
            easel.limb(skin.back().times(0.85), 0.26, 0.16, side * 0.26, 0.4, side * 0.72 * spread, 0.16, side * 0.8 * spread, 0.12);
            easel.limb(skin.back().times(0.78), 0.18, 0.12, side * 0.8 * spread, 0.14, side * 0.46, 0.68);
            easel.limb(skin.back().times(0.7), 0.13, 0.06, side * 0.46, 0.7, side * 0.72, 0.84, side * 0.9, 0.92);
            easel.limb(skin.back().times(0.7), 0.1, 0.05, side * 0.46, 0.7, side * 0.56, 0.94);
            easel.limb(skin.back().times(0.85), 0.16, 0.1, side * 0.3, -0.16, side * 0.64, -0.22, side * 0.74, -0.5);
            easel.limb(skin.back().times(0.7), 0.08, 0.05, side * 0.74, -0.5, side * 0.64, -0.66);
            easel.limb(skin.back().times(0.7), 0.08, 0.05, side * 0.74, -0.5, side * 0.88, -0.62);
        }
        easel.blob(skin.back(), 0, -0.84, 0.3, -0.66, 0.42, -0.36, 0.4, 0.1, 0.24, 0.54, 0, 0.64, -0.24, 0.54, -0.4, 0.1, -0.42, -0.36, -0.3, -0.66);
        if (dice.chance(0.5)) {
            easel.limb(skin.belly(), 0.1, 0.07, 0, -0.7, 0, 0, 0, 0.56);
        }
        for (int i = dice.below(7); i > 0; i--) {
            easel.oval(skin.spot(), dice.between(-0.28, 0.28), dice.between(-0.2, 0.45), 0.08, 0.09);
        }
        for (int side = -1; side <= 1; side += 2) {
            easel.oval(skin.back().times(1.1), side * 0.3, -0.52, 0.16, 0.16);
            eye(easel, skin, side * 0.34, -0.53, 0.12);
        }
    }

    private static void peeping(Easel easel, Dice dice, Skin skin) {
        Backdrop.water(easel, dice, -1);
        if (dice.chance(0.4)) {
            lilyPad(easel.at(dice.pick(-0.75, 0.75), -0.55, 1, 1, 0), dice, 0, 0.42);
        }
        double size = dice.between(1, 1.35);
        Easel head = easel.at(dice.around(0, 0.06), 0.16, size, size, dice.around(0, 5));
        face(head, dice, skin, 0, 1);
        Color ring = Color.of(0xcfe4ea);
        easel.haze(Color.of(0x2a5a6a), 0.7, 0, 0.2 + 0.36 * size, 0.9 * size, 0.14);
        easel.limb(ring, 0.04, 0.04, -0.9, 0.1 + 0.32 * size, 0, 0.12 + 0.42 * size, 0.9, 0.1 + 0.32 * size);
    }
}
