package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Trucks: tractors with trailers, box trucks, dump trucks, fire engines and pickups from the side, and big rigs from the front. */
final class Truck implements Subject {

    private static final Color GLASS = Color.of(0x33444f);
    private static final Color DARK = Color.of(0x1c1c1e);

    @Override
    public void paint(Easel easel, Dice dice) {
        Backdrop.road(easel, dice, dice.between(0, 0.45));
        Color paint = dice.pick(Color.of(0xc82424), Color.of(0x2454b0), Color.of(0xf0f0f0), Color.of(0xe8a818), Color.of(0x2a8a4c),
                Color.of(0x50545a), Color.of(0xe8701c)).varied(dice, 0.07);
        double size = dice.between(0.84, 1);
        Easel placed = easel.at(dice.around(0, 0.04), dice.between(0.05, 0.2), size * dice.sign(), size, dice.around(0, 1.5));
        int kind = dice.weighted(0.32, 0.2, 0.16, 0.1, 0.22);
        if (kind == 4) {
            front(placed, dice, paint);
            return;
        }
        placed.haze(DARK, 0.5, 0, 0.6, 0.98, 0.08);
        switch (kind) {
            case 0 -> trailer(placed, dice, paint);
            case 1 -> box(placed, dice, paint);
            case 2 -> dump(placed, paint);
            default -> fire(placed);
        }
    }

    private static void trailer(Easel easel, Dice dice, Color paint) {
        Color box = dice.pick(Color.of(0xf0f0ee), Color.of(0xd8d8d4), paint, Color.of(0x8fa8c0), Color.of(0xb04030));
        easel.plate(DARK, -0.95, 0.36, 0.95, 0.36, 0.95, 0.44, -0.95, 0.44);
        double roof = dice.between(-0.62, -0.46);
        easel.plate(box, -0.98, roof, 0.42, roof, 0.42, 0.34, -0.98, 0.34);
        easel.plate(box.toward(paint, 0.7), -0.98, -0.1, 0.42, -0.1, 0.42, 0.06, -0.98, 0.06);
        cab(easel, paint, 0.48, dice.chance(0.5));
        for (double x : new double[] {-0.84, -0.54, 0.3, 0.78}) {
            Automobile.wheel(easel, x, 0.46, 0.15);
        }
    }

    /** A flat-nosed cab, or one behind a hood, from x to the front. */
    private static void cab(Easel easel, Color paint, double x, boolean hood) {
        if (hood) {
            easel.plate(paint, x, -0.38, x + 0.24, -0.38, x + 0.32, -0.02, x + 0.52, 0.04, x + 0.52, 0.4, x, 0.4);
            easel.plate(GLASS, x + 0.08, -0.3, x + 0.2, -0.3, x + 0.27, -0.04, x + 0.08, -0.04);
            easel.limb(Color.of(0xc0c4c8), 0.05, 0.05, x - 0.02, -0.66, x - 0.02, 0.1);
        } else {
            easel.plate(paint, x, -0.44, x + 0.36, -0.44, x + 0.46, -0.04, x + 0.48, 0.4, x, 0.4);
            easel.plate(GLASS, x + 0.14, -0.34, x + 0.33, -0.34, x + 0.41, -0.04, x + 0.14, -0.04);
        }
        easel.plate(Color.of(0xb0b4b8), x + 0.3, 0.32, x + 0.53, 0.32, x + 0.53, 0.42, x + 0.3, 0.42);
        easel.oval(Color.of(0xfff4c0), x + 0.48, 0.2, 0.045, 0.06);
    }

    private static void box(Easel easel, Dice dice, Color paint) {
        Color box = dice.chance(0.6) ? Color.of(0xf2f2f0) : paint.varied(dice, 0.2);
        easel.plate(DARK, -0.8, 0.34, 0.9, 0.34, 0.9, 0.44, -0.8, 0.44);
        easel.plate(box, -0.88, -0.7, 0.3, -0.7, 0.3, 0.36, -0.88, 0.36);
        easel.oval(paint, -0.3, -0.16, 0.26, 0.2);
        cab(easel, paint, 0.36, false);
        for (double x : new double[] {-0.5, 0.6}) {
            Automobile.wheel(easel, x, 0.44, 0.19);
        }
    }

