package tadpole.engine.picture;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Cuts rectangles out of pictures and puts them back. */
public final class Crop {

    private Crop() {}

    /** @throws IllegalArgumentException where the box reaches beyond the picture */
    public static Picture of(Picture picture, Box box) {
        return new Picture(picture.name(), of(picture.values(), box), picture.black(), picture.white());
    }

    /** @param values [channels,height,width]; not changed @return [channels, box's height, box's width], a copy */
    public static Tensor of(Tensor values, Box box) {
        check(values, box);
        int channels = values.shape().at(0);
        Tensor made = Tensor.zeros(Shape.of(channels, box.height(), box.width()));
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < box.height(); y++) {
                System.arraycopy(values.data(), at(values, c, box.y() + y, box.x()), made.data(), at(made, c, y, 0), box.width());
            }
        }
        return made;
    }

    /** A copy of a picture with other values in a box. @param values [channels, box's height, box's width] */
    public static Picture pasted(Picture picture, Tensor values, Box box) {
        Tensor made = picture.values().copy();
        paste(values, made, box);
        return new Picture(picture.name(), made, picture.black(), picture.white());
    }

    /** Writes values of a box over those of a larger one. @param into [channels,height,width]; changed in the box only */
    public static void paste(Tensor values, Tensor into, Box box) {
        check(into, box);
        if (!values.shape().equals(Shape.of(into.shape().at(0), box.height(), box.width()))) {
            throw new IllegalArgumentException("Values of %s do not fit into a box of %d×%d pixels.".formatted(values.shape(), box.width(), box.height()));
        }
        for (int c = 0; c < into.shape().at(0); c++) {
            for (int y = 0; y < box.height(); y++) {
                System.arraycopy(values.data(), at(values, c, y, 0), into.data(), at(into, c, box.y() + y, box.x()), box.width());
            }
        }
    }

    private static void check(Tensor values, Box box) {
        Box whole = Box.of(values.shape().at(1), values.shape().at(2));
        if (box.isEmpty() || !box.within(whole).equals(box)) {
            throw new IllegalArgumentException("A picture of %d×%d has no box %s.".formatted(whole.width(), whole.height(), box));
        }
    }

    private static int at(Tensor values, int channel, int y, int x) {
        return (channel * values.shape().at(1) + y) * values.shape().at(2) + x;
    }
}
