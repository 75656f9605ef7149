package tadpole.engine.inspect;

import java.util.List;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.Network;
import tadpole.engine.twin.DoubleTensor;
import tadpole.engine.twin.Gradients;

/**
 * The gradient of a convolution's input with the row of window (i, j) taken from i k + j, with k the kernel's width, where i w + j belongs,
 * with w the number of windows in a row: exact where both are equal, as at 5×5 with a 3×3 kernel, and wrong at every other size.
 */
final class RowsToImage {

    static final Mistake MISTAKE = new LayerMistake(
            new MistakeText("rowsToImage", "Rows to image with the wrong row length",
                    "A convolution that is exact on the example it was tried with.",
                    "Window (i, j) is row i · w + j of the matrix, w windows a row; here i · k + j with the kernel's width k. At 5×5 with a 3×3 kernel w = k = 3, and all looks right.",
                    "A published lesson on convolution in depth, in its function from rows to image."),
            List.of(Conv2d.RECIPE.type()), RowsToImage::way);

    private RowsToImage() {}

    private static WrongBackward.Way way(Network.Stage stage) {
        int kernel = stage.spec().settings().whole("kernel");
        int given = stage.spec().settings().whole("kernelWidth");
        int width = given == 0 ? kernel : given;
        return (right, x, dy, conditions) -> new Gradients(right.backward(x, moved(dy, width), conditions).input(), right.backward(x, dy, conditions).parameters());
    }

    /** What each window is given: beyond the last row the last row. */
    private static DoubleTensor moved(DoubleTensor dy, int kernelWidth) {
        int height = dy.shape().at(2);
        int width = dy.shape().at(3);
        DoubleTensor moved = DoubleTensor.zeros(dy.shape());
        for (int plane = 0; plane < dy.size() / (height * width); plane++) {
            for (int i = 0; i < height; i++) {
                for (int j = 0; j < width; j++) {
                    int row = Math.min(i * kernelWidth + j, height * width - 1);
                    moved.set(plane * height * width + i * width + j, dy.at(plane * height * width + row));
                }
            }
        }
        return moved;
    }
}
