package tadpole.engine.layer;

import tadpole.engine.kernel.Sides;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;

/**
 * What slides over a picture: as many places along an axis of n pixels, with so many around it before and after, as
 * floor((n + before + after - dilation (size - 1) - 1) / stride) + 1.
 *
 * @param what its name in sentences: "kernel", "window"
 */
record Window(String what, int height, int width, int stride, Sides around, int dilation) {

    /** The shape of so many channels, one number for each place on a picture. */
    Shape over(Shape picture, int channels) {
        return Shape.of(channels, places(picture, picture.at(1), height, around.top(), around.bottom()),
                places(picture, picture.at(2), width, around.left(), around.right()));
    }

    /** @throws ShapeException where the input is no picture */
    static void requirePicture(Shape input) {
        if (input.rank() != 3) {
            throw new ShapeException("takes pictures as channels×height×width, but is given %s.%s"
                    .formatted(input, input.rank() == 1 ? " Put it before the flatten layer." : ""));
        }
    }

    private int places(Shape picture, int pixels, int size, int before, int after) {
        int padded = pixels + before + after;
        int places = Math.floorDiv(padded - dilation * (size - 1) - 1, stride) + 1;
        if (places < 1) {
            String sum = before == after ? "%d+2·%d".formatted(pixels, before) : "%d+%d+%d".formatted(pixels, before, after);
            String less = dilation == 1 ? "-" + size : "-%d·(%d-1)-1".formatted(dilation, size);
            throw new ShapeException("a %d×%d %s%s does not fit a %d×%d input with padding %s: floor((%s)/%d)+1 = %d. Take a %s of at most %d.".formatted(
                    height, width, what, dilation == 1 ? "" : " with dilation " + dilation, picture.at(1), picture.at(2),
                    padding(), sum + less, stride, places, what, (padded - 1) / dilation + 1));
        }
        return places;
    }

    private String padding() {
        return around.areEqual() ? Integer.toString(around.top())
                : "%d above, %d below, %d at the left and %d at the right".formatted(around.top(), around.bottom(), around.left(), around.right());
    }
}
