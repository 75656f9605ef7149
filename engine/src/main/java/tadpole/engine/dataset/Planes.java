package tadpole.engine.dataset;

import java.util.Arrays;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.tensor.Shape;

/** The sizes of a picture, and what moves it. */
record Planes(int channels, int height, int width) {

    /** @param what the augmentation that asks, as its label says */
    static Planes of(String what, Shape sample) throws SettingException {
        return of(what, sample, "augment");
    }

    /**
     * @param what  the step that asks, as its label says
     * @param field of the experiment file that lists it
     */
    static Planes of(String what, Shape sample, String field) throws SettingException {
        if (sample.rank() != 3) {
            throw new SettingException("%s needs pictures (channels×height×width), but the samples are %s. Take it out of \"%s\"."
                    .formatted(what, sample, field));
        }
        return new Planes(sample.at(0), sample.at(1), sample.at(2));
    }

    /** Refuses to move a picture by more than it is high or wide. */
    Planes require(String what, int pixels) throws SettingException {
        if (pixels >= height || pixels >= width) {
            throw new SettingException("%s must be less than the pictures' height and width, but is %d for %d×%d pictures: %d ≥ %d. Take %d or less."
                    .formatted(what, pixels, height, width, pixels, Math.min(height, width), Math.min(height, width) - 1));
        }
        return this;
    }

    int area() {
        return height * width;
    }

    int size() {
        return channels * height * width;
    }

    /** Every pixel becomes the one so far below and to the right; outside of the picture is the border. */
    void move(float[] values, int offset, float[] room, int down, int right, float border) {
        System.arraycopy(values, offset, room, 0, size());
        Arrays.fill(values, offset, offset + size(), border);
        int count = width - Math.abs(right);
        for (int row = 0; row < channels * height; row++) {
            int y = row % height + down;
            if (y >= 0 && y < height) {
                System.arraycopy(room, (row + down) * width + Math.max(0, right), values, offset + row * width + Math.max(0, -right), count);
            }
        }
    }

    /** Every pixel becomes the one so far below and to the right; outside of the picture is its mirror. */
    void moveMirrored(float[] values, int offset, float[] room, int down, int right) {
        System.arraycopy(values, offset, room, 0, size());
        for (int row = 0; row < channels * height; row++) {
            int from = (row / height * height + mirrored(row % height + down, height)) * width;
            for (int x = 0; x < width; x++) {
                values[offset + row * width + x] = room[from + mirrored(x + right, width)];
            }
        }
    }

    private static int mirrored(int place, int size) {
        return place < 0 ? -place : place >= size ? 2 * size - 2 - place : place;
    }
}
