package tadpole.engine.picture.style;

import java.util.ArrayList;
import java.util.List;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.Resize;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Content and styles at the sizes of a style transfer, from the smallest. */
record StyleSizes(StyleOrder order, Device device) {

    /** The longer sides; one below 16 pixels is left out. */
    List<Integer> longSides() {
        List<Integer> sides = new ArrayList<>();
        int side = order.settings().whole("size");
        for (int level = 0; level < order.settings().whole("levels") && (level == 0 || side >= 16); level++) {
            sides.addFirst(side);
            side = Math.ceilDiv(side, 2);
        }
        return sides;
    }

    int iterations(int level) {
        Settings settings = order.settings();
        return settings.whole(level == 0 ? "iterations" : "iterationsThen");
    }

    int allIterations() {
        int all = 0;
        for (int level = 0; level < longSides().size(); level++) {
            all += iterations(level);
        }
        return all;
    }

    /** In its own colors. */
    Tensor content(int level) {
        return pixels(order.content(), longSides().get(level));
    }

    /** What the level works toward: in gray where the colors are kept. */
    Tensor contentGoal(int level) {
        return keepsColors() ? Luminance.gray(content(level)) : content(level);
    }

    /** So large beside the content as the style scale says. */
    List<Tensor> styleGoals(int level) {
        int side = (int) Math.max(1, Math.round(longSides().get(level) * order.settings().decimal("styleScale")));
        Tensor content = contentGoal(level);
        return order.styles().stream().map(style -> {
            Tensor pixels = pixels(style.picture(), side);
            return keepsColors() ? Luminance.matched(Luminance.gray(pixels), content) : pixels;
        }).toList();
    }

    boolean keepsColors() {
        return order.settings().on("keepColors");
    }

    private Tensor pixels(Picture picture, int longSide) {
        Tensor values = Resize.toLongSide(picture, longSide, device).colored().values();
        return picture.isColored() ? values.copy() : values;
    }
}
