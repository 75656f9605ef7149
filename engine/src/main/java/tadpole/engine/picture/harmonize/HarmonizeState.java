package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Tensor;

/**
 * All that a harmonization needs to go on from where it was stopped, to the last bit: pixels, the optimizer's memory, what earlier stages gave.
 *
 * @param tensors by name; copies
 * @param facts   stage, iteration and the like, by name
 */
public record HarmonizeState(Map<String, Tensor> tensors, Map<String, String> facts) {

    public HarmonizeState {
        tensors = Map.copyOf(tensors);
        facts = Map.copyOf(facts);
    }

    /** The losses that were left out. */
    public Set<PullName> muted() {
        return Arrays.stream(facts.getOrDefault("muted", "").split(",")).map(each -> each.split(" ", 2)).filter(each -> each.length == 2)
                .map(each -> new PullName(PullName.Kind.valueOf(each[0]), each[1])).collect(Collectors.toUnmodifiableSet());
    }
}
