package tadpole.engine.picture.harmonize;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Tensor;

/** Lays what was worked out over the painting at the scene's own size. */
final class Layover {

    private final Scene scene;
    private final Mask soft;
    private final Device device;

    /** @param ragged how far the edge may follow the painting's strokes, in percent of the longer side */
    Layover(Scene scene, double ragged, Device device) {
        this.scene = scene;
        int reach = (int) Math.round(ragged / 100 * Math.max(scene.height(), scene.width()));
        this.soft = reach == 0 ? MaskSteps.composing(scene.tight()) : RaggedEdge.of(scene.tight(), scene.painting(), reach);
        this.device = device;
    }

    Picture shown(WorkArea area, Tensor pixels) {
        return of(area.enlarged(scene, pixels, device));
    }

    /** @param whole [3, the scene's height, width]; not changed */
    Picture of(Tensor whole) {
        Tensor made = Tensor.zeros(whole.shape());
        float[] painting = scene.painting().values().data();
        int places = scene.height() * scene.width();
        device.run(3, channel -> {
            for (int i = 0; i < places; i++) {
                float m = soft.values()[i];
                int at = channel * places + i;
                made.data()[at] = Math.clamp(whole.data()[at] * m + painting[at] * (1 - m), 0, 255);
            }
        });
        return Picture.ofBytes(scene.composite().name(), made);
    }
}