    private static void dump(Easel easel, Color paint) {
        easel.plate(DARK, -0.85, 0.28, 0.9, 0.28, 0.9, 0.4, -0.85, 0.4);
        easel.blob(Color.of(0x8a6a48), -0.8, -0.2, -0.4, -0.42, -0.1, -0.46, 0.2, -0.2, -0.3, 0);
        easel.plate(paint, -1, -0.22, 0.34, -0.22, 0.26, 0.28, -0.84, 0.28);
        for (double x = -0.75; x < 0.2; x += 0.25) {
            easel.plate(paint.times(0.7), x, -0.2, x + 0.05, -0.2, x + 0.05, 0.26, x, 0.26);
        }
        cab(easel, paint, 0.4, true);
        for (double x : new double[] {-0.66, -0.26, 0.64}) {
            Automobile.wheel(easel, x, 0.42, 0.19);
        }
    }

    private static void fire(Easel easel) {
        Color red = Color.of(0xd01c1c);
        easel.plate(red, -0.96, -0.26, 0.4, -0.26, 0.4, 0.38, -0.96, 0.38);
        easel.plate(Color.of(0xf4f0e8), -0.96, 0.06, 0.4, 0.06, 0.4, 0.14, -0.96, 0.14);
        for (double x = -0.84; x < 0.2; x += 0.34) {
            easel.plate(Color.of(0x8a9098), x, -0.18, x + 0.24, -0.18, x + 0.24, 0.02, x, 0.02);
        }
        easel.limb(Color.of(0xd8d8d8), 0.09, 0.09, -0.98, -0.38, 0.5, -0.44);
        cab(easel, red, 0.42, false);
        easel.oval(Color.of(0x3080f0), 0.6, -0.5, 0.09, 0.06);
        for (double x : new double[] {-0.56, 0.6}) {
            Automobile.wheel(easel, x, 0.42, 0.18);
        }
    }

    private static void front(Easel easel, Dice dice, Color paint) {
        Color box = dice.chance(0.5) ? Color.of(0xe8e8e4) : paint.times(0.8);
        easel.haze(DARK, 0.5, 0, 0.74, 0.8, 0.1);
        double flank = dice.between(0.2, 0.5);
        easel.plate(box.times(0.75), 0.3, -0.84, 0.42 + flank, -0.7, 0.42 + flank, 0.5, 0.3, 0.6);
        easel.plate(box, -0.52, -0.84, 0.44, -0.84, 0.44, 0.3, -0.52, 0.3);
        easel.oval(DARK, 0.36 + flank * 0.8, 0.54, 0.08, 0.16);
        for (double x : new double[] {-0.46, 0.38}) {
            easel.plate(DARK, x - 0.12, 0.4, x + 0.12, 0.4, x + 0.12, 0.8, x - 0.12, 0.8);
        }
        easel.plate(paint, -0.52, -0.5, 0.44, -0.5, 0.5, 0.6, -0.58, 0.6);
        easel.plate(GLASS, -0.44, -0.4, 0.36, -0.4, 0.4, -0.04, -0.48, -0.04);
        easel.plate(Color.of(0x9aa0a6), -0.28, 0.08, 0.2, 0.08, 0.2, 0.44, -0.28, 0.44);
        for (double y = 0.14; y < 0.42; y += 0.1) {
            easel.plate(DARK, -0.25, y, 0.17, y, 0.17, y + 0.04, -0.25, y + 0.04);
        }
        easel.plate(Color.of(0xb8bcc0), -0.62, 0.5, 0.54, 0.5, 0.54, 0.62, -0.62, 0.62);
        easel.oval(Color.of(0xfff4c0), -0.44, 0.36, 0.09, 0.08);
        easel.oval(Color.of(0xfff4c0), 0.36, 0.36, 0.09, 0.08);
        for (int side = -1; side <= 1; side += 2) {
            easel.plate(DARK, -0.04 + side * 0.62, -0.3, -0.04 + side * 0.72, -0.3, -0.04 + side * 0.72, 0, -0.04 + side * 0.62, 0);
        }
    }
}
