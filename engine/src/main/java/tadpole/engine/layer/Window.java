package tadpole.engine.layer;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/**
 * What slides over a picture: as many places along an axis of n pixels as
 * floor((n + 2 padding - dilation (size - 1) - 1) / stride) + 1.
 *
 * @param what its name in sentences: "kernel", "window"
 */
record Window(String what, int height, int width, int stride, int padding, int dilation) {

    /** The shape of so many channels, one number for each place on a picture. */
    Shape over(Shape picture, int channels) {
        return Shape.of(channels, places(picture, 1, height), places(picture, 2, width));
    }

    /** @throws ShapeException where the input is no picture */
    static void requirePicture(Shape input) {
        if (input.rank() != 3) {
            throw new ShapeException("takes pictures as channels×height×width, but is given %s.%s"
                    .formatted(input, input.rank() == 1 ? " Put it before the flatten layer." : ""));
        }
    }

    private int places(Shape picture, int axis, int size) {
        int pixels = picture.at(axis);
        int places = Math.floorDiv(pixels + 2 * padding - dilation * (size - 1) - 1, stride) + 1;
        if (places < 1) {
            throw new ShapeException("a %d×%d %s%s does not fit a %d×%d input with padding %d: floor((%s)/%d)+1 = %d. Take a %s of at most %d.".formatted(
                    height, width, what, dilation == 1 ? "" : " with dilation " + dilation, picture.at(1), picture.at(2),
                    padding, sum(pixels, size), stride, places, what, (pixels + 2 * padding - 1) / dilation + 1));
        }
        return places;
    }

    private String sum(int pixels, int size) {
        return dilation == 1
                ? "%d+2·%d-%d".formatted(pixels, padding, size)
                : "%d+2·%d-%d·(%d-1)-1".formatted(pixels, padding, dilation, size);
    }
}
