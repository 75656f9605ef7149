package tadpole.engine.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Squares;

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
            values += Squares.sum(each.value().data(), each.size());
            gradients += Squares.sum(each.gradient().data(), each.size());
        }
        valueNorm = Math.sqrt(values);
        gradientNorm = Math.sqrt(gradients);
    }

    /** After the step for which it was kept. */
    Norms norms() {
        double updates = 0;
        for (int i = 0; i < parameters.size(); i++) {
            updates += Squares.ofDistance(parameters.get(i).value().data(), before.get(i), parameters.get(i).size());
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
}
