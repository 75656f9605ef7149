package tadpole.engine.picture.harmonize;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tadpole.engine.picture.Picture;
import tadpole.engine.picture.pull.PullName;
import tadpole.engine.tensor.Tensor;

/**
 * All that a harmonization needs to go on from where it was stopped, to the last bit: pixels, the optimizer's memory, what earlier stages gave.
 *
 * @param tensors by name; copies
 * @param facts   stage, iteration and the like, by name
 */
public record HarmonizeState(Map<String, Tensor> tensors, Map<String, String> facts) {

    static final String ENDED = "ended.";

    public HarmonizeState {
        tensors = Map.copyOf(tensors);
        facts = Map.copyOf(facts);
    }

    /**
     * Refuses what no stopped run of this order has left.
     *
     * @throws IllegalArgumentException in one sentence
     */
    public void requireFor(HarmonizeOrder order) {
        if (!facts.keySet().containsAll(List.of("leg", "iteration", "done", "scene", "settings", "features")) || !tensors.containsKey("pixels")
                || !isCount(facts.get("leg")) || !isCount(facts.get("done")) || !isCount(facts.get("iteration"))) {
            throw new IllegalArgumentException("This is no state of a stopped harmonization: take the state.safetensors that one wrote, or begin anew.");
        }
        Origin.of(order).require(facts);
    }

    /** How many iterations of all stages were done. */
    public int done() {
        return Integer.parseInt(facts.get("done"));
    }

    /** What earlier stages gave. */
    public Map<Stage, Picture> ended(String name) {
        Map<Stage, Picture> ended = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            Tensor values = tensors.get(ENDED + stage);
            if (values != null) {
                ended.put(stage, Picture.ofBytes(name, values));
            }
        }
        return ended;
    }

    private static boolean isCount(String text) {
        return text.matches("[0-9]{1,6}");
    }

    /** The losses that were left out. */
    public Set<PullName> muted() {
        return Arrays.stream(facts.getOrDefault("muted", "").split(",")).map(each -> each.split(" ", 2)).filter(each -> each.length == 2)
                .map(each -> new PullName(PullName.Kind.valueOf(each[0]), each[1])).collect(Collectors.toUnmodifiableSet());
    }
}
