package tadpole.samples.pond;

import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;

/** One class of pictures: paints a backdrop and before it one of its kind, another each time. */
@FunctionalInterface
interface Subject {

    void paint(Easel easel, Dice dice);
}
