package tadpole.engine.dataset;

import tadpole.engine.tensor.Shape;

/**
 * Labeled pictures as bytes, channels first, one after the other, as the files have them.
 *
 * @param shape  of one picture: channels×height×width
 * @param pixels size·channels·height·width bytes, 0..255
 * @param labels one class a picture, counted from 0
 */
public record Images(Shape shape, byte[] pixels, byte[] labels) implements Split {

    public Images {
        if (shape.rank() != 3) {
            throw new IllegalArgumentException("Pictures are channels×height×width, but here " + shape + ".");
        }
        if ((long) labels.length * shape.size() != pixels.length) {
            throw new IllegalArgumentException(labels.length + " pictures of " + shape + " need "
                    + (long) labels.length * shape.size() + " bytes, but there are " + pixels.length + ".");
        }
    }

    @Override
    public int size() {
        return labels.length;
    }

    @Override
    public int label(int index) {
        return labels[index] & 0xFF;
    }

    public int channels() {
        return shape.at(0);
    }

    public int height() {
        return shape.at(1);
    }

    public int width() {
        return shape.at(2);
    }

    /** One pixel's value, 0..255. */
    public int pixel(int index, int channel, int y, int x) {
        return pixels[index * shape.size() + (channel * height() + y) * width() + x] & 0xFF;
    }

    @Override
    public void read(int index, float[] into, int offset) {
        int size = shape.size();
        int start = index * size;
        for (int i = 0; i < size; i++) {
            into[offset + i] = pixels[start + i] & 0xFF;
        }
    }
}
