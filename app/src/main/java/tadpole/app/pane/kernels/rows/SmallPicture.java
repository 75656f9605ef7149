package tadpole.app.pane.kernels.rows;

import tadpole.engine.picture.Picture;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Five by five pixels in color with values of 0 to 9, so that every product can be done in the head: a red corner, a green cross, a blue edge. */
final class SmallPicture {

    private static final String RED = "98400 87300 54210 21100 00000";
    private static final String GREEN = "10501 02920 59895 02920 10501";
    private static final String BLUE = "00136 00247 01358 02469 13579";
    private static final int SIDE = 5;

    private SmallPicture() {}

    static Picture made() {
        String digits = (RED + GREEN + BLUE).replace(" ", "");
        Tensor values = Tensor.zeros(Shape.of(3, SIDE, SIDE));
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] = digits.charAt(i) - '0';
        }
        return new Picture("5×5 in color", values, 0, 9);
    }
}
