package tadpole.engine.optimizer;

import java.util.List;
import java.util.Map;
import tadpole.engine.tensor.Shape;
import tadpole.engine.tensor.Tensor;

/** Reads the state of an optimizer that remembers rows over all parameters. */
record Rows(String optimizer, Map<String, Tensor> state, List<String> names) {

    /** @throws IllegalArgumentException where a name, up to its first point, is none of those */
    Rows {
        for (String name : state.keySet()) {
            if (!names.contains(name.split("\\.")[0])) {
                throw new IllegalArgumentException("%s remembers %s, but is given \"%s\"."
                        .formatted(optimizer, String.join(", ", names), name));
            }
        }
    }

    static Tensor of(float... row) {
        return Tensor.of(Shape.of(row.length), row);
    }

    /** A copy. */
    float[] row(String name) {
        Tensor tensor = state.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("%s is not given its \"%s\".".formatted(optimizer, name));
        }
        return tensor.copy().data();
    }

    float number(String name) {
        return row(name)[0];
    }
}
