package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.GaussianBlur;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;

/**
 * A mask for composing whose edge is broken by the painting's strokes: near the edge, those that are lighter than what is around them lie over
 * the object. Beyond the mask for composing nothing shows; thin parts are cut less.
 */
final class RaggedEdge {

    /** How steeply a stroke covers, by its lightness over the usual difference of the painting. */
    private static final double STEEP = 2;

    private RaggedEdge() {}

    /** @param reach how far into the object strokes may lie over it, in pixels; at least 1 */
    static Mask of(Mask tight, Picture painting, int reach) {
        int height = tight.height();
        int width = tight.width();
        float[] strokes = strokes(painting, reach);
        float[] wide = GaussianBlur.of(reach / 2.0).of(tight.values(), height, width);
        float[] composing = MaskSteps.composing(tight).values();
        float[] ragged = new float[composing.length];
        double squares = 0;
        double places = 1e-9;
        for (int i = 0; i < ragged.length; i++) {
            if (wide[i] > 0) {
                squares += strokes[i] * strokes[i];
                places++;
            }
        }
        double usual = Math.sqrt(squares / places) + 1;
        for (int i = 0; i < ragged.length; i++) {
            double near = 4 * wide[i] * (1 - wide[i]) * Math.min(1, 2 * wide[i]);
            ragged[i] = (float) (composing[i] * (1 - Math.clamp(near, 0.0, 1.0) * Math.clamp(STEEP * strokes[i] / usual, 0.0, 1.0)));
        }
        return new Mask(height, width, ragged);
    }

    /** How much lighter each pixel is than its neighborhood, in gray levels. */
    private static float[] strokes(Picture painting, int reach) {
        int area = painting.height() * painting.width();
        float[] gray = new float[area];
        for (int i = 0; i < area; i++) {
            for (int c = 0; c < 3; c++) {
                gray[i] += painting.values().data()[c * area + i] / 3;
            }
        }
        float[] around = GaussianBlur.of(reach).of(gray, painting.height(), painting.width());
        float[] fine = GaussianBlur.of(1).of(gray, painting.height(), painting.width());
        for (int i = 0; i < area; i++) {
            fine[i] -= around[i];
        }
        return fine;
    }
}
