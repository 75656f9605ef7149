package tadpole.samples.pond;

import tadpole.samples.drawing.Color;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** Automobiles: sedans, hatchbacks, wagons and sports cars from the side, and cars from the front or the back. */
final class Automobile implements Subject {

    private static final Color GLASS = Color.of(0x33444f);
    private static final Color TIRE = Color.of(0x161618);

    @Override
    public void paint(Easel easel, Dice dice) {
        Backdrop.road(easel, dice, dice.between(-0.1, 0.35));
        Color paint = dice.pick(Color.of(0xc02020), Color.of(0x2050b0), Color.of(0xe8e8e8), Color.of(0x303236), Color.of(0xa0a4a8),
                Color.of(0xe0b020), Color.of(0x208048), Color.of(0xe06a20), Color.of(0x702030), Color.of(0x70b0d8)).varied(dice, 0.07);
        double size = dice.between(0.8, 1);
        Easel placed = easel.at(dice.around(0, 0.05), dice.between(0.1, 0.3), size * dice.sign(), size, dice.around(0, 2));
        if (dice.chance(0.66)) {
            side(placed, dice, paint);
        } else {
            front(placed, dice, paint);
        }
    }

    private static void side(Easel easel, Dice dice, Color paint) {
        easel.haze(TIRE, 0.5, 0, 0.42, 0.98, 0.1);
        double roof = dice.between(-0.52, -0.36);
        double belt = dice.between(-0.12, -0.04);
        double windshield = dice.between(0.4, 0.56);
        double rear = dice.pick(-0.9, -0.74, -0.56);
        double roofRear = rear < -0.8 ? rear + 0.1 : rear + dice.between(0.16, 0.3);
        double roofFront = windshield - dice.between(0.24, 0.36);
        easel.plate(paint, rear, belt + 0.03, roofRear, roof, roofFront, roof, windshield + 0.02, belt + 0.03);
        easel.plate(GLASS, rear + 0.1, belt, roofRear + 0.05, roof + 0.07, -0.1, roof + 0.07, -0.1, belt);
        easel.plate(GLASS, -0.03, belt, -0.03, roof + 0.07, roofFront - 0.03, roof + 0.07, windshield - 0.08, belt);
        double tail = dice.between(0, 0.06);
        easel.blob(paint, -0.96, belt + tail, -0.5, belt, 0.4, belt, 0.84, belt + 0.1, 0.97, belt + 0.2, 0.95, 0.3, 0.6, 0.34, -0.6, 0.34, -0.96, 0.3);
        easel.plate(paint.times(0.6), -0.9, 0.24, 0.9, 0.24, 0.88, 0.34, -0.88, 0.34);
        easel.limb(paint.times(1.3), 0.035, 0.035, -0.85, belt + 0.1, 0.8, belt + 0.16);
        easel.oval(Color.of(0xfff4c0), 0.9, belt + 0.2, 0.06, 0.05);
        easel.oval(Color.of(0xe02018), -0.92, belt + 0.15, 0.05, 0.06);
        for (double x : new double[] {-0.56, 0.56}) {
            wheel(easel, x, 0.3, 0.21);
        }
    }

    static void wheel(Easel easel, double x, double y, double radius) {
        easel.oval(TIRE, x, y, radius, radius);
        easel.oval(Color.of(0xb8bcc0), x, y, radius * 0.55, radius * 0.55);
        easel.oval(Color.of(0x606468), x, y, radius * 0.2, radius * 0.2);
    }

    /** From the front, or with red lights from the back; a little of the flank shows. */
    private static void front(Easel easel, Dice dice, Color paint) {
        boolean back = dice.chance(0.3);
        double flank = dice.chance(0.6) ? dice.between(0.15, 0.4) : 0;
        easel.haze(TIRE, 0.5, flank / 2, 0.5, 0.85, 0.12);
        if (flank > 0) {
            easel.plate(paint.times(0.75), 0.5, -0.08, 0.6 + flank, -0.12, 0.62 + flank, 0.34, 0.5, 0.44);
            easel.plate(paint.times(0.85), 0.3, -0.52, 0.36 + flank * 0.7, -0.5, 0.62 + flank * 0.8, -0.06, 0.54, -0.04);
            easel.plate(GLASS.times(0.8), 0.42, -0.42, 0.4 + flank * 0.6, -0.4, 0.56 + flank * 0.6, -0.1, 0.56, -0.08);
            easel.oval(TIRE, 0.55 + flank * 0.6, 0.34, 0.1, 0.17);
        }
        for (double x : new double[] {-0.5, 0.44}) {
            easel.plate(TIRE, x - 0.1, 0.3, x + 0.12, 0.3, x + 0.12, 0.56, x - 0.1, 0.56);
        }
        easel.plate(paint, -0.62, -0.04, -0.44, -0.54, 0.36, -0.54, 0.56, -0.04);
        easel.plate(GLASS, -0.5, -0.08, -0.38, -0.46, 0.3, -0.46, 0.44, -0.08);
        easel.blob(paint, -0.66, -0.02, -0.4, -0.1, 0.36, -0.1, 0.62, -0.02, 0.64, 0.4, 0.4, 0.46, -0.44, 0.46, -0.68, 0.4);
        Color lamp = back ? Color.of(0xe02018) : Color.of(0xfff8d8);
        easel.oval(lamp, -0.5, 0.1, 0.12, 0.08);
        easel.oval(lamp, 0.46, 0.1, 0.12, 0.08);
        if (back) {
            easel.plate(Color.of(0xf0f0e0), -0.18, 0.14, 0.14, 0.14, 0.14, 0.24, -0.18, 0.24);
        } else {
            easel.plate(TIRE, -0.3, 0.08, 0.26, 0.08, 0.22, 0.22, -0.26, 0.22);
        }
        easel.limb(paint.times(0.55), 0.06, 0.06, -0.6, 0.34, 0, 0.36, 0.56, 0.34);
    }
}
