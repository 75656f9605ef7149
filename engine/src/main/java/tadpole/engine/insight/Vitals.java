package tadpole.engine.insight;

import java.util.List;

/** What was measured inside of a network at one step, from the first layer on. */
public record Vitals(long step, double epoch, List<LayerVitals> layers) {

    public Vitals {
        layers = List.copyOf(layers);
    }
}
