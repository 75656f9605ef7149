package tadpole.engine.picture.insight;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.SmallFeatures;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.proof.Drawn;
import tadpole.engine.tensor.Shape;

/** A small scene and a small network. */
public final class TestScenes {

    public static final int MIDDLE_Y = 40;
    public static final int MIDDLE_X = 50;
    private static final int HEIGHT = 80;
    private static final int WIDTH = 96;

    private TestScenes() {}

    public static Picture picture(int height, int width, int number) {
        return Picture.ofBytes("made " + number, Drawn.uniform(Shape.of(3, height, width), 0, 255, "scene " + number));
    }

    /** A round object in noise. */
    public static Scene scene() {
        Picture painting = picture(HEIGHT, WIDTH, 1);
        Picture object = picture(HEIGHT, WIDTH, 2);
        float[] tight = disk(18);
        var composite = painting.values().copy();
        for (int i = 0; i < composite.size(); i++) {
            float m = tight[i % tight.length];
            composite.data()[i] += m * (object.values().data()[i] - composite.data()[i]);
        }
        return new Scene(Picture.ofBytes("composite", composite), painting, new Mask(HEIGHT, WIDTH, tight), new Mask(HEIGHT, WIDTH, disk(24)));
    }

    private static float[] disk(double radius) {
        float[] values = new float[HEIGHT * WIDTH];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.hypot(i / WIDTH - MIDDLE_Y, i % WIDTH - MIDDLE_X) < radius ? 1 : 0;
        }
        return values;
    }

    /** relu1_1 to relu4_1. */
    public static FeatureNetwork features() {
        return SmallFeatures.vgg(VggWeights.Padding.ZEROS, VggWeights.Pooling.AVERAGE, new int[] {4}, new int[] {6}, new int[] {8}, new int[] {8});
    }
}
