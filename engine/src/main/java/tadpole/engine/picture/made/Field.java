package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;

/** One plane of numbers over a picture, and the ways in which brushes are led by it. */
final class Field {

    final int height;
    final int width;
    final float[] values;

    Field(int height, int width) {
        this.height = height;
        this.width = width;
        this.values = new float[height * width];
    }

    static Field channel(Picture picture, int channel) {
        Field field = new Field(picture.height(), picture.width());
        System.arraycopy(picture.values().data(), channel * field.values.length, field.values, 0, field.values.length);
        return field;
    }

    /** At the pixel nearest to a place; places outside count as the edge. */
    float at(double y, double x) {
        int row = Math.clamp((int) Math.floor(y), 0, height - 1);
        int column = Math.clamp((int) Math.floor(x), 0, width - 1);
        return values[row * width + column];
    }

    /** Three box means after each other, which is nearly a Gaussian; the edge goes on outside. */
    Field blurred(double sigma) {
        int reach = (int) Math.round(Math.max(0, (Math.sqrt(4 * sigma * sigma + 1) - 1) / 2));
        Field now = this;
        for (int round = 0; round < 3 && reach > 0; round++) {
            now = now.meanAlong(reach, width, height, width, 1).meanAlong(reach, height, width, 1, width);
        }
        return now;
    }

    /** Running sums along lines of so many numbers, begun at multiples of one step, their numbers another step apart. */
    private Field meanAlong(int reach, int length, int lines, int lineStep, int step) {
        Field mean = new Field(height, width);
        for (int line = 0; line < lines; line++) {
            int from = line * lineStep;
            double sum = 0;
            for (int i = -reach; i <= reach; i++) {
                sum += values[from + Math.clamp(i, 0, length - 1) * step];
            }
            for (int i = 0; i < length; i++) {
                mean.values[from + i * step] = (float) (sum / (2 * reach + 1));
                sum += values[from + Math.clamp(i + reach + 1, 0, length - 1) * step] - values[from + Math.clamp(i - reach, 0, length - 1) * step];
            }
        }
        return mean;
    }
}
