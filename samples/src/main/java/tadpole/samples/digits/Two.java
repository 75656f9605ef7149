package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** A bow from the upper left into a foot: sharp, looped, or rolled over in one wave. */
final class Two implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        return List.of(switch (dice.weighted(0.34, 0.2, 0.12, 0.34)) {
            case 0 -> sharp(bow(dice), dice);
            case 1 -> looped(bow(dice), dice);
            case 2 -> wave(bow(dice), dice);
            default -> roundHeaded(dice);
        });
    }

    private static Stroke bow(Dice dice) {
        double left = dice.between(-0.06, 0.18);
        double hook = dice.between(0.08, 0.4);
        double right = dice.between(0.36, 0.66);
        Stroke begin = Stroke.from(left, hook);
        if (dice.chance(0.3)) {
            begin = Stroke.from(left + dice.between(0.04, 0.14), hook + dice.between(0.04, 0.12)).to(left, hook - 0.02);
        }
        return begin.to((left + right) / 2, dice.between(-0.02, 0.03))
                .to(right, dice.between(0.16, 0.36))
                .to(right - dice.between(0.1, 0.28), dice.between(0.48, 0.68));
    }

    /** A head like a ring, its right side drawn far down before the loop. */
    private static Stroke roundHeaded(Dice dice) {
        double right = dice.between(0.44, 0.7);
        double left = dice.between(-0.04, 0.16);
        double neck = dice.between(0.56, 0.76);
        double loop = dice.between(-0.14, 0.1);
        double end = dice.between(0.42, 0.9);
        return Stroke.from(left + dice.between(0, 0.12), dice.between(0.24, 0.5))
                .to(left, dice.between(0.16, 0.26)).to((left + right) / 2, dice.between(-0.02, 0.03))
                .to(right, dice.between(0.24, 0.42)).to(right - dice.between(0.08, 0.2), neck)
                .to(loop + 0.16, dice.between(0.9, 0.98)).to(loop, dice.between(0.8, 0.9))
                .to(loop + 0.14, dice.between(0.62, 0.8)).to((loop + end) / 2 + 0.06, dice.between(0.8, 0.93))
                .to(end, dice.between(0.88, 1.08));
    }

    private static Stroke sharp(Stroke bow, Dice dice) {
        double x = dice.between(-0.16, 0.14);
        double end = dice.between(0.5, 0.95);
        return bow.corner(x, dice.between(0.9, 1)).to((x + end) / 2, dice.between(0.86, 0.98)).to(end, dice.between(0.78, 1.02));
    }

    private static Stroke looped(Stroke bow, Dice dice) {
        double x = dice.between(-0.16, 0.06);
        double size = dice.between(0.6, 1.6);
        return bow.to(x + 0.14 * size, 0.94)
                .to(x, 0.98 - 0.08 * size)
                .to(x + 0.1 * size, 0.97 - 0.25 * size)
                .to(x + 0.32 * size, dice.between(0.86, 0.93))
                .to(dice.between(0.55, 0.95), dice.between(0.8, 1.04));
    }

    private static Stroke wave(Stroke bow, Dice dice) {
        double x = dice.between(0, 0.14);
        return bow.to(x, dice.between(0.86, 0.95)).to(x + 0.12, dice.between(0.93, 0.99))
                .to(x + 0.35, dice.between(0.88, 0.98)).to(dice.between(0.6, 0.85), dice.between(0.84, 1));
    }
}
