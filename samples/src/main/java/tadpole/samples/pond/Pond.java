package tadpole.samples.pond;

import java.util.List;
import tadpole.samples.drawing.Canvas;
import tadpole.samples.drawing.Dice;
import tadpole.samples.drawing.Easel;
import tadpole.samples.drawing.Tint;

/** Paints one 32x32 color picture of one of CIFAR-10's ten classes. */
public final class Pond {

    public static final List<String> CLASSES = List.of(
            "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

    private static final List<Subject> SUBJECTS = List.of(new Airplane(), new Automobile(), new Bird(), new Cat(), new Deer(),
            new Dog(), new Frog(), new Horse(), new Ship(), new Truck());

    private Pond() {
    }

    /** 3x32x32 bytes: all red, all green, all blue, each row by row. */
    public static byte[] paint(int label, Dice dice) {
        Canvas canvas = new Canvas();
        SUBJECTS.get(label).paint(Easel.over(canvas, dice.between(-0.8, 0.8)), dice);
        return canvas.pixels(Tint.drawn(dice));
    }
}
