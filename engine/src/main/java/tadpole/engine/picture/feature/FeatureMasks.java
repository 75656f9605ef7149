package tadpole.engine.picture.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.layer.Network;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.tensor.Shape;

/**
 * A mask on the way that its picture goes through a feature network: at each convolution the mean of its window with zeros around, at each
 * pooling read between its places at the window's center (of a window of 2x2 the mean of four). Luan, Paris, Shechtman, Bala 2018, as
 * released, which takes the half rounded up at each pooling; here the mask of a layer is exactly as large as the layer's maps.
 */
public final class FeatureMasks {

    private FeatureMasks() {}

    /**
     * @param mask as large as the picture
     * @return for each layer its mask, of the height and width of its maps
     * @throws IllegalArgumentException in one sentence where the picture is too small for the deepest layer
     */
    public static Map<String, Mask> of(FeatureNetwork features, Mask mask, List<String> layers) {
        Map<String, Shape> shapes = features.shapes(mask.height(), mask.width(), layers);
        Map<String, Mask> masks = new HashMap<>();
        if (layers.isEmpty()) {
            return masks;
        }
        Mask passing = mask;
        String last = features.stageOf(features.deepest(layers));
        for (Network.Stage stage : features.network().upTo(last).stages()) {
            passing = through(StageWindow.of(stage), passing);
            for (String layer : layers) {
                if (features.stageOf(layer).equals(stage.name())) {
                    masks.put(layer, passing);
                }
            }
        }
        masks.forEach((layer, each) -> {
            Shape shape = shapes.get(layer);
            if (each.height() != shape.at(1) || each.width() != shape.at(2)) {
                throw new IllegalStateException("The mask of %s came out as %d×%d, but its maps are %s."
                        .formatted(layer, each.height(), each.width(), shape));
            }
        });
        return masks;
    }

    private static Mask through(StageWindow window, Mask mask) {
        return switch (window.kind()) {
            case CONVOLUTION -> window.size() == 1 && window.stride() == 1 ? mask : averaged(window, mask);
            case POOLING -> pooled(window, mask);
            case NONE -> mask;
        };
    }

    private static int places(StageWindow window, int pixels) {
        return (pixels + 2 * window.padding() - window.size()) / window.stride() + 1;
    }

    private static Mask averaged(StageWindow window, Mask mask) {
        int height = places(window, mask.height());
        int width = places(window, mask.width());
        float[] values = new float[height * width];
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                values[i * width + j] = mean(window, mask, i * window.stride() - window.padding(), j * window.stride() - window.padding());
            }
        }
        return new Mask(height, width, values);
    }

    private static float mean(StageWindow window, Mask mask, int top, int left) {
        double sum = 0;
        for (int y = Math.max(0, top); y < Math.min(mask.height(), top + window.size()); y++) {
            for (int x = Math.max(0, left); x < Math.min(mask.width(), left + window.size()); x++) {
                sum += mask.at(y, x);
            }
        }
        return (float) (sum / (window.size() * window.size()));
    }

    private static Mask pooled(StageWindow window, Mask mask) {
        int height = places(window, mask.height());
        int width = places(window, mask.width());
        float[] values = new float[height * width];
        double half = (window.size() - 1) / 2.0 - window.padding();
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                values[i * width + j] = between(mask, i * window.stride() + half, j * window.stride() + half);
            }
        }
        return new Mask(height, width, values);
    }

    private static float between(Mask mask, double y, double x) {
        int top = (int) Math.floor(y);
        int left = (int) Math.floor(x);
        double below = y - top;
        double right = x - left;
        double upper = (1 - right) * held(mask, top, left) + right * held(mask, top, left + 1);
        double lower = (1 - right) * held(mask, top + 1, left) + right * held(mask, top + 1, left + 1);
        return (float) ((1 - below) * upper + below * lower);
    }

    private static float held(Mask mask, int y, int x) {
        return mask.at(Math.clamp(y, 0, mask.height() - 1), Math.clamp(x, 0, mask.width() - 1));
    }
}
