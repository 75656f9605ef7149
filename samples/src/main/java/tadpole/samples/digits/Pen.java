package tadpole.samples.digits;

import tadpole.samples.drawing.Dice;

/**
 * A pen and the pressure on it.
 *
 * @param radius half the width of a line in pixels of the finished picture
 * @param swell how much the width changes along a stroke
 * @param phase where along a stroke the pressure is greatest
 * @param taper how much thinner a stroke begins and ends
 */
record Pen(double radius, double swell, double phase, double taper) {

    static Pen drawn(Dice dice, double typical) {
        double radius = Math.clamp(typical * StrictMath.exp(dice.around(0, 0.3)), 0.7, 2.4);
        return new Pen(radius, dice.between(0, 0.16), dice.between(0, 6.28), dice.between(0, 0.3));
    }

    /** Half the width at a part (0 to 1) of a stroke of this length in pixels. */
    double radiusAt(double part, double length) {
        double end = Math.min(part, 1 - part) * length;
        double thin = end < 2.5 ? taper * (1 - end / 2.5) : 0;
        return radius * (1 + swell * StrictMath.sin(6 * part + phase)) * (1 - thin);
    }
}
