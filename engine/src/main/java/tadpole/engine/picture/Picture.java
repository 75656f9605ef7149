package tadpole.engine.picture;

import java.util.Objects;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** A picture of numbers, exactly as they came: one channel is gray, three are red, green and blue, any other number are maps of a network. */
public final class Picture {

    /** Shares of red, green and blue in gray, ITU-R BT.601. */
    private static final double RED = 0.299;
    private static final double GREEN = 0.587;
    private static final double BLUE = 0.114;

    private final String name;
    private final Tensor values;
    private final float black;
    private final float white;
    private volatile Picture gray;

    /**
     * @param name   as the window's subtitle says it: "frog, train #242"
     * @param values [channels, height, width]; nobody writes into it
     * @param black  the value that is drawn black, such as 0
     * @param white  the value that is drawn white, such as 255
     */
    public Picture(String name, Tensor values, float black, float white) {
        if (values.shape().rank() != 3) {
            throw new ShapeException("A picture is channels×height×width, but here is " + values.shape() + ".");
        }
        this.name = name;
        this.values = values;
        this.black = black;
        this.white = white;
    }

    /** With values of 0 to 255, as files have them. */
    public static Picture ofBytes(String name, Tensor values) {
        return new Picture(name, values, 0, 255);
    }

    public String name() {
        return name;
    }

    /** [channels, height, width]; nobody writes into it. */
    public Tensor values() {
        return values;
    }

    public float black() {
        return black;
    }

    public float white() {
        return white;
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

    /** Three channels; a gray picture's are alike. */
    public Picture colored() {
        if (isColored()) {
            return this;
        }
        Tensor all = Tensor.zeros(Shape.of(3, height(), width()));
        for (int channel = 0; channel < 3; channel++) {
            System.arraycopy(values.data(), 0, all.data(), channel * values.size(), values.size());
        }
        return new Picture(name, all, black, white);
    }

    /**
     * One channel: of a colored picture 0.299 R + 0.587 G + 0.114 B rounded to whole numbers, of any other its first. Made once, and the same object
     * each time.
     */
    public Picture gray() {
        if (channels() == 1) {
            return this;
        }
        if (gray == null) {
            synchronized (this) {
                if (gray == null) {
                    gray = madeGray();
                }
            }
        }
        return gray;
    }

    private Picture madeGray() {
        Tensor made = Tensor.zeros(Shape.of(1, height(), width()));
        int area = height() * width();
        float[] from = values.data();
        for (int i = 0; i < area; i++) {
            made.data()[i] = isColored() ? Math.round(RED * from[i] + GREEN * from[area + i] + BLUE * from[2 * area + i]) : from[i];
        }
        return new Picture(name, made, black, white);
    }

    /** Of the same name and scale, with the very same values. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Picture same && name.equals(same.name) && values.equals(same.values) && Float.compare(black, same.black) == 0
                && Float.compare(white, same.white) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, values, black, white);
    }

    @Override
    public String toString() {
        return "%s, %s".formatted(name, values.shape());
    }
}
