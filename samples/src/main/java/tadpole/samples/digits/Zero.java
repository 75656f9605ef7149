package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** An oval begun near the top; narrow, round or egg-shaped, its ends apart, met or crossed. */
final class Zero implements Glyph {

    @Override
    public List<Stroke> write(Dice dice) {
        double width = dice.between(0.18, 0.52);
        double begin = dice.between(-130, 0);
        double turn = -dice.sign() * dice.between(0.8, 1);
        double sweep = dice.chance(0.85) ? dice.between(350, 390) : dice.between(325, 350);
        Ring ring = new Ring(0.3, 0.5, width, 0.5, dice.around(0, 12));
        Stroke oval = ring.stroke(begin, turn < 0 || dice.chance(0.8) ? -sweep : sweep, dice.around(0, 0.06), dice);
        return List.of(dice.chance(0.1) ? oval.to(0.3 + dice.around(0, 0.1), dice.between(0.2, 0.5)) : oval);
    }
}
