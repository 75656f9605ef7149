package tadpole.app.pane.gradients.softmax;

import java.util.List;

/** What one has set by hand, and what can be taken back. */
record Logits(List<Double> values, int right) {

    Logits {
        values = List.copyOf(values);
    }
}
