package tadpole.engine.picture;

import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Turns a picture the way its EXIF orientation says: 1 is upright, 2 to 4 are mirrored or upside down, 5 to 8 lie on their side. */
final class Upright {

    private Upright() {}

    /** Shape [c, h, w] for 1 to 4, [c, w, h] for 5 to 8. */
    static Tensor turn(Tensor lying, int orientation) {
        if (orientation == 1) {
            return lying;
        }
        int channels = lying.shape().at(0);
        int fromHeight = lying.shape().at(1);
        int fromWidth = lying.shape().at(2);
        boolean onSide = orientation >= 5;
        int height = onSide ? fromWidth : fromHeight;
        int width = onSide ? fromHeight : fromWidth;
        boolean fromBottom = orientation == 3 || orientation == 4 || orientation == 7 || orientation == 8;
        boolean fromRight = orientation == 2 || orientation == 3 || orientation == 6 || orientation == 7;
        Tensor upright = Tensor.zeros(Shape.of(channels, height, width));
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                int down = fromBottom ? height - 1 - y : y;
                for (int x = 0; x < width; x++) {
                    int along = fromRight ? width - 1 - x : x;
                    int fromY = onSide ? along : down;
                    int fromX = onSide ? down : along;
                    upright.data()[(c * height + y) * width + x] = lying.data()[(c * fromHeight + fromY) * fromWidth + fromX];
                }
            }
        }
        return upright;
    }
}
