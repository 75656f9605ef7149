package tadpole.engine.picture.feature;

import java.util.List;
import tadpole.engine.layer.Conv2d;
import tadpole.engine.layer.MaxPool2d;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Shape;

/**
 * What a {@link FeatureRun} needs for pictures of one size, told before it begins.
 *
 * @param bytes        that stay on the heap after one way forward and back: maps, gradients, weights as the kernels read them, work memory
 * @param multiplyAdds of one way forward and back to the pixels
 */
public record FeatureCost(long bytes, long multiplyAdds) {

    /** Work memory of the kernels that is the same for all sizes, and what Java adds to large arrays (measured: 20 to 80 MB). */
    private static final long WORK = 70_000_000;
    /** Numbers of a transformed 3x3 kernel, and from how many channels on kernels are transformed: Winograd's F(4x4, 3x3). */
    private static final int TRANSFORMED = 36;
    private static final int MANY_CHANNELS = 16;

    /** @throws IllegalArgumentException in one sentence where the picture is too small */
    public static FeatureCost of(FeatureNetwork features, int height, int width, String deepest) {
        features.shapes(height, width, List.of(deepest));
        List<Shape> outputs = features.stageShapes(height, width, deepest);
        Shape input = Shape.of(features.network().input().at(0), height, width);
        long numbers = 0;
        long multiplyAdds = 0;
        long largest = input.size();
        long framed = 0;
        long copied = 0;
        for (int i = 0; i < outputs.size(); i++) {
            Network.Stage stage = features.network().stages().get(i);
            Shape before = i == 0 ? input : outputs.get(i - 1);
            Shape after = outputs.get(i);
            StageWindow window = StageWindow.of(stage);
            largest = Math.max(largest, after.size());
            if (stage.spec().type().equals(Conv2d.RECIPE.type())) {
                int weights = stage.layer().parameters().getFirst().size();
                numbers += after.size() + prepared(stage, window, weights);
                multiplyAdds += 2L * weights * after.at(1) * after.at(2);
                if (!isTransformed(stage, window)) {
                    copied = Math.max(copied, Math.max(before.size(), after.size()));
                }
                if (window.padding() > 0 && !stage.spec().settings().choice("paddingMode").equals("zeros")) {
                    framed = Math.max(framed, (long) before.at(0) * (before.at(1) + 2 * window.padding()) * (before.at(2) + 2 * window.padding()));
                }
            } else if (window.kind() == StageWindow.Kind.POOLING) {
                numbers += stage.spec().type().equals(MaxPool2d.RECIPE.type()) ? 2L * after.size() : after.size();
            }
        }
        return new FeatureCost(4 * (numbers + 2 * largest + framed + copied) + WORK, multiplyAdds);
    }

    /** Weights in the form that the kernels read on the way forward, and once more on the way back. */
    private static long prepared(Network.Stage stage, StageWindow window, int weights) {
        return 2L * (isTransformed(stage, window) ? (long) weights / 9 * TRANSFORMED : weights);
    }

    /** Whether it needs no copy of the whole picture in its frame. */
    private static boolean isTransformed(Network.Stage stage, StageWindow window) {
        Shape shape = stage.layer().parameters().getFirst().shape();
        return window.size() == 3 && window.stride() == 1 && Math.min(shape.at(0), shape.at(1)) >= MANY_CHANNELS;
    }
}
