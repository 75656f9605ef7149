package tadpole.engine.picture.finish;

import tadpole.engine.tensor.Tensor;

/** Colors pixel by pixel, so that a row of a patch is one run of numbers. */
record Pixels(int height, int width, float[] values) {

    /** @param colors [3,height,width]; copied */
    static Pixels of(Tensor colors) {
        int height = colors.shape().at(1);
        int width = colors.shape().at(2);
        int area = height * width;
        float[] values = new float[3 * area];
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < 3; c++) {
                values[3 * i + c] = colors.data()[c * area + i];
            }
        }
        return new Pixels(height, width, values);
    }

    /** Whether the patch around a pixel lies wholly inside. */
    boolean holds(int y, int x, int reach) {
        return y >= reach && x >= reach && y < height - reach && x < width - reach;
    }
}
