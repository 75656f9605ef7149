package tadpole.samples.digits;

import java.util.ArrayList;
import java.util.List;
import tadpole.samples.drawing.Dice;

/** A roof and a leg, straight or bowed; some begin with a tick, some are crossed. */
final class Seven implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double right = dice.between(0.46, 0.68);
        double foot = dice.between(0.04, 0.48);
        double roof = dice.between(-0.02, 0.16);
        List<Stroke> strokes = new ArrayList<>();
        Stroke begun = roof(dice, right, roof);
        double bow = dice.around(0.02, 0.05);
        strokes.add(begun.to((right + foot) / 2 - bow, dice.between(0.4, 0.6)).to(foot, 1));
        if (dice.chance(0.24)) {
            double y = dice.between(0.42, 0.64);
            double x = (right + foot) / 2;
            strokes.add(Stroke.from(x - dice.between(0.14, 0.34), y + dice.around(0.01, 0.03))
                    .to(x + dice.between(0.14, 0.36), y + dice.around(-0.01, 0.03)));
        }
        return strokes;
    }

    private static Stroke roof(Dice dice, double right, double y) {
        double left = dice.between(-0.14, 0.16);
        double sag = dice.around(0, 0.05);
        Stroke begun = Stroke.from(left, y);
        if (dice.chance(0.42)) {
            begun = Stroke.from(left + dice.around(0, 0.02), y + dice.between(0.06, 0.34)).corner(left, y);
        }
        Stroke across = begun.to((left + right) / 2, y - 0.02 + sag);
        double end = y + dice.around(-0.05, 0.06);
        return dice.chance(0.6) ? across.corner(right, end) : across.to(right - 0.08, end - 0.01).to(right, end + dice.between(0.06, 0.14));
    }
}
