package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** A long bow from the top into a bowl: bent, or straight with a wide bowl; small, flat, or left open. */
final class Six implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double bowl = dice.between(0.42, 0.78);
        double right = dice.between(0.34, 0.72) + (dice.chance(0.2) ? 0.16 : 0);
        double left = dice.between(0, 0.06);
        Stroke bow = dice.chance(0.45) ? straight(dice, left) : bent(dice, left);
        Stroke around = bow.to(left + dice.between(0.03, 0.1), 0.88)
                .to((left + right) / 2, dice.between(0.97, 1.02))
                .to(right - 0.02, dice.between(0.84, 0.92))
                .to(right, (1 + bowl) / 2 - 0.04)
                .to(right - 0.12, bowl + dice.between(0, 0.04));
        return List.of(close(around, dice, bowl, left, right));
    }

    private static Stroke straight(Dice dice, double left) {
        double top = dice.between(-0.1, 0.46);
        return Stroke.from(left + top, 0).to(left + top * dice.between(0.4, 0.6) - 0.02, dice.between(0.28, 0.4)).to(left, dice.between(0.6, 0.72));
    }

    private static Stroke bent(Dice dice, double left) {
        double top = dice.between(0.32, 0.76);
        Stroke begun = Stroke.from(top, 0);
        if (dice.chance(0.25)) {
            begun = Stroke.from(top + dice.between(0.05, 0.2), dice.between(0, 0.08)).to(top, 0);
        }
        return begun.to(left + 0.08 + top * 0.3 - dice.between(-0.02, 0.1), dice.between(0.24, 0.34)).to(left, dice.between(0.56, 0.7));
    }

    private static Stroke close(Stroke around, Dice dice, double bowl, double left, double right) {
        double middle = left + (right - left) * dice.between(0.35, 0.6);
        return switch (dice.weighted(0.36, 0.28, 0.36)) {
            case 0 -> around.to(middle, bowl + 0.02).to(left + dice.between(0, 0.1), bowl + dice.between(0.08, 0.24));
            case 1 -> around.to(middle, bowl + dice.between(0.02, 0.1)).to(middle - 0.06, bowl + dice.between(0.16, 0.34));
            default -> around.to(middle, bowl + 0.04).to(left + 0.04, bowl + 0.12).to(left - dice.between(0, 0.1), bowl + dice.between(0.16, 0.26));
        };
    }
}
