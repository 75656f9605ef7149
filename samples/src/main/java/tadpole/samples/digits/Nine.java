package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** A head closed on the right, then a leg: straight, leaning or curled to the left. */
final class Nine implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double right = dice.between(0.4, 0.58);
        Stroke head = dice.chance(0.5) ? oval(dice, right) : hook(dice, right);
        return List.of(leg(head, right, dice));
    }

    private static Stroke oval(Dice dice, double right) {
        double half = dice.between(0.16, 0.29);
        double wide = dice.between(0.14, 0.3);
        Ring ring = new Ring(right - wide, half, wide, half, dice.around(14, 16));
        Stroke head = ring.stroke(dice.between(-75, 0), -dice.between(300, 350), dice.around(0, 0.06), dice);
        return dice.chance(0.7) ? head.corner(right + dice.between(0, 0.04), half * dice.between(-0.2, 0.8)) : head.to(right, half);
    }

    private static Stroke hook(Dice dice, double right) {
        double head = dice.between(0.34, 0.6);
        double left = dice.between(-0.06, 0.16);
        double gap = dice.chance(0.35) ? dice.between(0.06, 0.24) : dice.between(-0.06, 0.04);
        Stroke closed = Stroke.from(right - gap, head * dice.between(0.1, 0.45))
                .to((left + right) / 2 + 0.02, dice.between(-0.02, 0.03))
                .to(left + 0.02, head * dice.between(0.35, 0.55))
                .to(left + dice.between(0.02, 0.1), head * 0.85)
                .to((left + right) / 2 - 0.02, head)
                .to(right - 0.06, head * 0.72);
        return dice.chance(0.6)
                ? closed.corner(right + dice.between(0, 0.04), head * dice.between(-0.12, 0.35))
                : closed.to(right, head * 0.4).to(right + 0.01, head * 0.55);
    }

    private static Stroke leg(Stroke head, double right, Dice dice) {
        return switch (dice.weighted(0.5, 0.34, 0.16)) {
            case 0 -> head.to(right - dice.between(-0.02, 0.04), 0.6).to(right - dice.between(-0.04, 0.1), 1);
            case 1 -> head.to(right - 0.06, 0.6).to(right - dice.between(0.12, 0.32), 1);
            default -> head.to(right, 0.65).to(right - 0.08, 0.92)
                    .to(right - dice.between(0.2, 0.3), 1).to(right - dice.between(0.36, 0.5), dice.between(0.84, 0.96));
        };
    }
}
