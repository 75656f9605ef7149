package tadpole.engine.inspect;

import java.util.Map;
import java.util.TreeMap;
import tadpole.engine.layer.Network;
import tadpole.engine.optimizer.Optimizer;
import tadpole.engine.tensor.Tensor;

/**
 * Where training is at one moment, copied: it stays as it is while the network goes on.
 *
 * @param state  parameters and buffers of the network by their names
 * @param memory what the optimizer remembers; empty before its first step
 * @param step   how many steps were made
 */
public record Snapshot(Map<String, Tensor> state, Map<String, Tensor> memory, long step) {

    public Snapshot {
        state = Map.copyOf(state);
        memory = Map.copyOf(memory);
    }

    /** Copies; called where no step is made meanwhile. */
    public static Snapshot of(Network network, Optimizer optimizer, long step) {
        Map<String, Tensor> memory = new TreeMap<>();
        optimizer.state().forEach((name, tensor) -> memory.put(name, tensor.copy()));
        return new Snapshot(stateOf(network), memory, step);
    }

    /** A trained network whose optimizer is not known any more: it begins anew. */
    public static Snapshot of(Network network) {
        return new Snapshot(stateOf(network), Map.of(), 0);
    }

    private static Map<String, Tensor> stateOf(Network network) {
        Map<String, Tensor> state = new TreeMap<>();
        network.state().forEach(each -> state.put(each.name(), each.tensor().copy()));
        return state;
    }
}
