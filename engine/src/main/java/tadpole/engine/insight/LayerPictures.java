package tadpole.engine.insight;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * Numbers of one layer cut into pictures, one for each unit, kernel or channel; nothing is stretched or normalized.
 *
 * @param layer   such as "linear1"
 * @param values  all pictures one after the other; nobody writes into it
 * @param picture shape of each, [channels, height, width] with 1 channel, or 3 that are red, green and blue
 * @param naming  how the single pictures are called
 */
public record LayerPictures(String layer, Tensor values, Shape picture, Naming naming) {

    /**
     * @param each     "unit", "kernel", "filter" or "channel"; "" where the one picture is the whole layer as a matrix, a row for each unit
     * @param channels input channels that each filter or unit has a picture for; else 1
     */
    public record Naming(String each, int channels) {

        static final Naming MATRIX = new Naming("", 1);

        static Naming of(String each) {
            return new Naming(each, 1);
        }
    }

    /** The least and the greatest of some numbers; NaN where none is finite. */
    public record Range(float least, float greatest) {

        /** The larger of both sizes: how far a scale that is the same on both sides of zero must go. */
        public float reach() {
            return Math.max(Math.abs(least), Math.abs(greatest));
        }
    }

    public LayerPictures {
        if (values.size() % picture.size() != 0) {
            throw new IllegalArgumentException("%d numbers are no whole number of pictures of %s.".formatted(values.size(), picture));
        }
    }

    public int count() {
        return values.size() / picture.size();
    }

    public boolean isMatrix() {
        return naming.each().isEmpty();
    }

    public boolean isColored() {
        return picture.at(0) == 3;
    }

    /** One picture, copied. */
    public Tensor picture(int i) {
        float[] part = new float[picture.size()];
        System.arraycopy(values.data(), i * part.length, part, 0, part.length);
        return Tensor.of(picture, part);
    }

    /** Such as "unit 12", or "filter 3, channel 1"; counted from 1. */
    public String name(int i) {
        if (isMatrix()) {
            return "all units, a row for each";
        }
        return naming.channels() == 1 ? "%s %d".formatted(naming.each(), i + 1)
                : "%s %d, channel %d".formatted(naming.each(), i / naming.channels() + 1, i % naming.channels() + 1);
    }

    /** Of one picture. */
    public Range range(int i) {
        return range(i * picture.size(), (i + 1) * picture.size());
    }

    /** Of all of them. */
    public Range range() {
        return range(0, values.size());
    }

    private Range range(int from, int to) {
        float least = Float.POSITIVE_INFINITY;
        float greatest = Float.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            float value = values.data()[i];
            if (Math.abs(value) <= Float.MAX_VALUE) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        return least <= greatest ? new Range(least, greatest) : new Range(Float.NaN, Float.NaN);
    }
}
