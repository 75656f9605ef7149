package tadpole.app.pane.studio.inside;

import tadpole.engine.picture.Picture;
import tadpole.engine.picture.harmonize.Scene;
import tadpole.engine.picture.mask.MaskSteps;
import tadpole.engine.picture.studio.Composition;

/** Until the canvas makes scenes. */
final class StandIn {

    private StandIn() {}

    static Scene scene(Composition layers) {
        Picture composite = layers.object().filter(each -> each.height() == layers.painting().height() && each.width() == layers.painting().width())
                .orElse(layers.painting());
        return new Scene(composite, layers.painting(), layers.mask(), MaskSteps.dilated(layers.mask(), Math.max(layers.mask().height(), layers.mask().width())));
    }
}
