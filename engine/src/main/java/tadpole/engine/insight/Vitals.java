package tadpole.engine.insight;

import java.util.List;

/**
 * What was measured inside of a network at one step.
 *
 * @param step   from 1
 * @param epoch  with its fraction, after the step
 * @param layers those with parameters, from the first on
 */
public record Vitals(long step, double epoch, List<LayerVitals> layers) {

    public Vitals {
        layers = List.copyOf(layers);
    }
}
