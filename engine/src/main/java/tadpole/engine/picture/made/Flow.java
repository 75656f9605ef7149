package tadpole.engine.picture.made;

import tadpole.engine.picture.Picture;

/**
 * Where brushes go: along the edges of what is painted (the direction in which its brightness changes least, by the smoothed structure
 * tensor), and along a given current where nothing changes.
 */
final class Flow {

    /** The current's direction at a place in heights of the picture, in radians, clockwise from the right. */
    @FunctionalInterface
    interface Current {
        double angle(double x, double y);
    }

    private final int height;
    private final Field cosines;
    private final Field sines;

    /** @param calm how strongly the current counts against edges: 0 not at all */
    Flow(Picture picture, double sigma, Current current, double calm) {
        this.height = picture.height();
        Field light = Field.channel(picture.gray(), 0).blurred(sigma / 2);
        int width = light.width;
        Field xx = new Field(height, width);
        Field yy = new Field(height, width);
        Field xy = new Field(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float dx = light.at(y, x + 1) - light.at(y, x - 1);
                float dy = light.at(y + 1, x) - light.at(y - 1, x);
                xx.values[y * width + x] = dx * dx;
                yy.values[y * width + x] = dy * dy;
                xy.values[y * width + x] = dx * dy;
            }
        }
        xx = xx.blurred(sigma);
        yy = yy.blurred(sigma);
        xy = xy.blurred(sigma);
        cosines = new Field(height, width);
        sines = new Field(height, width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                double given = 2 * current.angle((x + 0.5) / height, (y + 0.5) / height);
                cosines.values[i] = (float) (yy.values[i] - xx.values[i] + calm * StrictMath.cos(given));
                sines.values[i] = (float) (-2 * xy.values[i] + calm * StrictMath.sin(given));
            }
        }
    }

    /** In radians, clockwise from the right, up to half a turn; at a pixel. */
    double angle(double y, double x) {
        return 0.5 * StrictMath.atan2(sines.at(y, x), cosines.at(y, x));
    }
}
