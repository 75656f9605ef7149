package tadpole.app.pane.studio.inside;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.picture.harmonize.HarmonizePlan;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.recipe.SettingException;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A small scene and a small network. */
final class SmallScene {

    static final int MIDDLE_Y = 60;
    static final int MIDDLE_X = 80;
    private static final int HEIGHT = 120;
    private static final int WIDTH = 160;

    private SmallScene() {}

    /** Waves whose length and color depend on the number. */
    static Picture picture(int number) {
        return picture(HEIGHT, WIDTH, number);
    }

    private static Picture picture(int height, int width, int number) {
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int i = 0; i < values.size(); i++) {
            int channel = i / (height * width);
            int y = i % (height * width) / width;
            int x = i % width;
            values.data()[i] = (float) Math.rint(127 + 60 * Math.sin(x * 0.11 * number + channel) + 60 * Math.cos((y + x * 0.3) * 0.07 * (number + channel)));
        }
        return Picture.ofBytes("waves " + number, values);
    }

    static Picture darker() {
        Tensor values = picture(5).values().copy();
        for (int i = 0; i < values.size(); i++) {
            values.data()[i] /= 2;
        }
        return Picture.ofBytes("dark waves", values);
    }

    static Scene scene() {
        return scene(HEIGHT, WIDTH, 20);
    }

    static Scene large() {
        return scene(400, 520, 190);
    }

    private static Scene scene(int height, int width, double radius) {
        Picture painting = picture(height, width, 1);
        Tensor composite = painting.values().copy();
        Mask tight = disk(height, width, radius);
        for (int i = 0; i < composite.size(); i++) {
            composite.data()[i] += tight.values()[i % (height * width)] * (picture(1, 1, 2).values().data()[0] + i % 50 - composite.data()[i]);
        }
        return new Scene(Picture.ofBytes("composite", composite), painting, tight, disk(height, width, radius + 6));
    }

    static Mask mask() {
        return disk(HEIGHT, WIDTH, 20);
    }

    private static Mask disk(int height, int width, double radius) {
        float[] values = new float[height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.hypot(i / width - height / 2, i % width - width / 2) < radius ? 1 : 0;
        }
        return new Mask(height, width, values);
    }

    /** relu1_1 to relu4_1, of 4 to 8 maps. */
    static FeatureNetwork features() {
        return features(4, 6, 8, 8);
    }

    /** With so many maps at its first layer that nobody waits for a matching there. */
    static FeatureNetwork wide() {
        return features(64, 8, 8, 8);
    }

    static Settings atFullSize() {
        try {
            return HarmonizePlan.RECIPE.with(Map.of("size", 1024L)).settings();
        } catch (SettingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static FeatureNetwork features(int... widths) {
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (int out : widths) {
            blocks.add(List.of(convolution(out, in)));
            in = out;
        }
        return VggWeights.network("Small VGG", VggWeights.standardized(new double[] {0.5, 0.45, 0.4}, new double[] {0.25, 0.24, 0.26}), blocks, VggWeights.Padding.ZEROS, VggWeights.Pooling.AVERAGE);
    }

    private static Convolution convolution(int out, int in) {
        Tensor weight = Tensor.zeros(Shape.of(out, in, 3, 3));
        for (int i = 0; i < weight.size(); i++) {
            weight.data()[i] = (float) (Math.sin(i * 12.9898 + out) * Math.sqrt(2.0 / (9 * in)));
        }
        Tensor bias = Tensor.zeros(Shape.of(out));
        bias.fill(0.05f);
        return new Convolution(weight, bias);
    }
}
