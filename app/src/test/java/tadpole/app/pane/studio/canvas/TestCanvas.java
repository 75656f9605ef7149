package tadpole.app.pane.studio.canvas;

import java.util.Optional;
import tadpole.app.job.Jobs;
import tadpole.app.pane.studio.StudioDocument;
import tadpole.app.shell.Desk;
import tadpole.app.shell.Messages;
import tadpole.app.shell.Theme;
import tadpole.app.shell.Workspace;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.Shapes;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** A canvas without a window, on the calling thread. */
final class TestCanvas {

    final StudioDocument document = new StudioDocument();
    final Messages messages = new Messages();
    final CanvasModel model = new CanvasModel(document, new Desk(new Workspace(), new Jobs(Runnable::run), Device.plain(), messages,
            new Theme(Theme.Kind.LIGHT), _ -> { }), Runnable::run, Runnable::run);

    /** A painting of 90 by 60 pixels with a red object of 20 by 10 in its middle and a mask around that. */
    static TestCanvas opened() {
        TestCanvas canvas = new TestCanvas();
        canvas.document.open(Optional.of(composition()));
        return canvas;
    }

    static Composition composition() {
        return new Composition(plain("painting", 60, 90, 10, 60, 200), Optional.of(plain("object", 10, 20, 250, 20, 20)), new Placement(45, 30, 1, 0, false),
                Shapes.rectangle(60, 90, 35, 25, 55, 35));
    }

    static Picture plain(String name, int height, int width, float red, float green, float blue) {
        float[] values = new float[3 * height * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < height * width ? red : i < 2 * height * width ? green : blue;
        }
        return Picture.ofBytes(name, Tensor.of(Shape.of(3, height, width), values));
    }

    Composition now() {
        return document.composition().orElseThrow();
    }

    Mask mask() {
        return now().mask();
    }

    /** 0xRRGGBB of what is drawn there. */
    int color(int y, int x) {
        CanvasSheet sheet = model.layers().sheetProperty().get().orElseThrow();
        return sheet.colors()[y * sheet.width() + x] & 0xFFFFFF;
    }

    void stroke(double... points) {
        model.maskHand().press(points[0], points[1], false);
        for (int i = 2; i < points.length; i += 2) {
            model.maskHand().drag(points[i], points[i + 1], false);
        }
        model.maskHand().release(false);
    }
}
