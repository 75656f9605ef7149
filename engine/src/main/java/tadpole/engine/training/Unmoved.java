package tadpole.engine.training;

import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Parameter;
import tadpole.engine.tensor.Tensor;

/**
 * What a step changes in a network as it was before: for one that is broken off. Forward changes buffers, such as running
 * means; an optimizer that tries several places changes parameters too.
 */
final class Unmoved {

    private final List<NamedTensor> buffers;
    private final List<Tensor> before;
    private final List<Parameter> parameters;
    private List<Tensor> room = List.of();
    private List<Tensor> values = List.of();

    Unmoved(Network network) {
        buffers = network.buffers();
        before = buffers.stream().map(each -> each.tensor().copy()).toList();
        parameters = network.parameters();
    }

    void keep() {
        values = List.of();
        for (int i = 0; i < before.size(); i++) {
            before.get(i).set(buffers.get(i).tensor());
        }
    }

    /** Until the next {@link #keep} the parameters are put back too. */
    void keepParameters() {
        if (room.isEmpty()) {
            room = parameters.stream().map(each -> each.value().copy()).toList();
        }
        for (int i = 0; i < room.size(); i++) {
            room.get(i).set(parameters.get(i).value());
        }
        values = room;
    }

    void restore() {
        for (int i = 0; i < before.size(); i++) {
            buffers.get(i).tensor().set(before.get(i));
        }
        for (int i = 0; i < values.size(); i++) {
            parameters.get(i).value().set(values.get(i));
            parameters.get(i).changed();
        }
    }
}
