package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** An S closed upward, begun at the upper right, the top or the waist; or two rings. */
final class Eight implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double waist = dice.between(0.38, 0.64);
        double top = dice.between(0.12, 0.32);
        double bottom = dice.between(0.1, 0.31);
        return switch (dice.weighted(0.36, 0.24, 0.08, 0.06, 0.4)) {
            case 0 -> List.of(fromUpperRight(dice, waist, top, bottom));
            case 1 -> List.of(fromTop(dice, waist, top, bottom));
            case 2 -> List.of(fromWaist(dice, waist, top, bottom));
            case 3 -> List.of(
                    new Ring(0.3, waist / 2, top, waist / 2, 0).stroke(-90, -dice.between(345, 380), 0, dice),
                    new Ring(0.3, (1 + waist) / 2, bottom, (1 - waist) / 2, 0).stroke(-90, -dice.between(345, 380), 0, dice));
            default -> List.of(crossed(dice, waist, top, bottom));
        };
    }

    /** A leaning S, then one straight line from its foot up to its beginning. */
    private static Stroke crossed(Dice dice, double waist, double top, double bottom) {
        double lean = dice.between(0, 0.14);
        double right = 0.3 + top + lean;
        return Stroke.from(right + dice.between(-0.06, 0.06), dice.between(0.05, 0.2))
                .to(0.3 + lean, dice.between(-0.02, 0.03))
                .to(0.3 - top + lean, waist * dice.between(0.4, 0.55))
                .to(0.3, waist)
                .to(0.3 + bottom - lean, (1 + waist) / 2 + 0.02)
                .to(0.28 - lean, dice.between(0.97, 1.02))
                .to(0.3 - bottom * dice.between(0.7, 1) - lean, dice.between(0.78, 0.9))
                .to(0.3 + dice.around(0, 0.03), waist + dice.around(0.03, 0.03))
                .to(right + dice.between(-0.04, 0.12), dice.between(0.04, 0.28));
    }

    private static Stroke fromUpperRight(Dice dice, double waist, double top, double bottom) {
        double gap = dice.between(-0.16, 0.08);
        return down(Stroke.from(0.3 + top + dice.between(-0.04, 0.08), waist * dice.between(0.2, 0.5))
                .to(0.3 + top * 0.4, dice.between(0, 0.05)), waist, top, bottom, dice)
                .to(0.3 + top - gap, waist * dice.between(0.3, 0.5));
    }

    private static Stroke fromTop(Dice dice, double waist, double top, double bottom) {
        return down(Stroke.from(0.3 + dice.between(-0.02, 0.08), 0), waist, top, bottom, dice)
                .to(0.3 + top, waist * 0.42).to(0.3 + top * dice.between(-0.2, 0.8), dice.between(-0.02, 0.05));
    }

    private static Stroke down(Stroke begun, double waist, double top, double bottom, Dice dice) {
        return begun.to(0.3 - top * 0.6, 0.03)
                .to(0.3 - top, waist * 0.48)
                .to(0.3, waist)
                .to(0.3 + bottom, (1 + waist) / 2 + 0.02)
                .to(0.3, dice.between(0.98, 1.02))
                .to(0.3 - bottom, (1 + waist) / 2 + dice.between(0, 0.06))
                .to(0.3 + dice.around(0, 0.02), waist + dice.around(0, 0.02));
    }

    private static Stroke fromWaist(Dice dice, double waist, double top, double bottom) {
        return Stroke.from(0.3, waist).to(0.3 - top, waist / 2).to(0.3, 0).to(0.3 + top, waist / 2).to(0.3, waist)
                .to(0.3 - bottom, (1 + waist) / 2).to(0.3, 1).to(0.3 + bottom, (1 + waist) / 2)
                .to(0.3 + dice.between(-0.02, 0.08), waist + dice.around(0, 0.03));
    }
}
