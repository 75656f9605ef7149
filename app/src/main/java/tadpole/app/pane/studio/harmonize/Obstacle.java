package tadpole.app.pane.studio.harmonize;

import java.util.Optional;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.studio.Composition;

/** What stands in the way of a harmonization, in one sentence that says what to do. */
final class Obstacle {

    /** Smaller spots have no room for a stroke: one place of the deepest layer stands for as many pixels. */
    private static final int LEAST_SIDE = 8;

    private Obstacle() {}

    /** Empty where there is none. */
    static String of(Composition layers, Optional<FeatureNetwork> features) {
        String inLayers = of(layers);
        return !inLayers.isEmpty() || features.isPresent() ? inLayers : "The feature network is not read yet: wait a moment, or choose one under Features.";
    }

    private static String of(Composition layers) {
        if (layers.object().isEmpty()) {
            return "There is no object yet: open one and place it on the painting.";
        }
        Reach reach = Reach.of(layers);
        if (reach.selected() == 0) {
            return "The mask is empty: paint over the object with the brush.";
        }
        if (reach.showing() == 0) {
            return "The object lies outside the mask: move it there, or paint the mask over it.";
        }
        if (reach.showing() < LEAST_SIDE * LEAST_SIDE) {
            return "Only %d pixel%s of the object show%s, at least %d are needed: paint more of the mask.".formatted(reach.showing(),
                    reach.showing() == 1 ? "" : "s", reach.showing() == 1 ? "s" : "", LEAST_SIDE * LEAST_SIDE);
        }
        return reach.showing() == layers.mask().values().length ? "The object covers the whole painting: leave some of it free, the strokes are taken from there."
                : "";
    }
}
