package tadpole.engine.picture;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/**
 * A picture of numbers, exactly as they came: one channel is gray, three are red, green and blue, any other number are maps of a network.
 *
 * @param name   as the window's subtitle says it: "frog, train #242"
 * @param values [channels, height, width]; nobody writes into it
 * @param black  the value that is drawn black, such as 0
 * @param white  the value that is drawn white, such as 255
 */
public record Picture(String name, Tensor values, float black, float white) {

    /** Shares of red, green and blue in gray, ITU-R BT.601. */
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    public Picture {
        if (values.shape().rank() != 3) {
            throw new ShapeException("A picture is channels×height×width, but here is " + values.shape() + ".");
        }
    }

    /** With values of 0 to 255, as files have them. */
    public static Picture ofBytes(String name, Tensor values) {
        return new Picture(name, values, 0, 255);
    }

    public int channels() {
        return values.shape().at(0);
    }

    public int height() {
        return values.shape().at(1);
    }

    public int width() {
        return values.shape().at(2);
    }

    public boolean isColored() {
        return channels() == 3;
    }

    public float at(int channel, int y, int x) {
        return values.data()[(channel * height() + y) * width() + x];
    }

    /** One channel: of a colored picture 0.299 R + 0.587 G + 0.114 B rounded to whole numbers, of any other its first. */
    public Picture gray() {
        if (channels() == 1) {
            return this;
        }
        Tensor gray = Tensor.zeros(Shape.of(1, height(), width()));
        int area = height() * width();
        float[] from = values.data();
        for (int i = 0; i < area; i++) {
            gray.data()[i] = isColored() ? Math.round(RED * from[i] + GREEN * from[area + i] + BLUE * from[2 * area + i]) : from[i];
        }
        return new Picture(name, gray, black, white);
    }
}
