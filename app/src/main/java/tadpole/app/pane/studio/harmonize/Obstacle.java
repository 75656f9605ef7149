package tadpole.app.pane.studio.harmonize;

import java.util.List;
import java.util.Optional;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.mask.Mask;
import tadpole.engine.picture.studio.Composition;
import tadpole.engine.picture.studio.Placement;

/** What stands in the way of a harmonization, in one sentence that says what to do. */
final class Obstacle {

    /** Smaller spots have no room for a stroke: one place of the deepest layer stands for as many pixels. */
    private static final int LEAST_SIDE = 8;

    private static final List<String> NEEDED = List.of("relu1_1", "relu2_1", "relu3_1", "relu4_1");

    private Obstacle() {}

    /** Empty where there is none. */
    static String of(Composition layers, Optional<FeatureNetwork> features) {
        String inLayers = of(layers);
        return inLayers.isEmpty() ? of(features) : inLayers;
    }

    private static String of(Optional<FeatureNetwork> features) {
        if (features.isEmpty()) {
            return "The feature network is not read yet: wait a moment, or choose one under Features.";
        }
        FeatureNetwork network = features.get();
        return NEEDED.stream().filter(layer -> !network.has(layer)).findFirst()
                .map(missing -> "%s has no layer %s: choose a deeper network under Features.".formatted(network.name(), missing)).orElse("");
    }

    private static String of(Composition layers) {
        if (layers.object().isEmpty()) {
            return "There is no object yet: open one and place it on the painting.";
        }
        Mask mask = layers.mask();
        if (mask.isEmpty()) {
            return "The mask is empty: paint over the object with the brush.";
        }
        int selected = 0;
        boolean touched = false;
        Reach reach = new Reach(layers.object().get(), layers.placement());
        for (int i = 0; i < mask.values().length; i++) {
            if (mask.values()[i] >= 0.5f) {
                selected++;
                touched = touched || reach.holds(i % mask.width() + 0.5, i / mask.width() + 0.5);
            }
        }
        if (!touched) {
            return "The object lies outside the mask: move it there, or paint the mask over it.";
        }
        if (selected < LEAST_SIDE * LEAST_SIDE) {
            return "The mask selects only %d pixel%s, at least %d are needed: paint more of the object.".formatted(selected, selected == 1 ? "" : "s",
                    LEAST_SIDE * LEAST_SIDE);
        }
        return selected == mask.values().length ? "The mask covers the whole painting: leave some of it free, the strokes are taken from there." : "";
    }

    /** Where an object lies. */
    private record Reach(Picture object, Placement placement) {

        boolean holds(double x, double y) {
            double angle = Math.toRadians(placement.degrees());
            double dx = (x - placement.x()) / placement.scale();
            double dy = (y - placement.y()) / placement.scale();
            double across = Math.cos(angle) * dx + Math.sin(angle) * dy;
            double down = Math.cos(angle) * dy - Math.sin(angle) * dx;
            return Math.abs(across) <= 0.5 * object.width() && Math.abs(down) <= 0.5 * object.height();
        }
    }
}
