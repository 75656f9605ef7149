package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** A neck and a belly under a cap: in one go, with the cap set on later (touching or not), or hurried into an S. */
final class Five implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double neck = dice.between(0.06, 0.24);
        double capEnd = dice.between(0.42, 0.9);
        double capY = dice.around(-0.05, 0.07);
        return switch (dice.weighted(0.42, 0.36, 0.22)) {
            case 0 -> List.of(
                    belly(Stroke.from(neck + dice.around(0, 0.02), 0.02), neck, true, dice),
                    Stroke.from(neck + dice.between(-0.04, 0.12), dice.around(0.02, 0.025))
                            .to((neck + capEnd) / 2, capY + 0.01).to(capEnd, capY));
            case 1 -> List.of(belly(
                    Stroke.from(capEnd, capY).to((neck + capEnd) / 2, capY * 0.5 + 0.02).corner(neck, 0.03), neck, true, dice));
            default -> List.of(belly(
                    Stroke.from(capEnd, capY).to(neck + 0.16, 0.04), neck, false, dice));
        };
    }

    private static Stroke belly(Stroke begun, double neck, boolean corner, Dice dice) {
        double foot = dice.between(0.32, 0.56);
        double left = neck - dice.between(0, 0.1);
        double right = dice.between(0.42, 0.74);
        Stroke down = corner && dice.chance(0.75) ? begun.corner(left, foot) : begun.to(left + 0.01, foot - 0.06).to(left + 0.06, foot);
        double end = dice.between(-0.25, 0.14);
        return down.to(left + 0.16, foot - dice.between(0, 0.07))
                .to(right - 0.06, foot + 0.08)
                .to(right, dice.between(0.6, 0.74))
                .to(right - 0.16, dice.between(0.9, 0.98))
                .to((Math.max(0, end) + right) / 2 - 0.1, 1)
                .to(end, dice.between(0.84, 1));
    }
}
