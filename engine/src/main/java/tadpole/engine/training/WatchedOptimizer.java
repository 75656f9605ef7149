package tadpole.engine.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.optimizer.Step;
import tadpole.engine.recipe.Spec;
import tadpole.engine.surface.Reading;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/** An optimizer that keeps what every number was before and after its last step; its steps are those of the one it watches. */
final class WatchedOptimizer implements Optimizer {

    private final Spec spec;
    private final Optimizer watched;
    private Kept kept = new Kept();

    WatchedOptimizer(Spec spec, Optimizer watched) {
        this.spec = spec;
        this.watched = watched;
    }

    /** Copies in rooms that are used again. */
    private static final class Kept {
        private final Map<String, Tensor> value = new LinkedHashMap<>();
        private final Map<String, Tensor> gradient = new LinkedHashMap<>();
        private final Map<String, Tensor> after = new LinkedHashMap<>();
        private final Map<String, Tensor> stateBefore = new LinkedHashMap<>();
        private final Map<String, Tensor> stateAfter = new LinkedHashMap<>();
        private List<Parameter> parameters = List.of();
        private double rate;
        private OptionalDouble momentum = OptionalDouble.empty();
        private long step;
    }

    @Override
    public synchronized void step(Step step) {
        kept.parameters = step.parameters();
        kept.rate = step.rate();
        kept.momentum = step.momentum();
        step.parameters().forEach(each -> {
            keep(kept.value, each.name(), each.value());
            keep(kept.gradient, each.name(), each.gradient());
        });
        watched.state().forEach((name, tensor) -> keep(kept.stateBefore, name, tensor));
        watched.step(step);
        step.parameters().forEach(each -> keep(kept.after, each.name(), each.value()));
        watched.state().forEach((name, tensor) -> keep(kept.stateAfter, name, tensor));
        kept.step++;
    }

    private static void keep(Map<String, Tensor> into, String name, Tensor tensor) {
        Tensor room = into.get(name);
        if (room == null || !room.shape().equals(tensor.shape())) {
            into.put(name, tensor.copy());
        } else {
            room.set(tensor);
        }
    }

    /** Whether a step was made. */
    synchronized boolean hasStepped() {
        return kept.step > 0;
    }

    /**
     * Of the last step.
     *
     * @throws IllegalStateException before the first step
     */
    synchronized Reading read(Weight weight) {
        if (!hasStepped()) {
            throw new IllegalStateException("There is nothing to read before the first step.");
        }
        Parameter parameter = kept.parameters.stream().filter(each -> each.name().equals(weight.parameter())).findFirst().orElseThrow();
        int i = weight.index();
        return new Reading(spec, weight.parameter(), parameter.role() == Parameter.Role.BIAS, kept.step, kept.rate, kept.momentum,
                kept.gradient.get(parameter.name()).data()[i], kept.value.get(parameter.name()).data()[i],
                kept.after.get(parameter.name()).data()[i], state(kept.stateBefore, parameter, i), state(kept.stateAfter, parameter, i));
    }

    /** Tensors of the parameter's own size only: what is remembered of all together has no share of one number. */
    private static Map<String, Float> state(Map<String, Tensor> of, Parameter parameter, int index) {
        Map<String, Float> numbers = new LinkedHashMap<>();
        of.forEach((name, tensor) -> {
            if (name.startsWith(parameter.name() + ".") && tensor.size() == parameter.size()) {
                numbers.put(name.substring(parameter.name().length() + 1), tensor.data()[index]);
            }
        });
        return numbers;
    }

    /** Of all weights, biases left out, the one with the greatest gradient in the last step; the first of equals. */
    synchronized Weight steepest() {
        Weight steepest = new Weight(kept.parameters.getFirst().name(), 0);
        float most = -1;
        for (Parameter each : kept.parameters) {
            float[] g = kept.gradient.get(each.name()).data();
            for (int i = 0; each.role() == Parameter.Role.WEIGHT && i < each.size(); i++) {
                if (Math.abs(g[i]) > most) {
                    most = Math.abs(g[i]);
                    steepest = new Weight(each.name(), i);
                }
            }
        }
        return steepest;
    }

    @Override
    public boolean evaluates() {
        return watched.evaluates();
    }

    @Override
    public OptionalDouble momentum() {
        return watched.momentum();
    }

    @Override
    public Map<String, Tensor> state() {
        return watched.state();
    }

    @Override
    public void restore(Map<String, Tensor> state) {
        watched.restore(state);
        kept = new Kept();
    }

    @Override
    public boolean remembers(String name) {
        return watched.remembers(name);
    }
}
