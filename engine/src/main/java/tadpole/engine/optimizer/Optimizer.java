package tadpole.engine.optimizer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.tensor.Tensor;

/** Moves parameters along their gradients. */
public interface Optimizer {

    /**
     * One step on all parameters by the gradients they hold. The gradients may be changed (weight decay adds to them).
     * Each parameter is told that it was {@linkplain tadpole.engine.tensor.Parameter#changed changed}.
     */
    void step(Step step);

    /** Whether a step may ask its batch again, and so may take long and try several places before it stays at one. */
    default boolean evaluates() {
        return false;
    }

    /**
     * Its own momentum, which a schedule may move: what the velocity keeps, or for Adam beta1, as PyTorch's schedules
     * take it; empty where it has none.
     */
    default OptionalDouble momentum() {
        return OptionalDouble.empty();
    }

    /**
     * What it remembers from step to step, named as in PyTorch, such as "linear1.weight.exp_avg", and "step"; empty before
     * the first step and where it remembers nothing. The tensors are its own: a copy is what stays.
     */
    default Map<String, Tensor> state() {
        return Map.of();
    }

    /**
     * Goes on from what {@link #state} gave of an optimizer of the same settings; the tensors are copied. Nothing given: as
     * before the first step.
     *
     * @throws IllegalArgumentException where a name is none of its own
     */
    default void restore(Map<String, Tensor> state) {
        if (!state.isEmpty()) {
            throw new IllegalArgumentException("This optimizer remembers nothing, but is given " + state.keySet() + ".");
        }
    }

    /** Whether it can {@link #restore} what has that name. */
    default boolean remembers(String name) {
        return false;
    }

    /**
     * Goes on from what {@link #state} gave of an optimizer of the same type with other settings: what it does not remember
     * itself is left out, what it would remember beside begins anew.
     */
    default void takeOver(Map<String, Tensor> state) {
        Map<String, Tensor> mine = new LinkedHashMap<>(state);
        mine.keySet().removeIf(name -> !remembers(name));
        restore(mine);
    }
}
