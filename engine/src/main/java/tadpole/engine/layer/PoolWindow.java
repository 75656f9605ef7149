package tadpole.engine.layer;

import java.util.List;
import tadpole.engine.kernel.Pooling;
import tadpole.engine.kernel.PoolingShape;
import tadpole.engine.kernel.Sides;
import tadpole.engine.recipe.Setting;
import tadpole.engine.recipe.Settings;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** The square window of both poolings. */
record PoolWindow(Window window) {

    static final List<Setting> SETTINGS = List.of(
            new Setting.Whole("kernel", "Window", 2L, 1, 1024, "pixels", "How high and wide a window is. Default 2."),
            new Setting.Whole("stride", "Stride", 2L, 1, 1024, "pixels", "How far it is from window to window. Default 2."),
            new Setting.Whole("padding", "Padding", 0L, 0, 512, "pixels",
                    "How far windows reach over the picture's edge, at most half a window. Default 0."));

    static PoolWindow of(Settings settings, Shape input) {
        int size = settings.whole("kernel");
        int padding = settings.whole("padding");
        if (2 * padding > size) {
            throw new ShapeException("padding may be at most half the window, but 2 · %d > %d. Take a padding of at most %d."
                    .formatted(padding, size, size / 2));
        }
        PoolWindow made = new PoolWindow(new Window("window", size, size, settings.whole("stride"), Sides.of(padding), 1));
        made.over(input);
        return made;
    }

    Shape over(Shape picture) {
        Window.requirePicture(picture);
        return window.over(picture, picture.at(0));
    }

    Shape overBatch(Tensor x) {
        return over(x.shape().perSample()).batchOf(x.shape().at(0));
    }

    Pooling kernel(Tensor x, Pass pass) {
        Shape batch = x.shape();
        PoolingShape shape = new PoolingShape(batch.at(0), batch.at(1), batch.at(2), batch.at(3), window.height(),
                window.stride(), window.around().top());
        return pass.kept("kernel", shape, pass.kernels()::pooling);
    }
}
