package tadpole.app.pane.gradients.softmax;

import java.util.List;
import tadpole.engine.inspect.BatchSum;
import tadpole.engine.inspect.SoftmaxStart;
import tadpole.engine.inspect.StartCount;

/** A picture through random weights, what other starts make of it, and the same weights over batches. */
record StartFigures(SoftmaxStart start, StartCount count, List<BatchSum> batches) {

    StartFigures {
        batches = List.copyOf(batches);
    }
}
