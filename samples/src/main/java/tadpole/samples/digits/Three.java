package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** Two bows to the right, meeting in a point, a soft dent or a little loop; the top round or flat. */
final class Three implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double waist = dice.between(0.38, 0.54);
        Stroke upper = dice.chance(0.24) ? flat(dice) : round(dice, waist);
        return List.of(lower(waisted(upper, waist, dice), waist, dice));
    }

    private static Stroke round(Dice dice, double waist) {
        double left = dice.between(-0.08, 0.16);
        double right = dice.between(0.4, 0.68);
        return Stroke.from(left, dice.between(0.02, 0.24)).to((left + right) / 2, dice.between(-0.02, 0.03))
                .to(right, waist * dice.between(0.38, 0.55))
                .to(right - 0.1, waist * dice.between(0.72, 0.85));
    }

    private static Stroke flat(Dice dice) {
        return Stroke.from(dice.between(0, 0.14), dice.between(0, 0.06))
                .corner(dice.between(0.4, 0.64), dice.between(-0.02, 0.08))
                .to(dice.between(0.3, 0.42), dice.between(0.16, 0.26));
    }

    private static Stroke waisted(Stroke upper, double waist, Dice dice) {
        double x = dice.between(0.04, 0.36);
        return switch (dice.weighted(0.5, 0.3, 0.2)) {
            case 0 -> upper.corner(x, waist);
            case 1 -> upper.to(x, waist - 0.02).to(x, waist + 0.02);
            default -> upper.to(x, waist + 0.03).to(x - dice.between(0.03, 0.09), waist - 0.01).to(x + 0.03, waist - 0.04);
        };
    }

    private static Stroke lower(Stroke soFar, double waist, Dice dice) {
        double right = dice.between(0.42, 0.7);
        double left = dice.between(-0.22, 0.14);
        return soFar.to(right - 0.1, waist + dice.between(0.05, 0.1))
                .to(right, waist + (1 - waist) * dice.between(0.42, 0.58))
                .to((right + Math.max(left, 0)) / 2, dice.between(0.96, 1.02))
                .to(left, dice.between(0.8, 1));
    }
}
