package tadpole.engine.picture.harmonize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import tadpole.engine.picture.feature.FeatureCost;
import tadpole.engine.picture.feature.FeatureNetwork;
import tadpole.engine.picture.feature.FeatureRun;
import tadpole.engine.tensor.Device;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/**
 * How fast this machine takes pictures through a feature network and back.
 *
 * @param secondsPerMultiplyAdd of a way forward and back
 */
public record HarmonizeSpeed(double secondsPerMultiplyAdd) {

    /** Of the side of the square that is tried. */
    private static final int TRIAL = 96;
    /** Java computes tens of times slower until it has compiled the kernels, and all first tries may be alike: so many count for nothing. */
    private static final int FIRST = 8;
    private static final int COMPARED = 4;
    private static final int MOST = 40;
    /** Tries have settled where the last ones took at least this share of those before. */
    private static final double SETTLED = 0.75;

    /**
     * Tries until tries do not get faster; less than a second once the kernels are compiled. Not on the JavaFX thread.
     *
     * @param stopped asked between tries
     * @return empty where it was stopped
     */
    public static Optional<HarmonizeSpeed> measured(FeatureNetwork features, Device device, BooleanSupplier stopped) {
        String deepest = HarmonizeEstimate.deepest(features);
        FeatureRun run = new FeatureRun(features, List.of(deepest), device);
        Tensor pixels = Tensor.zeros(Shape.of(3, TRIAL, TRIAL));
        double multiplyAdds = FeatureCost.of(features, TRIAL, TRIAL, deepest).multiplyAdds();
        return settled(() -> {
            long begun = System.nanoTime();
            run.backward(run.forward(pixels));
            return (System.nanoTime() - begun) / 1e9;
        }, stopped).map(seconds -> new HarmonizeSpeed(seconds / multiplyAdds));
    }

    /** The median of the last tries, once they have settled. @param trial gives the seconds it took */
    static Optional<Double> settled(DoubleSupplier trial, BooleanSupplier stopped) {
        List<Double> all = new ArrayList<>();
        while (all.size() < MOST) {
            if (stopped.getAsBoolean()) {
                return Optional.empty();
            }
            all.add(trial.getAsDouble());
            int count = all.size();
            if (count >= FIRST + COMPARED && median(all, count) >= SETTLED * median(all, count - COMPARED)) {
                break;
            }
        }
        return Optional.of(median(all, all.size()));
    }

    /** Of the last ones before an end. */
    private static double median(List<Double> all, int end) {
        double[] last = all.subList(end - COMPARED, end).stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(last, (COMPARED - 1) / 2, COMPARED / 2 + 1).average().orElseThrow();
    }
}
