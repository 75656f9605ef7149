package tadpole.engine.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tadpole.engine.kernel.Updates;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.ShapeException;
import tadpole.engine.tensor.Tensor;

/** What an optimizer remembers of each parameter, beside the number of steps; made at the first step, then used again. */
final class Memory {

    private static final String STEP = "step";

    private final List<String> names;
    private final double start;
    private final Map<String, Tensor> tensors = new LinkedHashMap<>();
    private List<Parameter> parameters = List.of();
    private Updates.Weights[] weights = {};
    private float[][][] arrays = {};
    private long steps;

    /** @param names of the tensors that stand beside each parameter, as in PyTorch */
    Memory(String... names) {
        this(0, names);
    }

    /** @param start what all numbers begin with */
    Memory(double start, String... names) {
        this.start = start;
        this.names = List.of(names);
    }

    /**
     * Begins a step on these parameters.
     *
     * @return its number, from 1
     * @throws ShapeException where a restored tensor does not have its parameter's shape
     */
    long begin(List<Parameter> of) {
        if (!of.equals(parameters)) {
            lay(of);
        }
        of.forEach(Parameter::gradient); // a cleared one writes its zeros only now
        return ++steps;
    }

    Updates.Weights weights(int parameter) {
        return weights[parameter];
    }

    /** @param name its place among the names */
    float[] of(int parameter, int name) {
        return arrays[parameter][name];
    }

    Map<String, Tensor> state() {
        if (steps == 0) {
            return Map.of();
        }
        Map<String, Tensor> state = new LinkedHashMap<>(tensors);
        state.put(STEP, Tensor.of(Shape.of(1), steps));
        return Collections.unmodifiableMap(state);
    }

    void restore(Map<String, Tensor> state) {
        state.keySet().forEach(this::requireKnown);
        tensors.clear();
        parameters = List.of();
        steps = 0;
        state.forEach((name, tensor) -> {
            if (name.equals(STEP)) {
                steps = (long) tensor.data()[0];
            } else {
                tensors.put(name, tensor.copy());
            }
        });
    }

    boolean remembers(String name) {
        return name.equals(STEP) || names.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private void requireKnown(String name) {
        if (!remembers(name)) {
            throw new IllegalArgumentException("This optimizer remembers %s and %s, but is given \"%s\"."
                    .formatted(String.join(", ", names), STEP, name));
        }
    }

    private void lay(List<Parameter> of) {
        parameters = List.copyOf(of);
        weights = new Updates.Weights[of.size()];
        arrays = new float[of.size()][names.size()][];
        for (int p = 0; p < of.size(); p++) {
            Parameter parameter = of.get(p);
            weights[p] = new Updates.Weights(parameter.value().data(), parameter.gradient().data(), parameter.size());
            for (int n = 0; n < names.size(); n++) {
                arrays[p][n] = tensor(parameter, names.get(n)).data();
            }
        }
    }

    private Tensor tensor(Parameter parameter, String name) {
        Tensor tensor = tensors.computeIfAbsent(parameter.name() + "." + name, _ -> {
            Tensor fresh = Tensor.zeros(parameter.shape());
            fresh.fill((float) start);
            return fresh;
        });
        if (!tensor.shape().equals(parameter.shape())) {
            throw new ShapeException("%s.%s is given as %s, but the parameter is %s."
                    .formatted(parameter.name(), name, tensor.shape(), parameter.shape()));
        }
        return tensor;
    }
}
