package tadpole.engine.insight;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What was measured inside of a network at one step.
 *
 * @param step     from 1
 * @param epoch    with its fraction, after the step
 * @param layers   those with parameters, from the first on
 * @param rate     that the step used; NaN where nobody said
 * @param momentum that the step used; empty where the optimizer has none
 */
public record Vitals(long step, double epoch, List<LayerVitals> layers, double rate, OptionalDouble momentum) {

    public Vitals {
        layers = List.copyOf(layers);
    }

    /** Of a step whose rate nobody said. */
    public Vitals(long step, double epoch, List<LayerVitals> layers) {
        this(step, epoch, layers, Double.NaN, OptionalDouble.empty());
    }
}
