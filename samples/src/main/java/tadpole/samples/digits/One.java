package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** A plain line, mostly; sometimes with a flag, seldom on a base. */
final class One implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        return switch (dice.weighted(0.76, 0.14, 0.1)) {
            case 0 -> List.of(stem(dice, 0.3));
            case 1 -> List.of(flagged(dice, dice.between(0.06, 0.26)));
            default -> List.of(flagged(dice, dice.between(0.1, 0.3)), base(dice));
        };
    }

    private static Stroke stem(Dice dice, double x) {
        double bend = dice.around(0, 0.025);
        return Stroke.from(x, 0).to(x + bend, dice.between(0.35, 0.65)).to(x, 1);
    }

    private static Stroke flagged(Dice dice, double reach) {
        double drop = dice.between(0.08, 0.3);
        return Stroke.from(0.3 - reach, drop).corner(0.3, 0).to(0.3 + dice.around(0, 0.02), 0.5).to(0.3, 1);
    }

    private static Stroke base(Dice dice) {
        double y = dice.between(0.96, 1.02);
        return Stroke.from(0.3 - dice.between(0.12, 0.32), y).to(0.3 + dice.between(0.12, 0.34), y + dice.around(0, 0.03));
    }
}
