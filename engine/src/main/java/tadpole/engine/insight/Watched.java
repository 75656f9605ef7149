package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;

/** One layer's parameters of one role, with room for what they were before a step. */
final class Watched {

    private final List<Parameter> parameters;
    private final List<float[]> before;
    private double valueNorm;
    private double gradientNorm;

    private Watched(List<Parameter> parameters) {
        this.parameters = parameters;
        this.before = parameters.stream().map(each -> new float[each.size()]).toList();
    }

    /** @param biases empty where the layer has none */
    record OfLayer(String name, Watched weights, Optional<Watched> biases) {}

    /** Every layer with weights, by the part of the parameters' names before the last dot. */
    static List<OfLayer> of(Network network) {
        Map<String, List<Parameter>> byLayer = new LinkedHashMap<>();
        for (Parameter each : network.parameters()) {
            byLayer.computeIfAbsent(each.name().substring(0, Math.max(0, each.name().lastIndexOf('.'))), _ -> new ArrayList<>()).add(each);
        }
        List<OfLayer> layers = new ArrayList<>();
        byLayer.forEach((name, all) -> {
            List<Parameter> biases = all.stream().filter(each -> each.role() == Parameter.Role.BIAS).toList();
            List<Parameter> weights = all.stream().filter(each -> each.role() == Parameter.Role.WEIGHT).toList();
            if (!weights.isEmpty()) {
                layers.add(new OfLayer(name, new Watched(weights), biases.isEmpty() ? Optional.empty() : Optional.of(new Watched(biases))));
            }
        });
        return layers;
    }

    void keep() {
        double values = 0;
        double gradients = 0;
        for (int i = 0; i < parameters.size(); i++) {
            Parameter each = parameters.get(i);
            System.arraycopy(each.value().data(), 0, before.get(i), 0, each.size());
            values += squares(each.value().data(), each.size());
            gradients += squares(each.gradient().data(), each.size());
        }
        valueNorm = Math.sqrt(values);
        gradientNorm = Math.sqrt(gradients);
    }

    /** After the step for which it was kept. */
    Norms norms() {
        double updates = 0;
        for (int i = 0; i < parameters.size(); i++) {
            updates += squaredDistance(parameters.get(i).value().data(), before.get(i), parameters.get(i).size());
        }
        return new Norms(valueNorm, gradientNorm, Math.sqrt(updates));
    }

    /** Of the largest parameter: a recurrent layer has several. */
    LayerHistograms histograms(long step, double epoch, String layer, Histogram gradients) {
        int i = largest();
        int size = parameters.get(i).size();
        return new LayerHistograms(step, epoch, layer, Histogram.of(before.get(i), size), gradients,
                Histogram.of(parameters.get(i).value().data(), before.get(i), size));
    }

    Histogram gradients() {
        Parameter largest = parameters.get(largest());
        return Histogram.of(largest.gradient().data(), largest.size());
    }

    private int largest() {
        int largest = 0;
        for (int i = 1; i < parameters.size(); i++) {
            largest = parameters.get(i).size() > parameters.get(largest).size() ? i : largest;
        }
        return largest;
    }

    /** Four sums at once: one chain of additions would wait for itself. */
    private static double squares(float[] values, int size) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int i = 0;
        for (; i + 3 < size; i += 4) {
            first += (double) values[i] * values[i];
            second += (double) values[i + 1] * values[i + 1];
            third += (double) values[i + 2] * values[i + 2];
            fourth += (double) values[i + 3] * values[i + 3];
        }
        for (; i < size; i++) {
            first += (double) values[i] * values[i];
        }
        return first + second + third + fourth;
    }

    private static double squaredDistance(float[] values, float[] others, int size) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < size; i += 2) {
            double one = (double) values[i] - others[i];
            double other = (double) values[i + 1] - others[i + 1];
            even += one * one;
            odd += other * other;
        }
        if (i < size) {
            double last = (double) values[i] - others[i];
            even += last * last;
        }
        return even + odd;
    }
}
