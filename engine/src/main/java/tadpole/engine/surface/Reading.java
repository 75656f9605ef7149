package tadpole.engine.surface;

import java.util.Map;
import java.util.OptionalDouble;
import tadpole.engine.recipe.Spec;

/**
 * One number in one step of an optimizer: what it had, and what came of it.
 *
 * @param name        whose number, such as "linear1.weight[12, 3]"
 * @param bias        whether weight decay may spare it
 * @param step        from 1
 * @param rate        as the schedule says
 * @param momentum    as the schedule says, in the place of the optimizer's own
 * @param gradient    as the optimizer is given it
 * @param stateBefore what the optimizer remembered of this number, named as in PyTorch; empty before the first step
 * @param stateAfter  the same after it
 */
public record Reading(
        Spec optimizer, String name, boolean bias, long step, double rate, OptionalDouble momentum, float gradient,
        float before, float after, Map<String, Float> stateBefore, Map<String, Float> stateAfter) {

    public Reading {
        stateBefore = Map.copyOf(stateBefore);
        stateAfter = Map.copyOf(stateAfter);
    }

    public float change() {
        return after - before;
    }

    /** What was remembered under that name; what it began with where there was nothing yet. */
    float remembered(String key, float beginning) {
        return stateBefore.getOrDefault(key, beginning);
    }
}
