package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** Open like a cup on a stem, closed to a triangle, or in one turn of the pen. */
final class Four implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double bar = dice.between(0.42, 0.74);
        double stem = dice.between(0.42, 0.62);
        return switch (dice.weighted(0.8, 0.14, 0.06)) {
            case 0 -> List.of(angle(dice, bar, stem), stem(dice, stem, dice.between(-0.05, 0.38)));
            case 1 -> List.of(triangle(dice, bar, stem), stem(dice, stem, dice.between(-0.02, 0.06)));
            default -> List.of(cup(dice, bar, stem));
        };
    }

    private static Stroke angle(Dice dice, double bar, double stem) {
        double left = dice.between(0, 0.12);
        Stroke down = Stroke.from(left + dice.between(-0.08, 0.2), dice.between(-0.02, 0.12)).to(left + 0.01, bar * 0.6);
        double reach = dice.chance(0.6) ? dice.between(0.06, 0.36) : dice.between(0, 0.05);
        double rise = dice.around(0.03, 0.05);
        if (dice.chance(0.7)) {
            return down.corner(left, bar).to(stem, bar - rise).to(stem + reach, bar - 1.4 * rise);
        }
        return down.to(left + 0.04, bar - 0.03).to(left + 0.16, bar).to(stem, bar - rise).to(stem + reach, bar - 1.6 * rise);
    }

    private static Stroke triangle(Dice dice, double bar, double stem) {
        double left = dice.between(-0.02, 0.12);
        return Stroke.from(stem - dice.between(0, 0.05), dice.between(-0.02, 0.03)).to((left + stem) / 2, bar * dice.between(0.45, 0.55))
                .corner(left, bar).to(stem, bar + dice.around(0, 0.02))
                .to(stem + dice.between(0.05, 0.25), bar + dice.around(0, 0.03));
    }

    /** Down, across, up and down again without lifting the pen. */
    private static Stroke cup(Dice dice, double bar, double stem) {
        double top = dice.between(-0.02, 0.2);
        return Stroke.from(dice.between(0, 0.14), dice.between(0, 0.15)).to(0.04, bar * 0.7).to(0.14, bar)
                .to(0.3, bar - 0.02).to(stem - 0.04, bar * 0.6).corner(stem + dice.between(0, 0.06), top)
                .to(stem, 0.5).to(stem - dice.between(0, 0.12), 1);
    }

    private static Stroke stem(Dice dice, double x, double top) {
        double lean = dice.around(0.02, 0.05);
        return Stroke.from(x + lean, top).to(x + dice.around(0, 0.015), 0.5).to(x - lean, 1);
    }
}
