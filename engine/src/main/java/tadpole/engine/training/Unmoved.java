package tadpole.engine.training;

import java.util.List;
import tadpole.engine.layer.Network;
import tadpole.engine.tensor.NamedTensor;
import tadpole.engine.tensor.Tensor;

/** What forward changes in a network, such as running means, as it was before a step: for one that is broken off. */
final class Unmoved {

    private final List<NamedTensor> buffers;
    private final List<Tensor> before;

    Unmoved(Network network) {
        buffers = network.buffers();
        before = buffers.stream().map(each -> each.tensor().copy()).toList();
    }

    void keep() {
        for (int i = 0; i < before.size(); i++) {
            before.get(i).set(buffers.get(i).tensor());
        }
    }

    void restore() {
        for (int i = 0; i < before.size(); i++) {
            buffers.get(i).tensor().set(before.get(i));
        }
    }
}
