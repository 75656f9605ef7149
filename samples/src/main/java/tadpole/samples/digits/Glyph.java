package tadpole.samples.digits;

import java.util.List;
import tadpole.samples.drawing.Dice;

/** One way to write a digit: strokes in a box about 0.6 wide and 1 high, drawn anew each time it is asked. */
@FunctionalInterface
interface Glyph {

    List<Stroke> write(Dice dice);
}
