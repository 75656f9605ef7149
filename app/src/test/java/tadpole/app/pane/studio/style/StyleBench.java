package tadpole.app.pane.studio.style;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.VggWeights;
import tadpole.engine.picture.feature.VggWeights.Convolution;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A small network and small pictures. */
final class StyleBench {

    private StyleBench() {}

    static FeatureNetwork features() {
        SplittableRandom random = new SplittableRandom(6);
        List<List<Convolution>> blocks = new ArrayList<>();
        int in = 3;
        for (int out : new int[] {8, 8, 8}) {
            Tensor weight = Tensor.zeros(Shape.of(out, in, 3, 3));
            for (int i = 0; i < weight.size(); i++) {
                weight.data()[i] = (float) (random.nextDouble(-1, 1) * Math.sqrt(6.0 / (9 * in)));
            }
            blocks.add(List.of(new Convolution(weight, Tensor.zeros(Shape.of(out)))));
            in = out;
        }
        return VggWeights.network("Small network", VggWeights.standardized(new double[] {0.5, 0.5, 0.5}, new double[] {0.25, 0.25, 0.25}), blocks,
                VggWeights.Padding.REFLECT, VggWeights.Pooling.AVERAGE);
    }

    static Picture picture(String name, int height, int width, int period) {
        Tensor values = Tensor.zeros(Shape.of(3, height, width));
        for (int i = 0; i < values.size(); i++) {
            int y = i / width % height;
            values.data()[i] = (y / period + i % width / period + i / (height * width)) % 3 * 110 + 15;
        }
        return Picture.ofBytes(name, values);
    }
}
