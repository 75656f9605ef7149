package tadpole.engine.insight;

import java.util.List;

/**
 * How many units behind ReLUs stayed silent, never above zero.
 *
 * @param samples that were asked
 * @param of      how many there are
 * @param layers  every ReLU, from the first on; none where the network has none
 */
public record Silence(int samples, int of, List<LayerSilence> layers) {

    public Silence {
        layers = List.copyOf(layers);
    }

    public int units() {
        return layers.stream().mapToInt(LayerSilence::units).sum();
    }

    public int silentUnits() {
        return layers.stream().mapToInt(LayerSilence::silentUnits).sum();
    }

    /** Between 0 and 1; 0 where there is no ReLU. */
    public double share() {
        return units() == 0 ? 0 : (double) silentUnits() / units();
    }
}
